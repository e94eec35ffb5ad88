import { useRef } from 'react';
import { Clerk } from './Clerk';
import { type BuildingPlan, inset, type RoomPlan, type TownPlan } from './plan';
import { type SceneStore, useSceneRewrite } from './sceneStore';
import type { DoorView, Scene } from './sceneTypes';

interface DoorsProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
}

/** Door leaves and the clerks beside them: what moves in the halls as packets come and go. */
export function Doors({ store, plan }: DoorsProps) {
  return [plan.client, plan.server].flatMap((building) =>
    building.rooms
      .filter(({ lane }) => lane >= 0)
      .map((room) => (
        <DoorLeaf
          key={`${building.side}${room.lane}`}
          room={room}
          building={building}
          store={store}
          plan={plan}
        />
      )),
  );
}

const SHUT: DoorView = { isBound: false, swing: 0 };
/** A bound door stands ajar by so much of its width; a packet pushes it open by so much more. */
const AJAR = 0.16;
const PUSHED = 0.5;

interface DoorLeafProps extends DoorsProps {
  readonly room: RoomPlan;
  readonly building: BuildingPlan;
}

function DoorLeaf({ room, building, store, plan }: DoorLeafProps) {
  const leaf = useRef<SVGGElement>(null);
  const cross = useRef<SVGPathElement>(null);
  const reading = useRef<SVGRectElement>(null);
  const { door, plate, transport, lane } = room;
  const { unit } = plan;
  const isClient = building.side === 'client';
  const pick = ({ lanes }: Scene): DoorView => lanes[lane]?.[isClient ? 'clientDoor' : 'serverDoor'] ?? SHUT;
  const write = ({ isBound, swing }: DoorView): void => {
    const open = isBound ? AJAR + PUSHED * swing : 0;
    // Hinged at the side away from the road.
    const across = isClient ? 1 - open : open - 1;
    const hinge = isClient ? door.x : door.x + door.width;
    const matrix = [across, 0.22 * open, 0, 1, hinge, door.y].map((value) => value.toFixed(3));
    leaf.current?.setAttribute('transform', `matrix(${matrix.join(' ')})`);
    if (leaf.current) leaf.current.dataset['door'] = isBound ? 'open' : 'closed';
    cross.current?.setAttribute('stroke-opacity', isBound ? '0' : '1');
    reading.current?.setAttribute('stroke-opacity', (isBound ? swing : 0).toFixed(2));
  };
  useSceneRewrite(store, pick, write, (a, b) => a.isBound === b.isBound && a.swing === b.swing);
  const panel = { x: door.width * 0.2, width: door.width * 0.6, rx: unit };
  const { width, height } = door;
  return (
    <g>
      <g ref={leaf}>
        <rect width={width} height={height} rx={2 * unit} fill={`var(--${transport})`} />
        <g fill="none" stroke="#ffffff" strokeOpacity="0.4" strokeWidth={1.2 * unit}>
          <rect {...panel} y={height * 0.12} height={height * 0.3} />
          <rect {...panel} y={height * 0.54} height={height * 0.34} />
        </g>
        <circle cx={width * 0.84} cy={height * 0.5} r={2 * unit} fill="var(--lamp)" />
        <path
          ref={cross}
          d={`M0 0L${width} ${height}M${width} 0L0 ${height}`}
          stroke="#17233b"
          strokeWidth={3 * unit}
        />
      </g>
      <rect
        ref={reading}
        {...inset(plate, -1.5 * unit)}
        rx={5 * unit}
        fill="none"
        stroke="var(--lamp)"
        strokeWidth={3 * unit}
      />
      {plan.shape === 'wide' && building.hall.width > 70 * unit && (
        <Clerk
          store={store}
          reads={(scene) => (pick(scene).isBound ? pick(scene).swing : 0)}
          x={isClient ? building.hall.x + building.hall.width - 15 * unit : building.hall.x + 15 * unit}
          y={room.box.y + room.box.height - 4 * unit}
          size={0.86 * unit}
          isMirrored={!isClient}
        />
      )}
    </g>
  );
}
