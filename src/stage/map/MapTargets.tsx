import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Camera } from '../cameraStore';
import type { Point } from '../plan';
import { CallOut } from './CallOut';
import { JoinLine, MovedHouse } from './BuildingMarks';
import { middleAt } from './mapRoad';
import { arrowOf, neighbourOf } from './mapSpots';
import type { Chosen, MapPlan } from './mapTypes';
import { NodeTarget } from './NodeTarget';
import { RoadTarget } from './RoadTarget';
import { type MapBuilding, useBuildingHands } from './useBuildingHands';

interface MapTargetsProps {
  readonly plan: MapPlan;
  readonly camera: Camera;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly building: MapBuilding | undefined;
  /** Says what was done to those who do not see it. */
  readonly say: (sentence: string) => void;
}

/**
 * Buttons over the roads and buildings of the map: one stop of the Tab key, from which the arrows lead on. While
 * somebody builds each is a stop of its own, and the arrows move the house that has the focus.
 */
export function MapTargets({ plan, camera, chosen, onChoose, building, say }: MapTargetsProps) {
  const { t } = useTranslation();
  const [pointed, setPointed] = useState<string | null>(null);
  const [stop, setStop] = useState(0);
  const root = useRef<SVGGElement>(null);
  const hands = useBuildingHands({ plan, camera, building, say });
  const places: readonly Point[] = [
    ...plan.nodes.map(({ at }) => at),
    ...plan.roads.map((road) => middleAt(road, road.length / 2).at),
  ];
  const toggle = (of: NonNullable<Chosen>): void => {
    if (of.kind !== 'link' && hands.finishJoining(of.id)) return;
    const isChosen = chosen?.kind === of.kind && chosen.id === of.id;
    // Who builds is taken to the form about it, also once more.
    onChoose(isChosen && !building ? null : of);
  };
  const walk = (event: KeyboardEvent<SVGGElement>): void => {
    const arrow = arrowOf(event.key);
    const buttons = [...(root.current?.querySelectorAll<SVGElement>('[data-target]') ?? [])];
    const from = Number(document.activeElement?.getAttribute('data-target') ?? -1);
    const next = building || !arrow ? null : neighbourOf(places, from, arrow);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    setStop(next);
    buttons.find((button) => button.getAttribute('data-target') === String(next))?.focus();
  };
  const isStop = (target: number): boolean =>
    building !== undefined || target === Math.min(stop, places.length - 1);
  // A finger points at nothing: what it chose is named.
  const named = pointed ?? (chosen?.kind === 'link' ? null : chosen?.id);
  const shown = plan.nodes.find(({ id }) => id === named) ?? null;
  return (
    <g
      ref={root}
      role="group"
      aria-label={t('map.places')}
      data-building={building ? true : undefined}
      onKeyDown={walk}
    >
      {plan.roads.map((road, i) => (
        <RoadTarget
          key={road.link}
          road={road}
          plan={plan}
          target={plan.nodes.length + i}
          isStop={isStop(plan.nodes.length + i)}
          isChosen={chosen?.kind === 'link' && chosen.id === road.link}
          onPress={() => toggle({ kind: 'link', id: road.link })}
          onFocus={() => setStop(plan.nodes.length + i)}
        />
      ))}
      {plan.nodes.map((node, i) => (
        <NodeTarget
          key={node.id}
          node={node}
          target={i}
          isStop={isStop(i)}
          isChosen={chosen !== null && chosen.kind === node.kind && chosen.id === node.id}
          isJoining={hands.joining === node.id}
          onPress={() => toggle({ kind: node.kind, id: node.id })}
          onPoint={(isPointed) => setPointed(isPointed ? node.id : null)}
          onFocus={() => setStop(i)}
          hands={building ? hands : null}
        />
      ))}
      {shown && <CallOut node={shown} plan={plan} />}
      {hands.move && <MovedHouse plan={plan} {...hands.move} />}
      {hands.line && <JoinLine {...hands.line} />}
    </g>
  );
}
