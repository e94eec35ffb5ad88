import { useRef } from 'react';
import type { RoomPlan, TownPlan } from '../plan';
import { type SceneStore, useSceneWrite } from '../sceneStore';

interface SocketsProps {
  readonly store: SceneStore;
  readonly plan: TownPlan;
}

/** The sockets of both hosts: filled while bound, crossed while not, ringed while a packet passes. */
export function Sockets({ store, plan }: SocketsProps) {
  return [plan.client, plan.server].flatMap(({ side, rooms }) =>
    rooms
      .filter(({ use }) => use !== 'empty')
      .map((room, i) => (
        <Socket key={`${side}${i}`} room={room} isClient={side === 'client'} store={store} plan={plan} />
      )),
  );
}

function Socket({
  room,
  isClient,
  store,
  plan,
}: SocketsProps & { readonly room: RoomPlan; readonly isClient: boolean }) {
  const group = useRef<SVGGElement>(null);
  const { door, lane, transport } = room;
  const { unit } = plan;
  const radius = Math.min(door.width * 0.42, door.height * 0.32);
  useSceneWrite(store, ({ lanes }) => {
    const of = lanes[lane];
    const socket = of && (isClient ? of.clientDoor : of.serverDoor);
    const isBound = socket?.isBound ?? false;
    const [halo, disc, cross] = [...(group.current?.children ?? [])];
    if (group.current) group.current.dataset['socket'] = isBound ? 'bound' : 'closed';
    halo?.setAttribute('stroke-opacity', (socket?.swing ?? 0).toFixed(2));
    disc?.setAttribute('fill', isBound && transport ? `var(--${transport})` : 'none');
    cross?.setAttribute('stroke-opacity', isBound ? '0' : '1');
  });
  const arm = radius * 0.6;
  return (
    <g ref={group} transform={`translate(${door.x + door.width / 2} ${door.y + door.height / 2})`}>
      <circle r={radius + 4 * unit} fill="none" stroke="var(--ink)" strokeWidth={2 * unit} />
      <circle r={radius} stroke="var(--ink)" strokeWidth={2 * unit} />
      <path
        d={`M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`}
        stroke="var(--ink)"
        strokeWidth={2 * unit}
      />
    </g>
  );
}
