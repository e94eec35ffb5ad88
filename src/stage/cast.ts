import type { Run } from '../trace/run';
import type { Lens } from './lens';
import { packetFace, transportOf } from './packetFace';
import { sameFields } from './sceneStore';
import type { ScenePacket } from './sceneTypes';

/** A packet that comes on the stage: what of it is the same at every moment. */
export type Actor = Pick<ScenePacket, 'key' | 'lane' | 'packet' | 'transport' | 'face'>;

/** Runs of so many packets are small enough to have all their cards ready. */
const MOST_READY = 200;

/** Every packet of a lesson-sized run that is known whole; null for any other run, and where faces change on the way. */
export function wholeCast(run: Run, lens: Lens): readonly Actor[] | null {
  const packets = run.traces.reduce((sum, { packetCount }) => sum + packetCount, 0);
  if (lens !== 'all' || run.result === null || packets > MOST_READY) return null;
  return run.traces.flatMap((trace, lane) =>
    Array.from({ length: trace.packetCount }, (_, packet) => {
      const face = packetFace(run, lane, packet);
      return { key: `${lane}:${packet}`, lane, packet, transport: transportOf(face, trace.lane), face };
    }),
  );
}

/**
 * Those who are on the stage now, and of `cast` those who are not where `keepsOthers`; the same array comes back while
 * they are the same.
 */
export function castOf(
  cast: readonly Actor[],
  packets: readonly ScenePacket[],
  keepsOthers = false,
): readonly Actor[] {
  const left = new Map(packets.map((packet) => [packet.key, packet]));
  const kept = cast.filter(({ key, face }) => {
    const packet = left.get(key);
    return packet ? sameFields(packet.face, face) : keepsOthers;
  });
  for (const { key } of kept) left.delete(key);
  if (left.size === 0 && kept.length === cast.length) return cast;
  return [...kept, ...[...left.values()].map(actorOf)];
}

function actorOf({ key, lane, packet, transport, face }: ScenePacket): Actor {
  return { key, lane, packet, transport, face };
}
