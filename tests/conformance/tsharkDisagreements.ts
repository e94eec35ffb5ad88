import { type AnalysisField, type Judged, saysEngine, saysTshark, type Verdict } from './tsharkVerdicts';

/** Why Wireshark must guess wrong; `docs/wireshark.md` tells each story. */
export const DISAGREEMENTS = [
  'damagedHeader',
  'originalNotSeen',
  'sentAgainWithinRoundTrip',
  'lastByteAgain',
  'overtakenData',
  'doubledData',
  'doubledAck',
  'repeatedAckNotSeen',
  'repeatCameFirst',
  'ackOutOfSequence',
  'repeatedWithClosedWindow',
  'answerToSeemingKeepAlive',
  'overtakenAck',
  'crossedKeepAlives',
  'emptyWindowProbe',
  'windowMovedOnTheWay',
] as const;
export type Disagreement = (typeof DISAGREEMENTS)[number];

interface Rule {
  readonly disagreement: Disagreement;
  readonly verdict: Verdict;
  /** Who gives the verdict, alone. */
  readonly by: 'engine' | 'tshark';
  /** Whether this is the reason; `before` is what the capture shows of the same sender, `peer` of the other, so far. */
  readonly holds: (packet: Judged, before: readonly Judged[], peer: readonly Judged[]) => boolean;
}

const RULES: readonly Rule[] = [
  {
    disagreement: 'originalNotSeen',
    verdict: 'retransmission',
    by: 'engine',
    holds: (packet, before) => before.every((other) => distance(endOf(other), startOf(packet)) >= 0),
  },
  {
    disagreement: 'sentAgainWithinRoundTrip',
    verdict: 'retransmission',
    by: 'engine',
    holds: (packet) => guesses(packet, 'out_of_order'),
  },
  { disagreement: 'lastByteAgain', verdict: 'retransmission', by: 'engine', holds: isLastByteAgain },
  {
    disagreement: 'lastByteAgain',
    verdict: 'keepAlive',
    by: 'tshark',
    holds: (packet, before) =>
      isLastByteAgain(packet) || (packet.segment?.length === 1 && isSecondOfTwins(packet, before)),
  },
  {
    disagreement: 'doubledData',
    verdict: 'retransmission',
    by: 'tshark',
    holds: isSecondOfTwins,
  },
  {
    disagreement: 'overtakenData',
    verdict: 'retransmission',
    by: 'tshark',
    holds: (packet, before) => before.some(({ record }) => record.id > packet.record.id),
  },
  { disagreement: 'doubledAck', verdict: 'duplicateAck', by: 'tshark', holds: isSecondOfTwins },
  {
    disagreement: 'repeatCameFirst',
    verdict: 'duplicateAck',
    by: 'tshark',
    holds: (packet, before) =>
      before.some((other) => other.record.id > packet.record.id && isSameAck(other, packet)),
  },
  {
    disagreement: 'ackOutOfSequence',
    verdict: 'duplicateAck',
    by: 'engine',
    holds: (packet, before) =>
      !before.some((other) => endOf(other) === startOf(packet)) || isOvertaken(packet, before),
  },
  {
    disagreement: 'crossedKeepAlives',
    verdict: 'duplicateAck',
    by: 'tshark',
    holds: ({ labels }, _before, peer) =>
      labels.has('keepAliveAck') && peer.at(-1)?.labels.has('keepAlive') === false,
  },
  {
    disagreement: 'answerToSeemingKeepAlive',
    verdict: 'duplicateAck',
    by: 'engine',
    holds: (packet) => guesses(packet, 'keep_alive_ack'),
  },
  {
    disagreement: 'repeatedWithClosedWindow',
    verdict: 'duplicateAck',
    by: 'engine',
    holds: ({ segment }) => segment?.header.window === 0,
  },
  {
    disagreement: 'repeatedAckNotSeen',
    verdict: 'duplicateAck',
    by: 'engine',
    holds: (packet, before) => !isSameAck(before.at(-1), packet),
  },
  {
    disagreement: 'overtakenAck',
    verdict: 'keepAlive',
    by: 'tshark',
    holds: (packet, before) =>
      (packet.segment?.length ?? 0) <= 1 &&
      before.some(
        (other) => other.record.id > packet.record.id && distance(startOf(packet), endOf(other)) === 1,
      ),
  },
  {
    disagreement: 'emptyWindowProbe',
    verdict: 'keepAlive',
    by: 'tshark',
    holds: ({ labels, segment }) => labels.has('windowProbe') && segment?.length === 0,
  },
  {
    disagreement: 'windowMovedOnTheWay',
    verdict: 'windowFull',
    by: 'engine',
    holds: (packet, _before, peer) => distance(endOf(packet), rightEdgeOf(peer)) !== 0,
  },
];

/** A packet and a verdict that one side gives and the other does not. */
export interface Dispute {
  readonly packet: Judged;
  readonly verdict: Verdict;
  /** `undefined`: none of the known reasons. */
  readonly disagreement: Disagreement | undefined;
}

/** Every dispute of a capture over one verdict, with its reason. */
export function disputesOver(verdict: Verdict, packets: readonly Judged[]): readonly Dispute[] {
  return packets.flatMap((packet, number) => {
    const by = saysEngine(packet, verdict) ? 'engine' : 'tshark';
    if (saysEngine(packet, verdict) === saysTshark(packet, verdict)) return [];
    const seen = packets.slice(0, number);
    const before = seen.filter(({ direction }) => direction === packet.direction);
    const peer = seen.filter(({ direction }) => direction !== packet.direction);
    const rule = RULES.find(
      (one) => one.verdict === verdict && one.by === by && one.holds(packet, before, peer),
    );
    if (packet.isDamaged) return [{ packet, verdict, disagreement: 'damagedHeader' }];
    // The numbers of a damaged header stay with Wireshark: what comes later is held against them.
    const late = seen.some(({ isDamaged }) => isDamaged) ? 'damagedHeader' : undefined;
    return [{ packet, verdict, disagreement: rule?.disagreement ?? late }];
  });
}

function guesses({ analysis }: Judged, field: AnalysisField): boolean {
  return analysis.has(field);
}

function isLastByteAgain(packet: Judged): boolean {
  return guesses(packet, 'keep_alive') && packet.labels.has('retransmission') && packet.segment?.length === 1;
}

/** The network made two of one, and the other came first. */
function isSecondOfTwins({ record }: Judged, before: readonly Judged[]): boolean {
  return before.some(
    (other) => other.record.id === record.duplicateOf || other.record.duplicateOf === record.id,
  );
}

/** What its sender sent later came first, and went further. */
function isOvertaken({ record, segment }: Judged, before: readonly Judged[]): boolean {
  return before.some((other) => other.record.id > record.id && distance(segment?.end ?? 0, endOf(other)) > 0);
}

function isSameAck(one: Judged | undefined, other: Judged): boolean {
  const [a, b] = [one?.segment?.header, other.segment?.header];
  return a?.acknowledgment === b?.acknowledgment && a?.window === b?.window;
}

function startOf({ segment }: Judged): number {
  return segment?.header.sequence ?? 0;
}

function endOf({ segment }: Judged): number {
  return segment?.end ?? 0;
}

/** How far the sender of these segments lets its peer go, by the last of them (RFC 7323 §2.3). */
function rightEdgeOf(sent: readonly Judged[]): number {
  const headers = sent.flatMap(({ segment }) => (segment ? [segment.header] : []));
  const scales = headers.flatMap(({ options }) => options.filter((option) => option.kind === 'windowScale'));
  const last = headers.at(-1);
  return last ? last.acknowledgment + last.window * 2 ** (scales[0]?.shift ?? 0) : 0;
}

/** How far `to` lies ahead of `from` in sequence space. */
function distance(from: number, to: number): number {
  return (to - from) | 0;
}
