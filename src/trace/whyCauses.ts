import type { EventKind, TraceEvent } from './event';
import { follow } from './follow';
import { packetEvents } from './packetBytesAt';
import type { ReasonKind } from './reason';
import { segmentHistory } from './segmentHistory';
import { tcpLabelsOf } from './tcpLabels';
import type { Trace } from './trace';
import { networkCopies } from './whereabouts';

/** Kinds of events that say something in a story; how a packet got from hop to hop does not. */
const TOLD: ReadonlySet<EventKind> = new Set<EventKind>([
  'appStarted',
  'appWrote',
  'packetSent',
  'packetLost',
  'packetDropped',
  'packetDuplicated',
  'timerSet',
  'timerExpired',
  'appTold',
  'commandApplied',
  'appResumed',
]);

/** What nothing in the town made happen: an app's call, a person's command, the setting of a timer. */
const INPUTS: ReadonlySet<EventKind> = new Set<EventKind>([
  'appStarted',
  'appWrote',
  'timerSet',
  'commandApplied',
  'appResumed',
]);

/** Verdicts from outside: the weather's, a rule's that the experiment was given, a person's. */
const VERDICTS: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
  'weather',
  'rule',
  'byHand',
  'linkCut',
  'poweredOff',
]);

const UNREADABLE: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
  'badIpChecksum',
  'badTransportChecksum',
  'malformed',
]);

const writesByPiece = follow<Map<string, number>, null>(
  () => new Map(),
  (writes, trace, number) => {
    if (trace.kindAt(number) !== 'appWrote') return;
    const event = trace.event(number);
    if (event.kind === 'appWrote') writes.set(`${event.flow}:${event.piece}`, number);
  },
);

/** Whether a chain of causes may begin with this event. */
export function isInput({ kind, reason }: TraceEvent): boolean {
  return INPUTS.has(kind) || VERDICTS.has(reason.kind);
}

/**
 * The event that a teacher would name as the reason for this one, always an earlier one; -1 for none. For data it is
 * the app's call that handed it over, for a retransmission what became of the sending before.
 */
export function mainCause(trace: Trace, event: TraceEvent): number {
  switch (event.kind) {
    case 'packetSent':
      return causeOfSending(trace, event.index, event.packet);
    case 'packetDropped':
      return UNREADABLE.has(event.reason.kind)
        ? (eventOfPacket(trace, event.packet, 'packetCorrupted', event.index) ?? nearestTold(trace, event))
        : nearestTold(trace, event);
    default:
      return nearestTold(trace, event);
  }
}

/** Whether it repairs something: data, a SYN or a FIN sent again, and no probe. */
export function isResend(trace: Trace, packet: number): boolean {
  return tcpLabelsOf(trace, packet).has('retransmission');
}

/** The app's call that handed over the piece which a packet carries, -1 if there was none by then. */
export function writeOf(trace: Trace, packet: number, before: number): number {
  const { flow, piece } = trace.packet(packet);
  const written = writesByPiece(trace, null).get(`${flow}:${piece}`) ?? -1;
  return written < before ? written : -1;
}

/** How a packet or all copies of it came to nothing before event `before`; undefined if one did not. */
export function badEndOf(trace: Trace, packet: number, before: number): number | undefined {
  const ends = [packet, ...networkCopies(trace, packet)].map(
    (copy) =>
      eventOfPacket(trace, copy, 'packetLost', before) ??
      eventOfPacket(trace, copy, 'packetDropped', before) ??
      -1,
  );
  return ends.includes(-1) ? undefined : Math.max(...ends);
}

/** The last event of that kind that befell a packet before event `before`. */
export function eventOfPacket(
  trace: Trace,
  packet: number,
  kind: EventKind,
  before: number,
): number | undefined {
  return packetEvents(trace, packet).findLast((number) => number < before && trace.kindAt(number) === kind);
}

function causeOfSending(trace: Trace, index: number, packet: number): number {
  const { role } = trace.packet(packet);
  const before = isResend(trace, packet) ? (segmentHistory(trace, packet)?.carriers ?? []) : [];
  for (const earlier of before.toReversed()) {
    const end = badEndOf(trace, earlier, index);
    if (end !== undefined) return end;
  }
  const written = role === 'piece' ? writeOf(trace, packet, index) : -1;
  return written >= 0 ? written : nearestTold(trace, trace.event(index));
}

/** The nearest event up the chain of causes that belongs into a story. */
function nearestTold(trace: Trace, { index, cause }: TraceEvent): number {
  let before = index;
  let at = cause;
  while (at >= 0 && at < before) {
    if (TOLD.has(trace.kindAt(at))) return at;
    before = at;
    at = trace.causeAt(at);
  }
  return -1;
}
