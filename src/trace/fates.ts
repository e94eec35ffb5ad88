import type { Nanoseconds } from '../experiment/experiment';
import { pieceCount, senderOf } from '../experiment/pieces';
import type { TraceEvent } from './event';
import { follow } from './follow';
import type { PacketRef, Run } from './run';
import type { Trace } from './trace';

/** What the network did to one piece the first time it was sent. */
export interface PieceFate {
  readonly piece: number;
  readonly loss: boolean;
  /** Extra delay, 0 for none. */
  readonly delayNs: Nanoseconds;
  readonly duplicate: boolean;
  readonly corrupt: boolean;
  /** An authored rule said so, not the dice. */
  readonly byRule: boolean;
  /** A person's hand, or a cut, did some of it. */
  readonly byHand: boolean;
  /** The lanes met different fates (the weather changed between their first sendings); known when the run is. */
  readonly unsettled: boolean;
  /** When the first lane sent it, null while none has. */
  readonly sentNs: Nanoseconds | null;
  /** When the first of it happened, null when nothing did. */
  readonly metNs: Nanoseconds | null;
  /** The packets that carried the piece first, one per lane that sent it. */
  readonly packets: readonly PacketRef[];
}

interface LaneFate {
  readonly packet: number;
  readonly sentNs: Nanoseconds;
  metNs: Nanoseconds | null;
  /** What happened on each link it was put on, in order: lanes are compared as far as both came. */
  readonly hops: string[];
  loss: boolean;
  delayNs: Nanoseconds;
  duplicate: boolean;
  corrupt: boolean;
  byRule: boolean;
  byHand: boolean;
}

const laneFates = follow<Map<number, LaneFate>, null>(() => new Map(), addFate);

/**
 * The fate tape: one entry per piece of the message, the lanes merged. A lane whose packet never got as far (a full
 * queue is its own doing) says nothing about it.
 */
export function fatesOf(run: Run): readonly PieceFate[] {
  const sender = senderOf(run.experiment);
  const lanes = run.traces.map((trace) => laneFates(trace, null));
  return Array.from({ length: sender ? pieceCount(sender) : 0 }, (_, piece) =>
    merge(lanes, piece, run.result !== null),
  );
}

function merge(
  lanes: readonly ReadonlyMap<number, LaneFate>[],
  piece: number,
  isComplete: boolean,
): PieceFate {
  const known = lanes.flatMap((fates, lane) => {
    const fate = fates.get(piece);
    return fate ? [{ lane, fate }] : [];
  });
  const fates = known.map(({ fate }) => fate);
  const has = (question: (fate: LaneFate) => boolean): boolean => fates.some(question);
  return {
    piece,
    loss: has(({ loss }) => loss),
    delayNs: Math.max(0, ...fates.map(({ delayNs }) => delayNs)),
    duplicate: has(({ duplicate }) => duplicate),
    corrupt: has(({ corrupt }) => corrupt),
    byRule: has(({ byRule }) => byRule),
    byHand: has(({ byHand }) => byHand),
    unsettled: isComplete && fates.some((fate) => isDisputed(fate, fates)),
    sentNs: earliest(fates.map(({ sentNs }) => sentNs)),
    metNs: earliest(fates.flatMap(({ metNs }) => (metNs === null ? [] : [metNs]))),
    packets: known.map(({ lane, fate }) => ({ lane, packet: fate.packet })),
  };
}

function earliest(times: readonly Nanoseconds[]): Nanoseconds | null {
  return times.length > 0 ? Math.min(...times) : null;
}

function isDisputed(fate: LaneFate, fates: readonly LaneFate[]): boolean {
  // A hand is meant for one lane: what it touched says nothing about the weather.
  if (fate.byHand) return false;
  return fates.some(
    (other) => !other.byHand && other.hops.some((verdict, hop) => (fate.hops[hop] ?? verdict) !== verdict),
  );
}

function addFate(fates: Map<number, LaneFate>, trace: Trace, number: number): void {
  switch (trace.kindAt(number)) {
    case 'packetSent':
    case 'linkEntered':
    case 'packetLost':
    case 'packetDelayed':
    case 'packetDuplicated':
    case 'packetCorrupted':
    case 'packetRescued':
      break;
    default:
      return;
  }
  const event = trace.event(number);
  if (!('packet' in event)) return;
  const packet = trace.packet(event.packet);
  if (packet.role !== 'piece' || packet.flow !== 0 || packet.duplicateOf >= 0) return;
  const fate = fates.get(packet.piece);
  if (fate) note(fate, event);
  else fates.set(packet.piece, unmet(event.packet, event.timeNs));
}

function unmet(packet: number, sentNs: Nanoseconds): LaneFate {
  return {
    packet,
    sentNs,
    metNs: null,
    hops: [],
    loss: false,
    delayNs: 0,
    duplicate: false,
    corrupt: false,
    byRule: false,
    byHand: false,
  };
}

function note(fate: LaneFate, event: TraceEvent): void {
  if (!('packet' in event) || event.packet !== fate.packet) return;
  if (event.kind === 'linkEntered') {
    fate.hops.push('');
    return;
  }
  if (event.kind === 'packetRescued') {
    fate.byHand = true;
    return;
  }
  if (event.kind === 'packetLost') fate.loss = true;
  else if (event.kind === 'packetDelayed') fate.delayNs += event.delayNs;
  else if (event.kind === 'packetDuplicated') fate.duplicate = true;
  else if (event.kind === 'packetCorrupted') fate.corrupt = true;
  else return;
  fate.metNs ??= event.timeNs;
  if (event.reason.kind === 'byHand' || event.reason.kind === 'linkCut') {
    fate.byHand = true;
    return;
  }
  const last = Math.max(0, fate.hops.length - 1);
  const howLong = event.kind === 'packetDelayed' ? event.delayNs : '';
  fate.hops[last] = `${fate.hops[last] ?? ''}${event.kind}${howLong};`;
  if (event.reason.kind === 'rule') fate.byRule = true;
}
