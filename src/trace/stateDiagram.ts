import type { Nanoseconds } from '../experiment/experiment';
import type { ConnectionEnd } from './connectionEnds';
import { changesUntil } from './lastChange';
import type { Reason } from './reason';
import type { RfcSection } from './rfcSection';
import type { TcpState } from './snapshot';
import type { Trace } from './trace';

/** What makes a connection go from one state to another. */
export type StateTrigger =
  | 'passiveOpen'
  | 'activeOpen'
  | 'send'
  | 'close'
  | 'receiveSyn'
  | 'receiveSynAck'
  | 'receiveAckOfSyn'
  | 'receiveFin'
  | 'receiveAckOfFin'
  | 'receiveRst'
  | 'timeout';

/** An arrow of the diagram: what happens, and what is sent in answer. */
export interface StateArrow {
  readonly from: TcpState;
  readonly to: TcpState;
  readonly trigger: StateTrigger;
  readonly sends: 'SYN' | 'SYN,ACK' | 'ACK' | 'FIN' | null;
}

/** Every arrow of RFC 9293 §3.3.2, figure 5. Notes 2 and 3 add two kinds: both in one segment, and RST from anywhere. */
export const STATE_ARROWS: readonly StateArrow[] = [
  { from: 'CLOSED', to: 'LISTEN', trigger: 'passiveOpen', sends: null },
  { from: 'CLOSED', to: 'SYN-SENT', trigger: 'activeOpen', sends: 'SYN' },
  { from: 'LISTEN', to: 'SYN-RECEIVED', trigger: 'receiveSyn', sends: 'SYN,ACK' },
  { from: 'LISTEN', to: 'SYN-SENT', trigger: 'send', sends: 'SYN' },
  { from: 'LISTEN', to: 'CLOSED', trigger: 'close', sends: null },
  { from: 'SYN-SENT', to: 'SYN-RECEIVED', trigger: 'receiveSyn', sends: 'SYN,ACK' },
  { from: 'SYN-SENT', to: 'ESTABLISHED', trigger: 'receiveSynAck', sends: 'ACK' },
  { from: 'SYN-SENT', to: 'CLOSED', trigger: 'close', sends: null },
  { from: 'SYN-RECEIVED', to: 'ESTABLISHED', trigger: 'receiveAckOfSyn', sends: null },
  { from: 'SYN-RECEIVED', to: 'FIN-WAIT-1', trigger: 'close', sends: 'FIN' },
  { from: 'SYN-RECEIVED', to: 'LISTEN', trigger: 'receiveRst', sends: null },
  { from: 'ESTABLISHED', to: 'FIN-WAIT-1', trigger: 'close', sends: 'FIN' },
  { from: 'ESTABLISHED', to: 'CLOSE-WAIT', trigger: 'receiveFin', sends: 'ACK' },
  { from: 'FIN-WAIT-1', to: 'FIN-WAIT-2', trigger: 'receiveAckOfFin', sends: null },
  { from: 'FIN-WAIT-1', to: 'CLOSING', trigger: 'receiveFin', sends: 'ACK' },
  { from: 'FIN-WAIT-2', to: 'TIME-WAIT', trigger: 'receiveFin', sends: 'ACK' },
  { from: 'CLOSING', to: 'TIME-WAIT', trigger: 'receiveAckOfFin', sends: null },
  { from: 'CLOSE-WAIT', to: 'LAST-ACK', trigger: 'close', sends: 'FIN' },
  { from: 'LAST-ACK', to: 'CLOSED', trigger: 'receiveAckOfFin', sends: null },
  { from: 'TIME-WAIT', to: 'CLOSED', trigger: 'timeout', sends: null },
];

/** A step that one end of a connection has taken. */
export interface StateStep {
  readonly timeNs: Nanoseconds;
  readonly from: TcpState;
  readonly to: TcpState;
  readonly reason: Reason;
  readonly source: RfcSection | null;
  /** The `connectionChanged` event. */
  readonly event: number;
  /** The packet that came and made it happen, or -1. */
  readonly packet: number;
}

/** The steps of one end by `timeNs`, the oldest first. What it was before the trace knew of it, the first step tells. */
export function statePath(trace: Trace, end: ConnectionEnd, timeNs: Nanoseconds): readonly StateStep[] {
  return changesUntil(trace, end, 'state', timeNs).flatMap(
    ({ from, to, reason, source, event, timeNs: at }) =>
      isState(to)
        ? [
            stepOf(trace, {
              from: isState(from) ? from : stateBefore(to),
              to,
              reason,
              source,
              event,
              timeNs: at,
            }),
          ]
        : [],
  );
}

function stepOf(trace: Trace, change: Omit<StateStep, 'packet'>): StateStep {
  return { ...change, packet: arrivedPacket(trace, change.event) };
}

function arrivedPacket(trace: Trace, number: number): number {
  const { cause } = trace.event(number);
  const event = cause >= 0 ? trace.event(cause) : null;
  return event?.kind === 'packetAccepted' || event?.kind === 'packetArrived' ? event.packet : -1;
}

/** A connection comes from a room that listens, or from nothing. */
function stateBefore(to: TcpState): TcpState {
  return to === 'SYN-RECEIVED' ? 'LISTEN' : 'CLOSED';
}

function isState(value: unknown): value is TcpState {
  return typeof value === 'string';
}
