import { type KeyboardEvent, useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isSamePacket, type PacketRef, type Run } from '../trace/run';
import { useViewBox } from './CameraLayer';
import type { Camera } from './cameraStore';
import { type Actor, castOf, wholeCast } from './cast';
import { useDescribePacket } from './describePacket';
import { PacketButton } from './PacketButton';
import { transportOf } from './packetFace';
import { type PacketElements, placePackets } from './placePackets';
import { placeScars } from './placeScars';
import type { Sheet } from './plan';
import { ScarTargets } from './ScarTargets';
import type { PacketScene, ScenePacket, SceneScar } from './sceneTypes';
import { type SceneStore, useSceneFact } from './sceneStore';
import styles from './Stage.module.css';
import { useKeptFocus } from './useKeptFocus';

export interface PacketLayerProps {
  readonly run: Run;
  readonly store: SceneStore<PacketScene>;
  readonly plan: Sheet;
  readonly camera: Camera;
  readonly selected: PacketRef | null;
  readonly hovered: PacketRef | null;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
  /** Which of the scene's packets this layer draws. */
  readonly pick: (scene: PacketScene) => readonly ScenePacket[];
}

/** Packets as SVG. React makes their cards; the loop shows and hides them, writes what they look like and where they are. */
export function PacketLayer(props: PacketLayerProps) {
  const { run, store, plan, camera, selected, hovered, onSelect, onHover, pick } = props;
  const { t, i18n } = useTranslation();
  const describe = useDescribePacket();
  const root = useRef<SVGSVGElement>(null);
  useViewBox(root, camera);
  const { actors: cast, isComing } = useCast(props);
  const { keep, ...focusProps } = useKeptFocus();
  useLayoutEffect(() => {
    const elements = elementsOf(root.current!);
    const targets = [...root.current!.querySelectorAll(`[data-part=scars] > *`)];
    const describeScar = ({ lane, face }: SceneScar): string => {
      const transport = transportOf(face, run.traces[lane]!.lane);
      return t('stage.scar', { packet: describe({ face, transport, isDamaged: false, state: 'moving' }) });
    };
    const place = (): void => {
      const scene = store.get();
      const stop = placePackets(elements, pick(scene), { plan, describe });
      const scars = { selected, hovered, describe: describeScar };
      const scarStop = placeScars(targets, scene.scars, scars, stop !== null);
      keep(stop ?? scarStop);
    };
    // Another run has other packets under the same numbers.
    for (const target of targets) target.removeAttribute('aria-label');
    place();
    return store.subscribe(place);
  }, [run, store, cast, pick, plan, describe, keep, t, selected, hovered]);
  const keyed = (event: KeyboardEvent<SVGSVGElement>): void => moveFocus(event, root.current);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move the focus of the buttons inside
    <svg
      ref={root}
      className={styles['layer']}
      role="group"
      aria-label={t('stage.packetsInFlight')}
      aria-busy={isComing}
      onKeyDown={keyed}
      {...focusProps}
    >
      {/* Targets that have a name keep it: another language has targets of its own. */}
      <g key={i18n.language} data-part="scars">
        <ScarTargets {...{ plan, selected, onSelect, onHover }} />
      </g>
      <g>
        {cast.map((actor) => (
          <PacketButton
            key={actor.key}
            id={actor.key}
            lane={actor.lane}
            packet={actor.packet}
            transport={actor.transport}
            face={actor.face}
            plan={plan}
            isSelected={isSamePacket(selected, actor)}
            isHovered={isSamePacket(hovered, actor)}
            onSelect={onSelect}
            onHover={onHover}
          />
        ))}
      </g>
    </svg>
  );
}

/**
 * Whose cards are made: everybody's where the run is small, so that nothing is rendered while it plays; those on the
 * stage where it is not. Until all are ready those on the stage come first, and what was made for the run before stays:
 * most of it is the same again.
 */
function useCast({ run, plan, store, pick }: PacketLayerProps): {
  readonly actors: readonly Actor[];
  /** The others are still being made. */
  readonly isComing: boolean;
} {
  const goal = useMemo(() => ({ all: wholeCast(run, plan.lens) }), [run, plan]);
  const ready = useDeferredValue<typeof goal | null>(goal, null);
  const whole = ready === goal ? goal.all : null;
  const isComing = goal.all !== null && whole === null;
  const last = useRef<readonly Actor[]>([]);
  const actors = useSceneFact(store, (scene) => {
    last.current = whole ?? castOf(last.current, pick(scene), isComing);
    return last.current;
  });
  return { actors, isComing };
}

function elementsOf(root: SVGSVGElement): ReadonlyMap<string, PacketElements> {
  const actors = [...root.querySelectorAll<SVGSVGElement>('[data-actor]')];
  return new Map(actors.map((actor) => [actor.dataset['actor']!, { ...partsOf(actor), look: null }]));
}

const parts = new WeakMap<SVGSVGElement, Omit<PacketElements, 'look'>>();

/** What a card is made of, looked for once: it outlasts many runs. */
function partsOf(actor: SVGSVGElement): Omit<PacketElements, 'look'> {
  let found = parts.get(actor);
  if (!found) {
    const place = actor.querySelector('g')!;
    const button = actor.querySelector<SVGGElement>('[role=button]')!;
    const ring = actor.querySelector<SVGRectElement>('[data-part=ring]')!;
    found = { actor, place, ring, button, target: button.querySelector('rect')! };
    parts.set(actor, found);
  }
  return found;
}

/** Arrow keys go from packet to packet, and over the ✕ of those that were lost, in the order in which they stand on the stage. */
function moveFocus(event: KeyboardEvent<SVGSVGElement>, root: SVGSVGElement | null): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step === undefined || !root) return;
  const buttons = [...root.querySelectorAll<SVGGElement>('[data-packet], [data-scar]')];
  const current = buttons.findIndex((button) => button === document.activeElement);
  if (current < 0) return;
  event.preventDefault();
  event.stopPropagation();
  const leftOf = (button: SVGGElement): number => button.getBoundingClientRect().left;
  const inOrder = buttons.toSorted((a, b) => leftOf(a) - leftOf(b));
  const next = inOrder.indexOf(buttons[current]!) + step;
  inOrder[(next + inOrder.length) % inOrder.length]?.focus();
}
