import { packetBytesAt, packetEvents } from '../../trace/packetBytesAt';
import type { Trace } from '../../trace/trace';

/** The bit that the network inverted, and its byte before and after. */
export interface Damage {
  readonly bit: number;
  readonly before: number;
  readonly after: number;
}

/** What had happened to the packet's bits by event `eventIndex`; null while they are sound. */
export function damageOf(trace: Trace, packet: number, eventIndex: number): Damage | null {
  for (const number of packetEvents(trace, packet)) {
    if (number > eventIndex) break;
    if (trace.kindAt(number) !== 'packetCorrupted') continue;
    const event = trace.event(number);
    if (event.kind !== 'packetCorrupted') continue;
    const after = packetBytesAt(trace, packet, number)[event.bit >> 3]!;
    return { bit: event.bit, before: after ^ (0x80 >> (event.bit & 7)), after };
  }
  return null;
}
