import type { TransmissionControlBlock } from './transmissionControlBlock';

/**
 * Where real stacks answer otherwise than the letter of RFC 9293, or where it leaves a choice. Each habit is on in the
 * dialect of Linux; FreeBSD shares those that `FREEBSD` does not take away.
 */
export interface Dialect {
  /** The RST of an abort carries an ACK and its options; RFC 9293 §3.10.5 draws it without. */
  readonly abortsWithAck: boolean;
  /** A repeated SYN in SYN-RECEIVED is answered by the SYN-ACK, not by an ACK (RFC 9293 §3.10.7.4, first). */
  readonly repeatsSynAck: boolean;
  /**
   * A segment without text exactly at the right edge of the window is acceptable, even one with a FIN; §3.10.7.4,
   * first, excludes the edge, as FreeBSD does too in the SYN-RECEIVED of a passive open.
   */
  readonly takesEmptyAtRightEdge: boolean;
  /** A RST in CLOSING or LAST-ACK is an error to the app even if all is acknowledged; §3.10.7.4, second, tells nothing. */
  readonly tellsEveryReset: boolean;
  /** A peer that answers no keep-alive probe is sent a RST when it is given up; RFC 9293 §3.8.4 asks for none. */
  readonly resetsSilentPeer: boolean;
  /** In TIME-WAIT a RST that does not fit exactly is ignored, and not challenged as RFC 5961 §3.2 would have it. */
  readonly ignoresInexactResetInTimeWait: boolean;
  /** "Full-sized" of RFC 5681 §4.2 is the largest segment the peer has sent, not what it might send. */
  readonly learnsPeerSegment: boolean;
  /**
   * A SYN announces room for whole segments, or all 65 535 bytes, though a scaled window may not be able to repeat that
   * number (RFC 7323 §2.2). FreeBSD announces all it has.
   */
  readonly opensInSegments: boolean;
  /**
   * Segments are cut from where the last one ended, and Nagle's algorithm (RFC 9293 §3.7.4) holds a small one back only
   * behind another small one (Minshall's variant). Otherwise they are cut at multiples of the MSS, a piece each.
   */
  readonly cutsAnywhere: boolean;
  /** A window probe is an old empty segment that calls for an ACK, not a byte beyond the window as FreeBSD's. */
  readonly probesWithoutData: boolean;
  /**
   * A reduction keeps its share of cwnd, in whole segments, where RFC 5681 §3.1, equation 4, has FlightSize. RFC 9438
   * §4.6 lets it where the window grows only while it is used.
   */
  readonly reducesFromCwnd: boolean;
  /**
   * A timeout within fast recovery leaves ssthresh as that recovery set it (tcp_enter_loss), where RFC 5681 §3.1 takes
   * half of what is in flight by then. FreeBSD follows the latter.
   */
  readonly reducesOnceAWindow: boolean;
  /** A pause halves cwnd for each RTO (RFC 2861 §3.2), where RFC 5681 §4.1 cuts it at once. FreeBSD's follows the latter. */
  readonly decaysWhenIdle: boolean;
  /** DupThresh rises to how far segments were seen to overtake each other; RFC 5681 §3.2 leaves it at three. FreeBSD too. */
  readonly learnsReordering: boolean;
  /** What was reported by SACK counts even after a timeout; RFC 2018 §8 forgets it, lest the peer has reneged. */
  readonly keepsReports: boolean;
  /** Proportional rate reduction as RFC 9937 has it now, in whole segments: `proportionalReduction.ts`. FreeBSD's is not. */
  readonly reducesCautiously: boolean;
  /**
   * Without SACK a recovery ends only when something beyond its point is acknowledged, so that duplicates of what was sent
   * twice begin no other; RFC 6582 §3.2 lets it end at the point. FreeBSD's does.
   */
  readonly recoversBeyondPoint: boolean;
  /** A SACK block covers the FIN behind its text; RFC 2018 §3 speaks of data alone. FreeBSD's does not. */
  readonly reportsFin: boolean;
  /** Sending the first segment again starts the retransmission timer anew; RFC 6298 §5.1 lets it run. */
  readonly resendRestartsTimer: boolean;
  /** A segment without SYN, RST and ACK is dropped unread; RFC 9293 §3.10.7.4, first, looks at its number before. */
  readonly dropsFlagless: boolean;
  /** An established connection says nothing to an ACK of what it has not sent; §3.10.7.4, fifth, answers it. */
  readonly ignoresUnsentAck: boolean;
  /** A segment without the timestamps that were agreed on is taken; RFC 7323 §3.2 drops it. */
  readonly takesMissingTimestamps: boolean;
  /** A timestamp may be one tick older than TS.Recent, and TS.Recent follows good ACKs only; RFC 7323 §4.3, §5.3. */
  readonly forgivesTick: boolean;
  /**
   * What arrives behind an answer of ours is acknowledged late, since it may be answered as well; so is a FIN. Linux calls
   * it ping-pong, RFC 9293 §3.8.6.3 leaves it open.
   */
  readonly expectsAnswers: boolean;
  /** The window is so many segments, also when they become smaller; RFC 5681 §2 counts it in bytes. */
  readonly countsSegments: boolean;
  /** An ICMP error may quote SND.NXT, so that an idle connection hears of its path; RFC 5927 §4.1 wants what is in flight. */
  readonly heedsNextQuoted: boolean;
  /** A path is never believed to carry less than 552 bytes; RFC 1191 §3 allows for 68. */
  readonly doubtsSmallPaths: boolean;
  /** A round trip is timed from when a segment was sent, even where timestamps (RFC 7323 §4) were agreed on. */
  readonly timesSegments: boolean;
  /** The RTO's variance term holds the largest deviation of a round trip, where RFC 6298 §2.3 has a moving average. */
  readonly holdsVariance: boolean;
  /** An unreachable host ends an opening connection at once; RFC 1122 §4.2.3.9 lets it go on. */
  readonly trustsUnreachable: boolean;
  /** An ACK of all that a timeout took for lost may show that it was spurious (tcp_process_loss); RFC 5682 §2.1, step 2a. */
  readonly trustsFullAck: boolean;
  /** Before its first loss CUBIC seeks the maximum by a twentieth for each window (tcp_cubic.c). FreeBSD's does not. */
  readonly seeksMaximum: boolean;
}

const LINUX: Dialect = {
  abortsWithAck: true,
  repeatsSynAck: true,
  takesEmptyAtRightEdge: true,
  tellsEveryReset: true,
  resetsSilentPeer: true,
  ignoresInexactResetInTimeWait: true,
  learnsPeerSegment: true,
  opensInSegments: true,
  cutsAnywhere: true,
  probesWithoutData: true,
  reducesFromCwnd: true,
  reducesOnceAWindow: true,
  decaysWhenIdle: true,
  learnsReordering: true,
  keepsReports: true,
  reducesCautiously: true,
  recoversBeyondPoint: true,
  reportsFin: true,
  resendRestartsTimer: true,
  dropsFlagless: true,
  ignoresUnsentAck: true,
  takesMissingTimestamps: true,
  forgivesTick: true,
  expectsAnswers: true,
  countsSegments: true,
  heedsNextQuoted: true,
  doubtsSmallPaths: true,
  timesSegments: true,
  holdsVariance: true,
  trustsUnreachable: true,
  trustsFullAck: true,
  seeksMaximum: true,
};

/** The letter of the RFCs: none of them. */
export const RFC_DIALECT = Object.fromEntries(Object.keys(LINUX).map((habit) => [habit, false])) as Record<
  keyof Dialect,
  false
>;

/** Keeps to the RFCs in what follows, and does as Linux does in the rest. */
const FREEBSD: Dialect = {
  ...LINUX,
  opensInSegments: false,
  probesWithoutData: false,
  reducesOnceAWindow: false,
  decaysWhenIdle: false,
  learnsReordering: false,
  reducesCautiously: false,
  recoversBeyondPoint: false,
  reportsFin: false,
  dropsFlagless: false,
  ignoresUnsentAck: false,
  takesMissingTimestamps: false,
  forgivesTick: false,
  expectsAnswers: false,
  countsSegments: false,
  timesSegments: false,
  holdsVariance: false,
  trustsUnreachable: false,
  trustsFullAck: false,
  seeksMaximum: false,
};

const DIALECTS = { rfc: RFC_DIALECT, linux: LINUX, freebsd: FREEBSD } as const;

/** The habits of the stack that this connection plays. */
export function dialectOf(tcb: TransmissionControlBlock): Dialect {
  return DIALECTS[tcb.setup.options.dialect];
}
