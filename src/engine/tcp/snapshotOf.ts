import { type ConnectionSnapshot, NO_RANGES, type Phase, type SequenceRange } from '../../trace/snapshot';
import type { ReasonsSet } from './explainChanges';
import type { Range } from './rangeSet';
import { finPosition } from './sendSequence';
import { wrap } from './sequence';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/**
 * Everything about a connection that a viewer may see, at this moment. Lists that are as in `before` are the very lists
 * of `before`, so that variables compare by identity and a trace keeps each list once.
 */
export function snapshotOf(tcb: TransmissionControlBlock, before?: ConnectionSnapshot): ConnectionSnapshot {
  const {
    setup,
    rtt,
    ecn,
    recovery,
    reassembly,
    initialReceiveSequence,
    sendUnacked,
    sendNext,
    highestSent,
  } = tcb;
  const { initialSequence } = setup;
  const { cwnd, ssthresh } = tcb.congestion.window;
  return {
    ...flightOf(tcb, before),
    state: tcb.state,
    phase: phaseOf(tcb),
    localPort: setup.local.port,
    remotePort: setup.remote.port,
    initialSendSequence: initialSequence,
    initialReceiveSequence,
    sendUnacked: wrap(initialSequence, sendUnacked),
    sendNext: wrap(initialSequence, sendNext),
    highestSent: wrap(initialSequence, highestSent),
    sendWindow: tcb.sendWindow,
    receiveNext: wrap(initialReceiveSequence, tcb.receiveNext),
    receiveWindow: tcb.advertisedEdge - tcb.receiveNext,
    cwnd,
    ssthresh,
    sendMaxSegmentBytes: tcb.sendMaxSegmentBytes,
    duplicateAcks: recovery.duplicateAcks,
    ecnAgreed: Number(ecn.isAgreed),
    ecnEchoing: Number(ecn.isEchoing),
    ecnOwesNotice: Number(ecn.owesNotice),
    smoothedRttNs: rtt.smoothedRttNs,
    rttVarianceNs: rtt.rttVarianceNs,
    rtoNs: rtt.rtoNs,
    reassemblyBytes: reassembly.bytes,
    reassembly: absolute(reassembly.blocks, initialReceiveSequence, before?.reassembly),
    readableBytes: tcb.readableBytes,
    unsentBytes: Math.max(0, finPosition(tcb) - Math.max(highestSent, 1)),
  };
}

type FlightVariable =
  | 'inFlight'
  | 'pipe'
  | 'sackedBytes'
  | 'lostBytes'
  | 'resentBytes'
  | 'recoveryPoint'
  | 'scoreboard'
  | 'lost'
  | 'resent';

/** What is in flight, and what the sender believes of it. */
function flightOf(
  tcb: TransmissionControlBlock,
  before: ConnectionSnapshot | undefined,
): Pick<ConnectionSnapshot, FlightVariable> {
  const { recovery, setup } = tcb;
  const { initialSequence } = setup;
  const { pipeBytes, sackedBytes, lostBytes, resentBytes, lost, resent } = recovery.estimate(tcb);
  return {
    inFlight: tcb.sendNext - tcb.sendUnacked,
    pipe: pipeBytes,
    sackedBytes,
    lostBytes,
    resentBytes,
    recoveryPoint: recovery.phase === 'open' ? -1 : wrap(initialSequence, recovery.recoveryPoint),
    scoreboard: absolute(recovery.scoreboard, initialSequence, before?.scoreboard),
    lost: absolute(lost, initialSequence, before?.lost),
    resent: absolute(resent, initialSequence, before?.resent),
  };
}

/** A view of what the code that set a variable last said about it. */
export function reasonsSetIn(tcb: TransmissionControlBlock): ReasonsSet {
  return {
    get cwnd() {
      return tcb.congestion.window.cwndReason;
    },
    get ssthresh() {
      return tcb.congestion.window.ssthreshReason;
    },
    get rtoNs() {
      return tcb.rtt.rtoReason;
    },
  };
}

function phaseOf({ recovery, congestion }: TransmissionControlBlock): Phase {
  if (recovery.phase !== 'open') return recovery.phase;
  const { cwnd, ssthresh } = congestion.window;
  return cwnd < ssthresh ? 'slowStart' : 'congestionAvoidance';
}

/** Positions as sequence numbers; `known` if they are the same. */
function absolute(
  ranges: readonly Range[],
  initialSequence: number,
  known: readonly SequenceRange[] = NO_RANGES,
): readonly SequenceRange[] {
  if (ranges.length === 0) return NO_RANGES;
  const isKnown =
    ranges.length === known.length &&
    ranges.every(({ start, end }, i) => {
      const range = known[i]!;
      return range.start === wrap(initialSequence, start) && range.end === wrap(initialSequence, end);
    });
  if (isKnown) return known;
  return ranges.map(({ start, end }) => ({
    start: wrap(initialSequence, start),
    end: wrap(initialSequence, end),
  }));
}
