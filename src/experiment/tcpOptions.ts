import type { Nanoseconds } from './experiment';

/** All settings of TCP, the same for both ends of a town. */
export interface TcpOptions {
  /** Segments in the initial window, at most 10 (RFC 6928 §2). */
  readonly initialWindowSegments: number;
  /** RTO before the first sample (RFC 6298 §2.1). */
  readonly rtoInitialNs: Nanoseconds;
  /** Floor of the RTO (RFC 6298 §2.4). */
  readonly rtoMinNs: Nanoseconds;
  /** Ceiling of the RTO, at least 60 s (RFC 6298 §2.5). */
  readonly rtoMaxNs: Nanoseconds;
  /** Longest wait before an in-order segment is acknowledged, below 0.5 s; 0 acknowledges each at once (RFC 9293 §3.8.6.3). */
  readonly delayedAckNs: Nanoseconds;
  /** Every acknowledgment of new data is an RTT sample; otherwise one sample per round trip (RFC 6298 §3). */
  readonly sampleEveryAck: boolean;
  /** Offer timestamps (RFC 7323 §2). */
  readonly timestamps: boolean;
  /** Offer SACK-permitted (RFC 2018 §2). */
  readonly sackPermitted: boolean;
  /** Shift to offer, 0 to 14; `null` offers none (RFC 7323 §2.2). */
  readonly windowScale: number | null;
  /** What has come and the app has not read: the largest receive window (RFC 9293 §3.8.6). */
  readonly receiveBufferBytes: number;
  /** What the app has written and the peer has not acknowledged. */
  readonly sendBufferBytes: number;
  /** 2 × MSL (RFC 9293 §3.4.2). */
  readonly timeWaitNs: Nanoseconds;
  /** A SYN unanswered for so long is given up (RFC 9293 §3.8.3: at least 3 minutes). */
  readonly synGiveUpNs: Nanoseconds;
  /** Data unacknowledged for so long is given up: R2 (RFC 9293 §3.8.3: at least 100 s). */
  readonly dataGiveUpNs: Nanoseconds;
  /** Nagle's algorithm (RFC 9293 §3.7.4). */
  readonly nagle: boolean;
  /** Data segments at the beginning and after a pause that are acknowledged at once, as Linux does. */
  readonly quickAckSegments: number;
  /** Report data that came twice (RFC 2883). */
  readonly duplicateSack: boolean;
  /** Floor of the RTO's variance term, the granularity G of RFC 6298 §2.3; Linux has 200 ms. */
  readonly rtoVarianceMinNs: Nanoseconds;
  /** Start slowly again after an idle time longer than the RTO (RFC 5681 §4.1). */
  readonly slowStartAfterIdle: boolean;
  /** Segments that cwnd may grow by for one ACK in slow start: 1 in RFC 5681 §3.1, L in RFC 3465 §2.2. */
  readonly growthLimitSegments: number;
  /** Challenge ACKs in each five seconds (RFC 5961 §7). */
  readonly challengeAckLimit: number;
  /** Whose answer where the RFC leaves a choice, or where real stacks agree on another one: `engine/tcp/dialect.ts`. */
  readonly dialect: 'rfc' | 'linux' | 'freebsd';
  /** Who sizes the congestion window: Reno (RFC 5681 §3.1) or CUBIC (RFC 9438). */
  readonly congestionControl: 'reno' | 'cubic';
  /** Reno in congestion avoidance: a segment for each window of bytes, or equation 3 for each ACK (RFC 5681 §3.1). */
  readonly avoidanceGrowth: 'perWindow' | 'perAck';
  /** Leave slow start when the round trip grows, before anything is lost (HyStart of Ha and Rhee 2008, as in Linux). */
  readonly hybridSlowStart: boolean;
  /** The window grows only while it is what limits the sender (RFC 9438 §5.8, RFC 7661 §4). */
  readonly growsOnlyWhenLimited: boolean;
  /** Offer explicit congestion notification (RFC 3168 §6.1). */
  readonly ecn: boolean;
  /** Find losses by time and probe for a lost tail, in place of RFC 6675's count (RFC 8985). */
  readonly rackTlp: boolean;
  /** With `rackTlp`: probe for a lost tail (RFC 8985 §7). */
  readonly tailLossProbe: boolean;
  /** Spread the reduction of the window over a whole recovery (RFC 6937). */
  readonly proportionalRateReduction: boolean;
  /** Tell a spurious timeout by the first ACKs after it (RFC 5682). */
  readonly forwardRtoRecovery: boolean;
  /** Take a reduction of the window back when timestamps or DSACKs show that nothing was lost (RFC 4015, RFC 3708). */
  readonly undoesSpuriousReductions: boolean;
  /** Ask an idle peer whether it is still there (RFC 9293 §3.8.4); `null`, the default that it demands: never. */
  readonly keepAlive: KeepAlive | null;
  /** How long FIN-WAIT-2 waits for a peer's FIN when nobody is left to read; `null` waits for ever, as the RFC has it. */
  readonly finWait2Ns: Nanoseconds | null;
  /** SYNs repeated after one initial RTO each, before the wait doubles: 0 in RFC 6298 §5.5, 4 in Linux. */
  readonly linearSynRetries: number;
  /** Mechanisms that are switched off, to see what breaks without them; each at most once. */
  readonly without: readonly Mechanism[];
}

/** Probing of an idle connection (RFC 9293 §3.8.4). */
export interface KeepAlive {
  /** Silence before the first probe: at least two hours by default. */
  readonly idleNs: Nanoseconds;
  /** From one unanswered probe to the next. */
  readonly intervalNs: Nanoseconds;
  /** So many unanswered probes end the connection. */
  readonly probes: number;
}

/** What can be switched off, and what is left then: the simplest thing that could be called TCP. */
export const MECHANISMS = [
  /** Segments with a wrong checksum are taken as they are (RFC 9293 §3.1). */
  'checksum',
  /** A receiver that throws away what comes before its turn: go-back-N (RFC 9293 §3.10.7.4 lets it hold it). */
  'reassembly',
  /** One segment at a time: stop and wait. */
  'pipelining',
  /** The RTO stays what it was at first (RFC 6298 §2). */
  'rttEstimation',
  /** The RTO does not double (RFC 6298 §5.5). */
  'timerBackoff',
  /** Acknowledgments of what was sent twice are RTT samples too (RFC 6298 §3). */
  'karn',
  /** Nothing is sent again when the timer expires (RFC 6298 §5.4). */
  'retransmissionTimeout',
  /** Duplicate ACKs say nothing (RFC 5681 §3.2). */
  'fastRetransmit',
  /** Tahoe: a loss noticed early is dealt with like a timeout (RFC 5681 §3.2). */
  'fastRecovery',
  /** Partial ACKs end recovery: Reno before RFC 6582. */
  'partialAcks',
  /** The first two duplicate ACKs release nothing (RFC 3042). */
  'limitedTransmit',
  /** The window is infinite. */
  'congestionControl',
  /** The window opens as wide as it will go at once (RFC 5681 §3.1). */
  'slowStart',
  /** The window doubles for ever (RFC 5681 §3.1). */
  'congestionAvoidance',
  /** The peer's window is ignored (RFC 9293 §3.8.6). */
  'flowControl',
  /** The persist timer does not run: a closed window is waited for without asking (RFC 9293 §3.8.6.1). */
  'windowProbes',
  /** A read says nothing of the window it opens (RFC 9293 §3.8.6.2.2). */
  'windowUpdates',
  /** Each byte of room is announced and used at once (RFC 9293 §3.8.6.2). */
  'sillyWindowAvoidance',
  /** What comes out of order is taken without a word (RFC 5681 §4.2). */
  'duplicateAcks',
  /** Segments outside the window are listened to, and not answered (RFC 9293 §3.10.7.4, first). */
  'sequenceCheck',
  /** A RST is not heard (RFC 9293 §3.10.7.4, second). */
  'resetCheck',
  /** Any RST or SYN within the window ends the connection (RFC 5961 §3.2, §4.2). */
  'challengeAcks',
  /** A passive open believes the first SYN: it does not wait for the ACK of its own (RFC 9293 §3.5). */
  'threeWayHandshake',
  /** A SYN that crosses ours is not answered (RFC 9293 §3.5, figure 7). */
  'simultaneousOpen',
  /** A close ends both directions: what the peer still sends is refused (RFC 9293 §3.6). */
  'halfClose',
  /** A SYN on an open connection is not noticed (RFC 9293 §3.10.7.4, fourth). */
  'synchronizeCheck',
  /** Any ACK number is believed (RFC 9293 §3.10.7.4, fifth). */
  'acknowledgmentCheck',
  /** A peer's FIN is not noticed (RFC 9293 §3.10.7.4, eighth). */
  'finCheck',
  /** What ICMP says of the peer or the path to it is not heard (RFC 9293 §3.9.2.2). */
  'icmpErrors',
  /** No RST is ever sent (RFC 9293 §3.5.2). */
  'resets',
  /** A connection is forgotten as soon as both FINs are acknowledged (RFC 9293 §3.6.1). */
  'timeWait',
  /** Old timestamps are taken (RFC 7323 §5.3). */
  'timestampCheck',
  /** The peer's MSS and the path's are ignored (RFC 9293 §3.7.1). */
  'segmentSizeLimit',
  /** A sender never gives up (RFC 9293 §3.8.3). */
  'userTimeout',
  /** A silent peer is never asked, whatever `keepAlive` says (RFC 9293 §3.8.4). */
  'keepAliveProbes',
] as const;
/** The name of one of them. */
export type Mechanism = (typeof MECHANISMS)[number];
