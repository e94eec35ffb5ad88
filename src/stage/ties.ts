import type { Nanoseconds } from '../experiment/experiment';
import { flightIndex } from '../trace/legs';
import type { Run } from '../trace/run';
import { type EndingPlace, placeOfEnding } from './losses';
import type { ScenePacket, SceneTie } from './sceneTypes';

/** For each retransmission among the packets of a lane, where the sending before it died: as far as one was lost. */
export function tiesOf(
  run: Run,
  place: EndingPlace,
  packets: readonly ScenePacket[],
  timeNs: Nanoseconds,
): readonly SceneTie[] {
  const trace = run.traces[place.road.lane];
  if (!trace) return [];
  return packets.flatMap((packet) => {
    if (packet.face.again === 0 || packet.face.piece === 0) return [];
    const { piece } = trace.packet(packet.packet);
    const ending = flightIndex(trace).endings.findLast(
      (other) =>
        other.timeNs <= timeNs && other.packet < packet.packet && trace.packet(other.packet).piece === piece,
    );
    const to = ending && placeOfEnding(run, place, ending);
    return to ? [{ from: { x: packet.x, y: packet.y }, to }] : [];
  });
}
