import type { PacketRef } from '../trace/run';
import type { ScenePacket } from './sceneTypes';

/** From so many packets on they are painted on a canvas; they go back to single elements well below. */
const CROWD_FROM = 60;
const CROWD_UNTIL = 48;
/** Packets of a crowd that stay elements, to be pointed at and tabbed to. */
const MOST_FOLLOWED = 24;

/** Whether so many packets are a crowd, given whether they were one before. */
export function isCrowd(packets: number, was: boolean): boolean {
  return packets > (was ? CROWD_UNTIL : CROWD_FROM);
}

/** The packets of a crowd worth following: the chosen ones first, then those to which something happened. */
export function followed(
  packets: readonly ScenePacket[],
  chosen: readonly (PacketRef | null)[],
): readonly ScenePacket[] {
  const isChosen = ({ lane, packet }: ScenePacket): boolean =>
    chosen.some((ref) => ref !== null && ref.lane === lane && ref.packet === packet);
  const isEventful = ({ face, isDamaged, state }: ScenePacket): boolean =>
    isDamaged || state === 'falling' || face.again > 0 || face.signal !== null || face.paper === 'slip';
  const first = packets.filter(isChosen);
  const then = packets.filter((packet) => !isChosen(packet) && isEventful(packet));
  return [...first, ...then].slice(0, MOST_FOLLOWED);
}
