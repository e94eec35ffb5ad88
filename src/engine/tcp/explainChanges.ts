import { changedVariables } from '../../trace/changedVariables';
import type { Reason } from '../../trace/reason';
import type { ChangeReason, ConnectionSnapshot, Variable } from '../../trace/snapshot';
import { explainState } from './explainState';
import type { Occasion } from './occasion';

/** What the code that set a variable last said about it. */
export interface ReasonsSet {
  readonly cwnd: Reason;
  readonly ssthresh: Reason;
  readonly rtoNs: Reason;
  /** Why something is taken for lost before the timer says so. */
  readonly loss: Reason;
  /** Why a recovery is over that was not for nothing. */
  readonly recoveryEnd: Reason;
}

/** Two snapshots of a connection and what happened between them. */
export interface Step {
  readonly before: ConnectionSnapshot;
  readonly after: ConnectionSnapshot;
  readonly occasion: Occasion;
  readonly set: ReasonsSet;
}

const ACK_ARRIVED: Reason = { kind: 'ackArrived' };
const SACK_ARRIVED: Reason = { kind: 'sackArrived' };
const DUPLICATE_ACK_ARRIVED: Reason = { kind: 'duplicateAckArrived' };
const APP_CALLED: Reason = { kind: 'appCalled' };
const GAP_FILLED: Reason = { kind: 'gapFilled' };

/** Each variable that differs, and why. */
export function explainChanges(step: Step): readonly ChangeReason[] {
  const changed = changedVariables(step.before, step.after);
  return changed.map((variable) => ({ variable, reason: explain(variable, step) }));
}

function explain(variable: Variable, step: Step): Reason {
  const { before, after, occasion, set } = step;
  switch (variable) {
    case 'state':
      return explainState(before.state, after, occasion);
    case 'phase':
    case 'recoveryPoint':
      return explainPhase(step);
    case 'cwnd':
    case 'ssthresh':
    case 'rtoNs':
      return set[variable];
    case 'sendUnacked':
      return ACK_ARRIVED;
    case 'sendNext':
    case 'highestSent':
      return explainSending(step);
    case 'unsentBytes':
    case 'inFlight':
    case 'pipe':
    case 'sackedBytes':
    case 'scoreboard':
    case 'duplicateAcks':
      return explainFlight(variable, step);
    case 'lostBytes':
    case 'resentBytes':
    case 'lost':
    case 'resent':
      return explainLoss(variable, step);
    case 'smoothedRttNs':
    case 'rttVarianceNs':
    case 'sendWindow':
    case 'sendMaxSegmentBytes':
    case 'ecnAgreed':
    case 'ecnEchoing':
    case 'ecnOwesNotice':
      return explainPath(variable, step);
    case 'initialReceiveSequence':
    case 'receiveNext':
    case 'receiveWindow':
    case 'reassemblyBytes':
    case 'reassembly':
    case 'readableBytes':
      return explainReceiving(variable, step);
    case 'localPort':
    case 'remotePort':
    case 'initialSendSequence':
      return occasion.event;
  }
}

/** Recovery begins with what it sends again first. */
function explainPhase({ before, after, occasion, set }: Step): Reason {
  switch (after.phase) {
    case 'fastRecovery':
    case 'timeoutRecovery':
      return occasion.resent ?? (after.phase === before.phase ? occasion.event : set.ssthresh);
    default:
      if (before.phase === 'fastRecovery' || before.phase === 'timeoutRecovery') {
        return set.cwnd.kind === 'reductionUndone' ? set.cwnd : set.recoveryEnd;
      }
      return after.cwnd === before.cwnd ? set.ssthresh : set.cwnd;
  }
}

/** Where the sender stands moves with what it sends, or ahead to SND.UNA: past what a window probe carried. */
function explainSending({ before, after, occasion }: Step): Reason {
  const { sent, resent, event } = occasion;
  return sent ?? resent ?? (before.sendUnacked === after.sendUnacked ? event : ACK_ARRIVED);
}

type FlightVariable = 'inFlight' | 'pipe' | 'sackedBytes' | 'scoreboard' | 'duplicateAcks' | 'unsentBytes';

/** What waits to be sent, what is in flight, and what the sender believes of it. */
function explainFlight(variable: FlightVariable, step: Step): Reason {
  const { before, after } = step;
  const hasRisen = variable !== 'scoreboard' && after[variable] > before[variable];
  if (hasRisen) {
    switch (variable) {
      case 'duplicateAcks':
        return before.scoreboard === after.scoreboard ? DUPLICATE_ACK_ARRIVED : SACK_ARRIVED;
      case 'sackedBytes':
        return SACK_ARRIVED;
      case 'unsentBytes':
        return APP_CALLED;
      default:
        return explainSending(step);
    }
  }
  return variable === 'unsentBytes' ? explainSending(step) : explainNews(step);
}

/** What is taken for lost, and what was sent again instead. */
function explainLoss(variable: 'lostBytes' | 'resentBytes' | 'lost' | 'resent', step: Step): Reason {
  const { before, after, occasion, set } = step;
  const { resent } = occasion;
  const isAboutLoss = variable === 'lostBytes' || variable === 'lost';
  if (isAboutLoss && after.lostBytes > before.lostBytes) {
    const isTold = resent?.kind === 'retransmissionTimeout' || resent?.kind === 'partialAck';
    return isTold ? resent : set.loss;
  }
  const isSending =
    variable === 'resentBytes' ? after.resentBytes > before.resentBytes : variable !== 'lostBytes';
  return (isSending ? resent : undefined) ?? explainNews(step);
}

/** What has come back, or the beginning or end of a recovery. */
function explainNews(step: Step): Reason {
  const { before, after, occasion } = step;
  if (after.phase === 'timeoutRecovery' && before.phase !== after.phase) return explainPhase(step);
  if (before.sendUnacked !== after.sendUnacked) return ACK_ARRIVED;
  if (before.scoreboard !== after.scoreboard) return SACK_ARRIVED;
  if (before.duplicateAcks !== after.duplicateAcks) return DUPLICATE_ACK_ARRIVED;
  return before.phase === after.phase ? occasion.event : explainPhase(step);
}

type PathVariable =
  | 'smoothedRttNs'
  | 'rttVarianceNs'
  | 'sendWindow'
  | 'sendMaxSegmentBytes'
  | 'ecnAgreed'
  | 'ecnEchoing'
  | 'ecnOwesNotice';

/** What one end knows of the path and of the other end. */
function explainPath(variable: PathVariable, step: Step): Reason {
  const { before, after } = step;
  switch (variable) {
    case 'smoothedRttNs':
    case 'rttVarianceNs':
      return { kind: before.smoothedRttNs === 0 ? 'firstRttSample' : 'rttSample' };
    case 'sendWindow':
      return { kind: 'windowAnnounced' };
    case 'sendMaxSegmentBytes':
      return { kind: before.state === after.state ? 'packetTooBig' : 'segmentSizeAgreed' };
    case 'ecnAgreed':
      return { kind: 'ecnAgreed' };
    case 'ecnEchoing':
      return { kind: after.ecnEchoing === 1 ? 'markArrived' : 'reductionHeard' };
    case 'ecnOwesNotice':
      return after.ecnOwesNotice === 1 ? { kind: 'reductionOwed' } : explainSending(step);
  }
}

type ReceiveVariable =
  | 'initialReceiveSequence'
  | 'receiveNext'
  | 'receiveWindow'
  | 'reassemblyBytes'
  | 'reassembly'
  | 'readableBytes';

/** What has come, what is still missing, and how much more may come. */
function explainReceiving(variable: ReceiveVariable, step: Step): Reason {
  const { before, after } = step;
  switch (variable) {
    case 'reassemblyBytes':
    case 'reassembly':
      return before.receiveNext === after.receiveNext ? { kind: 'outOfOrder' } : GAP_FILLED;
    case 'readableBytes':
      return after.readableBytes < before.readableBytes ? APP_CALLED : explainArrival(step);
    case 'receiveWindow':
      return after.receiveWindow < before.receiveWindow ? explainArrival(step) : { kind: 'windowAdvertised' };
    case 'initialReceiveSequence':
    case 'receiveNext':
      return explainArrival(step);
  }
}

function explainArrival({ before, after }: Step): Reason {
  if (before.initialReceiveSequence !== after.initialReceiveSequence) return { kind: 'synArrived' };
  if (before.reassemblyBytes > after.reassemblyBytes) return GAP_FILLED;
  const isOne = after.receiveNext === (before.receiveNext + 1) >>> 0;
  return { kind: isOne && hasPeerClosed(after) && !hasPeerClosed(before) ? 'peerClosed' : 'inOrder' };
}

/** Whether the peer's FIN has been taken. */
function hasPeerClosed({ state }: ConnectionSnapshot): boolean {
  return state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';
}
