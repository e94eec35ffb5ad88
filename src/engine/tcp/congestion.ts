/** Both in bytes. Outside fast recovery congestion control owns `cwnd`; during it loss recovery may inflate it. */
export interface CongestionWindow {
  /** What may be in flight (RFC 5681 §2). */
  cwnd: number;
  /** Below it slow start, from it on congestion avoidance. */
  ssthresh: number;
}

/** How much may be in flight? Loss *detection* is the other question: see `recovery.ts`. */
export interface CongestionControl {
  readonly window: CongestionWindow;
  /** The connection is established; sizes in bytes. */
  begin(maxSegmentBytes: number, initialWindowBytes: number): void;
  /** New bytes were acknowledged outside fast recovery. */
  acknowledged(bytes: number): void;
  /** A loss was noticed with `inFlight` bytes outstanding while ACKs still arrive: sets `ssthresh`, and `cwnd` to it. */
  lossNoticed(inFlight: number): void;
  /** The retransmission timer expired; `isFirst` unless it did so before for the same segment. */
  timedOut(inFlight: number, isFirst: boolean): void;
  /** Nothing was sent for longer than an RTO. */
  idled(): void;
}
