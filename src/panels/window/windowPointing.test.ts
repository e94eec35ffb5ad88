import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../engine/simulate';
import { defaultStreet, streetExperiment } from '../../experiment/street';
import { CLEAR_WEATHER } from '../../experiment/town';
import { outstandingAt } from '../../trace/belief';
import { connectionsOf, snapshotAt } from '../../trace/connectionEnds';
import { packetSort } from '../../trace/packetSort';
import { acknowledgmentFor, isLit, type WindowPointing } from './windowPointing';

const run = simulateAll(streetExperiment({ ...defaultStreet('en'), weather: CLEAR_WEATHER }));
const trace = run.traces[0]!;
const [ends] = connectionsOf(trace);
const packets = Array.from({ length: trace.packetCount }, (_, packet) => packet);
const isFrom = (packet: number, place: number): boolean => {
  const made = trace.event(trace.packet(packet).madeBy);
  return 'place' in made && made.place === place;
};

describe('pointing at a packet', () => {
  // The server's second ACK of data is on its way: it covers two segments of those that wait.
  const ack = packets.filter(
    (packet) => packetSort(trace.packet(packet).bytes) === 'ack' && isFrom(packet, ends!.peer!.place),
  )[1]!;
  const momentNs = trace.timeAt(trace.packet(ack).madeBy);
  const near = snapshotAt(trace, ends!.opener, momentNs)!;
  const segments = outstandingAt(trace, ends!, 'opener', momentNs);
  const litBy = (hovered: number): readonly boolean[] => {
    const acknowledged = acknowledgmentFor(trace, hovered, near);
    return segments.map((segment) => isLit({ hovered, acknowledged } as WindowPointing, segment));
  };

  it('lights the segment that it carried', () => {
    const data = segments[2]!.packets[0]!;
    expect(litBy(data).filter(Boolean).length).toBe(1);
    expect(litBy(data)[2]).toBe(true);
  });

  it('lights all segments that it acknowledges, from the first on', () => {
    const lit = litBy(ack);
    expect(lit[0]).toBe(true);
    expect(lit.lastIndexOf(true)).toBe(lit.filter(Boolean).length - 1);
    expect(lit.at(-1)).toBe(false);
  });

  it('lights nothing where it is for the other end, or nothing is pointed at', () => {
    const own = packets.find((packet) => packetSort(trace.packet(packet).bytes) === 'ack')!;
    expect(acknowledgmentFor(trace, own, near)).toBeNull();
    expect(litBy(-1)).not.toContain(true);
  });
});
