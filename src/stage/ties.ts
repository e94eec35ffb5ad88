import { type Ending, flightIndex } from '../trace/legs';
import type { Run } from '../trace/run';
import type { Trace } from '../trace/trace';
import { type EndingPlace, placeOfEnding } from './losses';
import type { ScenePacket, SceneTie } from './sceneTypes';

const known = new WeakMap<Trace, Map<number, Ending | null>>();

/** For each retransmission among the packets of a lane, where the sending before it died: as far as one was lost. */
export function tiesOf(run: Run, place: EndingPlace, packets: readonly ScenePacket[]): readonly SceneTie[] {
  const trace = run.traces[place.road.lane];
  if (!trace) return [];
  return packets.flatMap((packet) => {
    if (packet.face.again === 0 || packet.face.piece === 0) return [];
    const ending = endingBefore(trace, packet.packet);
    const to = ending && placeOfEnding(run, place, ending);
    return to ? [{ from: { x: packet.x, y: packet.y }, to }] : [];
  });
}

/** The end of the latest sending of the same piece that had died when this packet was made. */
function endingBefore(trace: Trace, packet: number): Ending | null {
  let endings = known.get(trace);
  if (!endings) known.set(trace, (endings = new Map()));
  let ending = endings.get(packet);
  if (ending === undefined) {
    const { piece, madeBy } = trace.packet(packet);
    const sentNs = trace.timeAt(madeBy);
    const isSame = (other: Ending): boolean =>
      other.timeNs <= sentNs && other.packet < packet && trace.packet(other.packet).piece === piece;
    ending = flightIndex(trace).endings.findLast(isSame) ?? null;
    endings.set(packet, ending);
  }
  return ending;
}
