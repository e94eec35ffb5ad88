import type { Reason } from '../../trace/reason';
import type { Ipv4Address } from '../../wire/address';
import type { TcpHeader } from '../../wire/tcp';
import type { TimerChange } from './timers';

/** One of the two sockets that define a connection (RFC 9293 §3.4.1). */
export interface Endpoint {
  readonly address: Ipv4Address;
  readonly port: number;
}

/** A segment on its way to the IP layer. */
export interface OutgoingSegment {
  readonly header: TcpHeader;
  /** A view of the send buffer: to be encoded at once, not to be kept. */
  readonly payload: Uint8Array;
  /** Offset of the first payload byte in the app's stream, -1 without payload. */
  readonly streamOffset: number;
  /** It carries a byte, a SYN or a FIN that was sent before. */
  readonly isRetransmission: boolean;
  /** ECN field for the IP header (RFC 3168 §6.1). */
  readonly ecn: number;
  readonly reason: Reason;
}

/** What a connection tells its app (RFC 9293 §3.9.2). */
export interface AppNotice {
  readonly kind:
    | 'connected'
    /** New bytes can be read. */
    | 'readable'
    /** `write` took less than it was given; now there is room again. */
    | 'writable'
    /** The peer will send no more: all it sent can be read now or was read. */
    | 'peerClosed'
    /** Both directions are closed in good order and the connection is gone. */
    | 'closed'
    | 'connectionRefused'
    | 'connectionReset'
    /** A router says that the peer cannot be reached; the connection keeps trying (RFC 9293 §3.9.2.2). */
    | 'hostUnreachable'
    /** The same segment was sent again and again without an answer; the connection keeps trying (RFC 9293 §3.9.1.8). */
    | 'deliveryProblem'
    /** The peer did not answer for too long; the connection is gone (RFC 9293 §3.8.3). */
    | 'gaveUp';
}

/** What a connection needs from its host. All calls are made synchronously from within the connection's methods. */
export interface ConnectionContext {
  send(segment: OutgoingSegment): void;
  /** The app may call `write`, `read`, `close` and `abort` from inside. */
  tell(notice: AppNotice): void;
  timer(change: TimerChange, reason: Reason): void;
  /** The connection is about to leave its state: for a host that shows every one, however short. */
  stateEnds?(): void;
}
