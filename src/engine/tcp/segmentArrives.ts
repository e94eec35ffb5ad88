import type { Nanoseconds } from '../../experiment/experiment';
import type { Mechanism } from '../../experiment/tcpOptions';
import type { TcpHeader } from '../../wire/tcp';
import { acknowledgeSyn, takeAcknowledgment, updateWindow } from './acknowledgment';
import { type Arrival, readArrival } from './arrival';
import { arrivalInListen } from './arrivalInListen';
import { arrivalInSynSent } from './arrivalInSynSent';
import { challenge } from './challenge';
import { dialectOf } from './dialect';
import { finish, waitTwoLifetimes } from './finish';
import { establish } from './handshake';
import { isOn } from './mechanisms';
import { acceptText, acknowledgeFin, mayReceive, noteOldText } from './receiver';
import { resetFor } from './reset';
import {
  hasValidAck,
  isAcceptable,
  isAckAcceptable,
  isFlagless,
  isRepeatedCall,
  isSynAcknowledged,
  isUnheardAck,
  lacksTimestamps,
  noteTimestamp,
  passesTimestampCheck,
  withoutRepeatedSyn,
} from './segmentAcceptability';
import { finPosition, isFinAcknowledged } from './sendSequence';
import { sendReset, sendSyn } from './transmit';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Deals with one aspect of a segment; false when the segment has been dealt with altogether. */
type Step = (tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival) => boolean;

type Steps = readonly (readonly [Step, Mechanism | undefined])[];

/** What follows the handling of the ACK. */
const TEXT_STEPS: Steps = [
  [processText, undefined],
  [checkFin, 'finCheck'],
];
/** The order of RFC 9293 §3.10.7.4. Third (security) and sixth (urgent pointer) are not modelled. */
const STEPS: Steps = [
  [checkSequence, undefined],
  [checkReset, 'resetCheck'],
  [checkSynchronize, 'synchronizeCheck'],
  [checkAcknowledgment, undefined],
  ...TEXT_STEPS,
];

/** SEGMENT ARRIVES (RFC 9293 §3.10.7); `ecn` is the ECN field of its IP header (RFC 3168 §5). */
export function segmentArrives(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  header: TcpHeader,
  payload: Uint8Array,
  ecn: number,
): void {
  switch (tcb.state) {
    case 'CLOSED':
      return sendReset(tcb, resetFor(header, payload.length), { kind: 'noConnection' });
    case 'LISTEN':
      return arrivalInListen(tcb, now, header, payload);
    case 'SYN-SENT': {
      const arrival = arrivalInSynSent(tcb, now, header, payload);
      return arrival && follow(TEXT_STEPS, tcb, now, arrival);
    }
    default: {
      const whole = readArrival(tcb, header, payload, ecn);
      if (isFlagless(whole) && dialectOf(tcb).dropsFlagless) return undefined;
      if (isRepeatedCall(tcb, whole) && dialectOf(tcb).repeatsSynAck) {
        return sendSyn(tcb, now, { kind: 'answerSyn' });
      }
      return follow(STEPS, tcb, now, withoutRepeatedSyn(tcb, whole));
    }
  }
}

/** Takes one step after the other, but for those whose mechanism is switched off, until one has dealt with it all. */
function follow(steps: Steps, tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): void {
  for (const [step, mechanism] of steps) {
    const isTaken = mechanism === undefined || isOn(tcb, mechanism);
    if (isTaken && !step(tcb, now, arrival)) return;
  }
}

/** First: is any of it within the receive window? */
function checkSequence(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): boolean {
  if (lacksTimestamps(tcb, arrival)) return false;
  const isFresh = passesTimestampCheck(tcb, now, arrival);
  if (isFresh && isAcceptable(tcb, arrival)) {
    noteTimestamp(tcb, now, arrival);
    return true;
  }
  if (arrival.hasReset) return false;
  if (isFresh && hasValidAck(tcb, arrival) && !checkAcknowledgment(tcb, now, arrival)) return false;
  // The peer repeats its FIN because our last ACK was lost.
  if (tcb.state === 'TIME-WAIT' && arrival.hasFin) waitTwoLifetimes(tcb, now);
  noteOldText(tcb, arrival);
  if (arrival.length > 0) tcb.ackNow = { kind: 'unacceptableSegment' };
  else challenge(tcb, now, { kind: 'unacceptableSegment' });
  return false;
}

/** Second: a RST must carry exactly RCV.NXT, else the peer is asked whether it means it (RFC 5961 §3.2). */
function checkReset(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): boolean {
  if (!arrival.hasReset) return true;
  if (arrival.sequence !== tcb.receiveNext && isOn(tcb, 'challengeAcks')) {
    const isIgnored = tcb.state === 'TIME-WAIT' && dialectOf(tcb).ignoresInexactResetInTimeWait;
    if (!isIgnored) challenge(tcb, now, { kind: 'challengeReset' });
    return false;
  }
  switch (tcb.state) {
    case 'SYN-RECEIVED':
      // A passive open goes back to listening, which the host does: its app never heard of this caller.
      finish(tcb, tcb.isActive ? 'connectionRefused' : undefined);
      break;
    case 'CLOSING':
    case 'LAST-ACK': {
      // Only an app that knows all its bytes to have arrived can do without the bad news.
      const isMissed = tcb.sendUnacked < finPosition(tcb) || dialectOf(tcb).tellsEveryReset;
      finish(tcb, isMissed ? 'connectionReset' : 'closed');
      break;
    }
    case 'TIME-WAIT':
      finish(tcb, 'closed');
      break;
    default:
      finish(tcb, 'connectionReset');
  }
  return false;
}

/** Fourth: a SYN inside the window is old or forged (RFC 5961 §4.2). */
function checkSynchronize(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): boolean {
  if (!arrival.hasSyn) return true;
  if (tcb.state === 'SYN-RECEIVED' && !tcb.isActive) finish(tcb);
  else if (isOn(tcb, 'challengeAcks')) challenge(tcb, now, { kind: 'challengeSyn' });
  else {
    // As RFC 793 had it.
    sendReset(tcb, resetFor(arrival.header, arrival.payload.length), { kind: 'noConnection' });
    finish(tcb, 'connectionReset');
  }
  return false;
}

/** Fifth: what has the peer got, and how much more may come? */
function checkAcknowledgment(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): boolean {
  if (!arrival.hasAck) return false;
  if (tcb.state === 'SYN-RECEIVED') return completeHandshake(tcb, now, arrival);
  if (!isAckAcceptable(tcb, arrival)) {
    if (!isUnheardAck(tcb, arrival)) challenge(tcb, now, { kind: 'challengeAck' });
    return false;
  }
  if (tcb.timers.isRunning('persist')) tcb.waitingSinceNs = now;
  takeAcknowledgment(tcb, now, arrival);
  if (arrival.acknowledgment >= tcb.sendUnacked) updateWindow(tcb, arrival);
  if (tcb.state === 'TIME-WAIT') return answerInTimeWait(tcb, now, arrival);
  return isFinAcknowledged(tcb) ? enterStateAfterFinAck(tcb, now) : true;
}

/** The peer can only be repeating itself: it is acknowledged once more, unless it says what the last segment says. */
function answerInTimeWait(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): boolean {
  const { sequence, acknowledgment, length } = arrival;
  if (arrival.hasFin) waitTwoLifetimes(tcb, now);
  if (length > 0) tcb.ackNow = { kind: 'acknowledge' };
  else if (sequence !== tcb.receiveNext || acknowledgment !== tcb.sendNext) {
    challenge(tcb, now, { kind: 'acknowledge' });
  }
  return false;
}

/** The ACK of our SYN opens the connection; any other one belongs to none. */
function completeHandshake(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): boolean {
  if (!isSynAcknowledged(tcb, arrival.acknowledgment)) {
    sendReset(tcb, resetFor(arrival.header, arrival.payload.length), { kind: 'unexpectedAck' });
    return false;
  }
  acknowledgeSyn(tcb, now, arrival);
  updateWindow(tcb, arrival);
  establish(tcb);
  return true;
}

/** Our FIN is acknowledged: one direction is closed. */
function enterStateAfterFinAck(tcb: TransmissionControlBlock, now: Nanoseconds): boolean {
  switch (tcb.state) {
    case 'FIN-WAIT-1':
      tcb.state = 'FIN-WAIT-2';
      return true;
    case 'CLOSING':
      waitTwoLifetimes(tcb, now);
      return true;
    case 'LAST-ACK':
      finish(tcb, 'closed');
      return false;
    default:
      return true;
  }
}

/** Seventh: the text. After the peer's FIN there can be none. */
function processText(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): boolean {
  if (!mayReceive(tcb)) return false;
  const { payload, textStart } = arrival;
  if (tcb.isDeaf && payload.length > 0 && textStart + payload.length > tcb.receiveNext) {
    // Its bytes would be lost without a word (RFC 1122 §4.2.2.13).
    sendReset(tcb, resetFor(arrival.header, payload.length), { kind: 'noConnection' });
    finish(tcb, tcb.isAbandoned ? undefined : 'connectionReset');
    return false;
  }
  if (payload.length > 0 || arrival.hasFin) acceptText(tcb, now, arrival);
  return true;
}

/** Eighth: the FIN, once all before it is here; it may have come earlier. */
function checkFin(tcb: TransmissionControlBlock, now: Nanoseconds, _arrival: Arrival): boolean {
  if (!mayReceive(tcb) || tcb.receiveNext !== tcb.peerFin) return true;
  tcb.receiveNext += 1;
  acknowledgeFin(tcb);
  tcb.notices.push({ kind: 'peerClosed' });
  switch (tcb.state) {
    case 'ESTABLISHED':
      tcb.state = 'CLOSE-WAIT';
      return true;
    case 'FIN-WAIT-1':
      tcb.state = 'CLOSING';
      return true;
    default:
      waitTwoLifetimes(tcb, now);
      return true;
  }
}
