import type { Nanoseconds } from '../../experiment/experiment';
import type { Arrival } from './arrival';
import { dialectOf } from './dialect';
import { isOn } from './mechanisms';
import type { SentSegment } from './scoreboard';
import { timeSinceEcho } from './timestampClock';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Segments one ACK covers as a rule: RFC 7323 §4.2 expects a sample from every second segment in flight. */
const SEGMENTS_PER_SAMPLE = 2;

/** What an ACK says has arrived. */
interface Arrivals {
  /** First what SEG.ACK covers, then what SACK reports, each oldest first. */
  readonly arrived: readonly SentSegment[];
  /** How many SEG.ACK covers. */
  readonly acknowledged: number;
  /** Bytes outstanding before the ACK came. */
  readonly inFlight: number;
}

/** Takes the RTT sample that an ACK allows, if any; answers the round trip of the newest segment, for congestion control. */
export function measureRoundTrip(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  arrival: Arrival,
  arrivals: Arrivals,
): Nanoseconds | undefined {
  if (dialectOf(tcb).timesSegments) return timeSegments(tcb, now, arrival, arrivals);
  return arrivals.acknowledged > 0 ? sampleRtt(tcb, now, arrival, arrivals) : undefined;
}

/**
 * By timestamps where agreed on (RFC 7323 §4), else by when the newest of the segments acknowledged was sent, if none of
 * them was sent twice (Karn, RFC 6298 §3).
 */
function sampleRtt(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  { timestamps }: Arrival,
  { arrived, acknowledged, inFlight }: Arrivals,
): Nanoseconds | undefined {
  const { sampleEveryAck } = tcb.setup.options;
  const covered = arrived.slice(0, acknowledged);
  const newest = isAmbiguous(tcb, covered) ? undefined : covered.at(-1);
  const sinceSentNs = newest && now - newest.sentNs;
  if (tcb.hasTimestamps && timestamps) {
    const rttNs = timeSinceEcho(tcb, now, timestamps.echo);
    const expected = Math.ceil(inFlight / (SEGMENTS_PER_SAMPLE * tcb.sendMaxSegmentBytes));
    if (rttNs !== undefined) takeSample(tcb, rttNs, sampleEveryAck ? 1 : Math.max(1, expected));
    return sinceSentNs ?? rttNs;
  }
  if (!newest || sinceSentNs === undefined) return undefined;
  if (!sampleEveryAck && newest.start < tcb.sampleFrom) return sinceSentNs;
  takeSample(tcb, sinceSentNs, 1);
  tcb.sampleFrom = tcb.sendNext;
  return sinceSentNs;
}

/**
 * As Linux does: by when the oldest segment acknowledged was sent, if none was sent twice, else by the oldest reported;
 * by timestamps only where that tells nothing.
 */
function timeSegments(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  { timestamps }: Arrival,
  { arrived, acknowledged }: Arrivals,
): Nanoseconds | undefined {
  const covered = arrived.slice(0, acknowledged);
  const isCovered = acknowledged > 0 && !isAmbiguous(tcb, covered);
  const timed = isCovered ? covered : arrived.slice(acknowledged).filter(({ resends }) => resends === 0);
  if (timed.length > 0) {
    takeSample(tcb, now - timed[0]!.sentNs, 1);
    return now - timed.at(-1)!.sentNs;
  }
  if (acknowledged === 0 || !tcb.hasTimestamps || !timestamps) return undefined;
  const rttNs = timeSinceEcho(tcb, now, timestamps.echo);
  if (rttNs !== undefined) takeSample(tcb, rttNs, 1);
  return rttNs;
}

/** Whether an ACK of these does not tell which copy it answers (RFC 6298 §3). */
function isAmbiguous(tcb: TransmissionControlBlock, segments: readonly SentSegment[]): boolean {
  return isOn(tcb, 'karn') && segments.some(({ resends }) => resends > 0);
}

function takeSample(tcb: TransmissionControlBlock, rttNs: Nanoseconds, samplesPerRtt: number): void {
  if (isOn(tcb, 'rttEstimation')) tcb.rtt.sample(rttNs, samplesPerRtt, tcb);
  else tcb.rtt.restartAt(tcb.setup.options.rtoInitialNs);
}
