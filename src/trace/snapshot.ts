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
export type TcpState = (typeof TCP_STATES)[number];

/** How the sender grows or repairs just now; numbers in columns are positions in this list. */
export const PHASES = ['slowStart', 'congestionAvoidance', 'fastRecovery', 'timeoutRecovery'] as const;
export type Phase = (typeof PHASES)[number];

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
  /** SND.WND. */
  readonly sendWindow: number;
  /** RCV.NXT: next byte expected. */
  readonly receiveNext: number;
  /** RCV.WND. */
  readonly receiveWindow: number;
  readonly cwnd: number;
  readonly ssthresh: number;
  readonly inFlight: number;
  readonly duplicateAcks: number;
  /** Zero before the first sample. */
  readonly smoothedRttNs: number;
  readonly rttVarianceNs: number;
  readonly rtoNs: number;
  /** Bytes held out of order, waiting for a gap to be filled. */
  readonly reassemblyBytes: number;
  /** Bytes the app wrote that were never sent yet. */
  readonly unsentBytes: number;
}

/** Column order of the numeric fields. */
export const SNAPSHOT_FIELDS = [
  'localPort',
  'remotePort',
  'initialSendSequence',
  'initialReceiveSequence',
  'sendUnacked',
  'sendNext',
  'sendWindow',
  'receiveNext',
  'receiveWindow',
  'cwnd',
  'ssthresh',
  'inFlight',
  'duplicateAcks',
  'smoothedRttNs',
  'rttVarianceNs',
  'rtoNs',
  'reassemblyBytes',
  'unsentBytes',
] as const satisfies readonly (keyof ConnectionSnapshot)[];
