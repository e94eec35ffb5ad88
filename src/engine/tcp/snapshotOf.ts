import { type ConnectionSnapshot, NO_RANGES, type Phase, type SequenceRange } from '../../trace/snapshot';
import type { ReasonsSet } from './explainChanges';
import type { Range } from './rangeSet';
import { finPosition } from './sendSequence';
import { wrap } from './sequence';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/**
 * Everything about a connection that a viewer may see, at this moment. Lists that are as in `before` are the very lists
 * of `before`, so that variables compare by identity and a trace keeps each list once. One literal, made after each
 * event: put together from parts it would be many times slower.
 */
export function snapshotOf(tcb: TransmissionControlBlock, before?: ConnectionSnapshot): ConnectionSnapshot {
  const { setup, rtt, ecn, recovery, reassembly, initialReceiveSequence } = tcb;
  const { initialSequence, local, remote } = setup;
  const { cwnd, ssthresh } = tcb.congestion.window;
  const estimate = recovery.estimate(tcb);
  return {
    state: tcb.state,
    phase: phaseOf(tcb),
    localPort: local.port,
    remotePort: remote.port,
    initialSendSequence: initialSequence,
    initialReceiveSequence,
    sendUnacked: wrap(initialSequence, tcb.sendUnacked),
    sendNext: wrap(initialSequence, tcb.sendNext),
    highestSent: wrap(initialSequence, tcb.highestSent),
    sendWindow: tcb.sendWindow,
    receiveNext: wrap(initialReceiveSequence, tcb.receiveNext),
    receiveWindow: tcb.advertisedEdge - tcb.receiveNext,
    cwnd,
    ssthresh,
    inFlight: tcb.sendNext - tcb.sendUnacked,
    pipe: estimate.pipeBytes,
    sackedBytes: estimate.sackedBytes,
    lostBytes: estimate.lostBytes,
    resentBytes: estimate.resentBytes,
    recoveryPoint: recovery.phase === 'open' ? -1 : wrap(initialSequence, recovery.recoveryPoint),
    scoreboard: absolute(recovery.scoreboard, initialSequence, before?.scoreboard),
    lost: absolute(estimate.lost, initialSequence, before?.lost),
    resent: absolute(estimate.resent, initialSequence, before?.resent),
    sendMaxSegmentBytes: tcb.sendMaxSegmentBytes,
    duplicateAcks: recovery.duplicateAcks,
    ecnAgreed: Number(ecn.isAgreed),
    ecnEchoing: Number(ecn.isEchoing),
    ecnOwesNotice: Number(ecn.owesNotice),
    smoothedRttNs: rtt.smoothedRttNs,
    rttVarianceNs: rtt.rttVarianceNs,
    rtoNs: rtt.rtoNs,
    reassemblyBytes: reassembly.bytes,
    reassembly: absolute(heldRanges(tcb), initialReceiveSequence, before?.reassembly),
    readableBytes: tcb.readableBytes,
    unsentBytes: Math.max(0, finPosition(tcb) - Math.max(tcb.highestSent, 1)),
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
    get loss() {
      if (!tcb.hasSack) return { kind: 'lossCounted' } as const;
      return { kind: tcb.setup.options.rackTlp ? 'lossOvertaken' : 'lossInferred' } as const;
    },
    get recoveryEnd() {
      return { kind: tcb.hasSack ? 'sackRecoveryEnded' : 'recoveryEnded' } as const;
    },
  };
}

function phaseOf({ recovery, congestion }: TransmissionControlBlock): Phase {
  if (recovery.phase !== 'open') return recovery.phase;
  const { cwnd, ssthresh } = congestion.window;
  return cwnd < ssthresh ? 'slowStart' : 'congestionAvoidance';
}

/** What is held out of order, a FIN behind it included: it is remembered too. */
function heldRanges({ reassembly, peerFin }: TransmissionControlBlock): readonly Range[] {
  const ranges = reassembly.blocks;
  const last = ranges.at(-1);
  return last?.end === peerFin ? [...ranges.slice(0, -1), { start: last.start, end: peerFin + 1 }] : ranges;
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
