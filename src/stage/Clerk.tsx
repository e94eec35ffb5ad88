import { useRef } from 'react';
import { Person } from './Scenery';
import { type SceneStore, useSceneWrite } from './sceneStore';
import type { Scene } from './sceneTypes';

interface ClerkProps {
  readonly store: SceneStore;
  /** How much there is to read now, from 0 to 1. */
  readonly reads: (scene: Scene) => number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The door is on the other side. */
  readonly isMirrored: boolean;
}

const RAISED_DEGREES = 118;

/** The clerk at a door: as a packet passes, an arm with a reading glass goes up. */
export function Clerk({ store, reads, x, y, size, isMirrored }: ClerkProps) {
  const arm = useRef<SVGGElement>(null);
  useSceneWrite(store, (scene) => {
    arm.current?.setAttribute('transform', `rotate(${(reads(scene) * RAISED_DEGREES).toFixed(1)} -11 -12)`);
  });
  return (
    <g transform={`translate(${x} ${y}) scale(${isMirrored ? -size : size} ${size})`}>
      <Person x={0} y={0} size={1} coat="var(--coat-clerk)" cap />
      <g ref={arm}>
        <path
          d="M-11-12Q-15-8-14-1"
          fill="none"
          stroke="var(--coat-clerk)"
          strokeWidth="5"
          strokeLinecap="round"
        />
        <circle cx="-14" cy="0.5" r="2.6" fill="var(--skin)" />
        <circle cx="-14.5" cy="6" r="3.6" fill="var(--glass)" stroke="var(--roof)" strokeWidth="1.4" />
      </g>
    </g>
  );
}
