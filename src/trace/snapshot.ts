import type { Reason } from './reason';

/** Connection states of RFC 9293 §3.3.2; numbers in columns are positions in this list. */
export const TCP_STATES = [
  'CLOSED',
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
] as const;
/** One of them. */
export type TcpState = (typeof TCP_STATES)[number];

/** How the sender grows or repairs just now; numbers in columns are positions in this list. */
export const PHASES = ['slowStart', 'congestionAvoidance', 'fastRecovery', 'timeoutRecovery'] as const;
/** One of them. */
export type Phase = (typeof PHASES)[number];

/** Sequence numbers from `start` to before `end`, absolute, modulo 2^32. */
export interface SequenceRange {
  readonly start: number;
  readonly end: number;
}

/** The largest window that can be advertised (RFC 7323 §2.3); ssthresh, arbitrarily high at first (RFC 5681 §3.1), begins there. */
export const LARGEST_WINDOW_BYTES = 65_535 * 2 ** 14;

/** Everything about a connection that a viewer may see, as numbers; sequence numbers are absolute, sizes bytes, times ns. */
export interface ConnectionSnapshot {
  readonly state: TcpState;
  readonly phase: Phase;
  readonly localPort: number;
  readonly remotePort: number;
  /** ISS. */
  readonly initialSendSequence: number;
  /** IRS. */
  readonly initialReceiveSequence: number;
  /** SND.UNA: oldest byte not yet acknowledged. */
  readonly sendUnacked: number;
  /** SND.NXT: next byte to send. */
  readonly sendNext: number;
  /** SND.MAX: one past the highest number ever sent. Only a window probe goes beyond `sendNext`. */
  readonly highestSent: number;
  /** SND.WND. */
  readonly sendWindow: number;
  /** RCV.NXT: next byte expected. */
  readonly receiveNext: number;
  /** RCV.WND. */
  readonly receiveWindow: number;
  readonly cwnd: number;
  readonly ssthresh: number;
  /** SND.NXT less SND.UNA. */
  readonly inFlight: number;
  /** What the sender takes to be in the network: what has to fit into cwnd (RFC 6675 §2; without SACK the flight). */
  readonly pipe: number;
  /** Bytes in flight that the peer has reported out of order (RFC 2018). */
  readonly sackedBytes: number;
  /** Bytes in flight that the sender takes for lost, whether sent again or not. */
  readonly lostBytes: number;
  /** Bytes in flight that were sent again and are taken to be on their way. */
  readonly resentBytes: number;
  /** One past the highest number sent when the recovery under way began (RFC 6675 §2), -1 while none is. */
  readonly recoveryPoint: number;
  /** What the peer has reported beyond SND.UNA, lowest first (RFC 6675 §3). */
  readonly scoreboard: readonly SequenceRange[];
  /** What the sender takes for lost without a copy on its way, lowest first. */
  readonly lost: readonly SequenceRange[];
  /** What it has sent again and takes to be on its way, lowest first. */
  readonly resent: readonly SequenceRange[];
  /** SMSS: bytes of data in a full segment, options taken off. */
  readonly sendMaxSegmentBytes: number;
  readonly duplicateAcks: number;
  /** 1 once both SYNs have agreed on ECN (RFC 3168 §6.1.1), else 0. */
  readonly ecnAgreed: number;
  /** 1 while the receiver echoes a congestion mark that came (RFC 3168 §6.1.3), else 0. */
  readonly ecnEchoing: number;
  /** 1 while the sender has yet to say that it has reduced its window (RFC 3168 §6.1.2), else 0. */
  readonly ecnOwesNotice: number;
  /** Zero before the first sample. */
  readonly smoothedRttNs: number;
  readonly rttVarianceNs: number;
  readonly rtoNs: number;
  /** Bytes held out of order, waiting for a gap to be filled. */
  readonly reassemblyBytes: number;
  /** The same bytes as runs, lowest first. */
  readonly reassembly: readonly SequenceRange[];
  /** Bytes in order that the app has not read. */
  readonly readableBytes: number;
  /** Bytes the app wrote that were never sent yet. */
  readonly unsentBytes: number;
}

/** Column order of the numeric variables. */
export const NUMERIC_VARIABLES = [
  'localPort',
  'remotePort',
  'initialSendSequence',
  'initialReceiveSequence',
  'sendUnacked',
  'sendNext',
  'highestSent',
  'sendWindow',
  'receiveNext',
  'receiveWindow',
  'cwnd',
  'ssthresh',
  'inFlight',
  'pipe',
  'sackedBytes',
  'lostBytes',
  'resentBytes',
  'recoveryPoint',
  'sendMaxSegmentBytes',
  'duplicateAcks',
  'ecnAgreed',
  'ecnEchoing',
  'ecnOwesNotice',
  'smoothedRttNs',
  'rttVarianceNs',
  'rtoNs',
  'reassemblyBytes',
  'readableBytes',
  'unsentBytes',
] as const satisfies readonly (keyof ConnectionSnapshot)[];

/** Column order of the variables that are lists of ranges. */
export const RANGE_VARIABLES = [
  'scoreboard',
  'lost',
  'resent',
  'reassembly',
] as const satisfies readonly (keyof ConnectionSnapshot)[];

/** All variables of a snapshot. */
export const VARIABLES = [
  'state',
  'phase',
  ...NUMERIC_VARIABLES,
  ...RANGE_VARIABLES,
] as const satisfies readonly (keyof ConnectionSnapshot)[];
/** One variable of a snapshot, by its name. */
export type Variable = (typeof VARIABLES)[number];

/** Why one variable is no longer what it was. */
export interface ChangeReason {
  readonly variable: Variable;
  readonly reason: Reason;
}

/** All that is different from an earlier snapshot of the same connection. */
export interface SnapshotChanges {
  /** The earlier one's number, -1 where there is none. */
  readonly previous: number;
  readonly changes: readonly ChangeReason[];
}

/** Nothing, as a list of ranges. */
export const NO_RANGES: readonly SequenceRange[] = [];
