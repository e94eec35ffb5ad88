import type { Reason } from '../../trace/reason';
import type { ConnectionSnapshot, TcpState } from '../../trace/snapshot';
import type { Occasion } from './occasion';

/** Why a connection went from one state to the next: the labels of RFC 9293 §3.3.2, figure 5. */
export function explainState(before: TcpState, after: ConnectionSnapshot, occasion: Occasion): Reason {
  switch (after.state) {
    case 'LISTEN':
      return { kind: 'appCalled' };
    case 'SYN-SENT':
      return { kind: 'openActive' };
    case 'SYN-RECEIVED':
      return { kind: 'synArrived' };
    case 'ESTABLISHED':
      return { kind: 'connected' };
    case 'FIN-WAIT-1':
    case 'LAST-ACK':
      return { kind: 'appClosed' };
    case 'FIN-WAIT-2':
      return { kind: 'finAcknowledged' };
    case 'CLOSE-WAIT':
    case 'CLOSING':
      return { kind: 'peerClosed' };
    case 'TIME-WAIT':
      return { kind: before === 'CLOSING' ? 'finAcknowledged' : 'peerClosed' };
    case 'CLOSED':
      return explainEnd(before, after, occasion);
  }
}

/** There are many ways to end. */
function explainEnd(before: TcpState, after: ConnectionSnapshot, { event, expired, told }: Occasion): Reason {
  switch (event.kind) {
    case 'timerExpired':
      return { kind: expired === 'timeWait' ? 'timeWaitOver' : 'gaveUp' };
    case 'appCalled':
      return { kind: before === 'LISTEN' || before === 'SYN-SENT' ? 'appClosed' : 'appAborted' };
    case 'segmentArrived': {
      if (told === 'connectionRefused') return { kind: told };
      // It makes way for a newer connection without a word.
      if (before === 'TIME-WAIT' && told === undefined) return { kind: 'synArrived' };
      const isAllAcknowledged = after.sendUnacked === after.highestSent;
      return { kind: before === 'LAST-ACK' && isAllAcknowledged ? 'finAcknowledged' : 'connectionReset' };
    }
    default:
      return event;
  }
}
