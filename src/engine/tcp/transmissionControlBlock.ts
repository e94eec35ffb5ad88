import type { Nanoseconds } from '../../experiment/experiment';
import type { TcpOptions } from '../../experiment/tcpOptions';
import type { Reason } from '../../trace/reason';
import type { TcpState } from '../../trace/snapshot';
import { hash } from '../hash';
import type { CongestionControl } from './congestion';
import { congestionControlFor } from './congestionControlFor';
import type { AppNotice, ConnectionContext, Endpoint } from './connectionContext';
import { dialectOf } from './dialect';
import { ExplicitCongestion } from './explicitCongestion';
import { Queue } from './queue';
import type { Range } from './rangeSet';
import { Reassembly } from './reassembly';
import type { LossRecovery } from './recovery';
import { recoveryFor } from './recoveryFor';
import { RttEstimator } from './rtt';
import { Scoreboard } from './scoreboard';
import { SendBuffer } from './sendBuffer';
import type { TailProbe } from './tailLossProbe';
import { Timers } from './timers';
import { WindowUse } from './windowUse';

/** What is fixed when a connection is made. */
export interface ConnectionSetup {
  readonly options: TcpOptions;
  /** Payload bytes of a full segment; the MSS option says 12 more when timestamps are offered (RFC 9293 §3.7.1). */
  readonly maxSegmentBytes: number;
  /** The app writes no pieces that segments should be; left out: it does. */
  readonly cutsAnywhere?: true;
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** ISS. */
  readonly initialSequence: number;
  /** What our timestamp clock shows at time 0, as uint32; without it a hash of the ISS (RFC 7323 §7.1). */
  readonly timestampOffset?: number;
  readonly context: ConnectionContext;
}

/** The transmission control block of RFC 9293 §3.3.1. "Position" is a sequence number that never wraps (`sequence.ts`). */
export class TransmissionControlBlock {
  readonly setup: ConnectionSetup;
  #state: TcpState = 'CLOSED';
  /** Opened by us, not by a SYN that came. */
  isActive = false;
  readonly timers: Timers;
  /** What the app is to be told when the current event has been dealt with, in order. */
  readonly notices = new Queue<AppNotice>();

  // Send sequence variables
  /** SND.UNA as a position: 0 until our SYN is acknowledged. */
  sendUnacked = 0;
  /** SND.NXT as a position: nothing but a window probe goes beyond it. */
  sendNext = 0;
  /** One past the highest position ever sent. */
  highestSent = 0;
  /** SND.WND in bytes. */
  sendWindow = 0;
  /** MAX.SND.WND in bytes (RFC 5961 §5.2). */
  largestSendWindow = 0;
  /** SND.WL1 as a position: SEG.SEQ of the last window update. */
  windowUpdateSequence = 0;
  /** SND.WL2 as a position: SEG.ACK of the last window update. */
  windowUpdateAcknowledgment = 0;
  /** Bytes of data in a full segment, options already taken off. */
  sendMaxSegmentBytes: number;
  /** The largest packet that the path is known to carry (RFC 1191 §6.2). */
  pathPacketBytes = Infinity;
  readonly sendBuffer: SendBuffer;
  readonly sentSegments = new Scoreboard();
  /** The app has closed: a FIN follows the last byte written. */
  isClosing = false;
  /** `write` took less than it was given. */
  isWriterWaiting = false;

  /** Position behind the last segment sent that was not full. */
  lastSmallEnd = 0;

  // Receive sequence variables
  /** IRS, 0 before the peer's SYN came. */
  initialReceiveSequence = 0;
  /** RCV.NXT as a position: 0 before the peer's SYN came. */
  receiveNext = 0;
  /** RCV.NXT + RCV.WND as a position: the furthest right edge ever advertised. */
  advertisedEdge = 0;
  /** Position of the peer's FIN, Infinity while unknown. */
  peerFin = Infinity;
  readonly reassembly = new Reassembly();
  /** In order, not yet read by the app. */
  readonly readable = new Queue<Uint8Array>();
  readableBytes = 0;
  /** Bytes of the first chunk in `readable` that the app has read. */
  readOfFirst = 0;
  /** RCV.NXT in the last segment sent: Last.ACK.sent of RFC 7323 §4.3. */
  lastAckSent = 0;
  /** Why an ACK has to go out before the current event is over. */
  ackNow: Reason | undefined;
  /** Bytes received in order that no ACK sent so far covers. */
  unacknowledgedBytes = 0;
  /** Challenge ACKs sent since `challengesSinceNs` (RFC 5961 §7). */
  challenges = 0;
  challengesSinceNs: Nanoseconds = 0;
  /** Data that came twice and has not been reported yet (RFC 2883). */
  duplicate: Range | undefined;
  /** Data segments acknowledged at once out of `quickAckSegments`. */
  quickAcks = 0;
  /** When data last arrived. */
  lastDataArrivedNs: Nanoseconds = -Infinity;
  /** Payload of the largest segment that the peer has sent. */
  largestArrivalBytes = 0;
  /** Nobody is left to read: more text is answered by a RST (RFC 9293 §3.6, RFC 1122 §4.2.2.13). */
  isDeaf = false;
  /** The app has closed for good. */
  isAbandoned = false;
  /** Our data went out as an answer: what comes next may be answered too (`expectsAnswers` in `dialect.ts`). */
  isInDialogue = false;
  /** Duplicate ACKs sent since RCV.NXT last moved. */
  duplicateAcksSent = 0;

  // Agreed on in the handshake
  /** Both SYNs carried a window scale (a shift of 0 counts). */
  isScaling = false;
  /** Snd.Wind.Shift (RFC 7323 §2.3). */
  sendShift = 0;
  /** Rcv.Wind.Shift. */
  receiveShift = 0;
  hasTimestamps = false;
  hasSack = false;
  /** What our timestamp clock shows at time 0 (RFC 7323 §7.1: not the same for each connection). */
  readonly timestampOffset: number;
  /** TS.Recent (RFC 7323 §4.3). */
  recentTimestamp = 0;
  /** When it was taken (RFC 7323 §5.5); Infinity while it is the one of the peer's SYN. */
  recentTimestampNs: Nanoseconds = Infinity;

  // Timeouts, loss and congestion
  readonly rtt: RttEstimator;
  readonly congestion: CongestionControl;
  /** Without SACK until it is agreed on. */
  recovery: LossRecovery;
  /** Without timestamps, the oldest position whose acknowledgment may be the next RTT sample. */
  sampleFrom = 0;
  /** Something new was acknowledged, so the retransmission timer has to start anew (RFC 6298 §5.3). */
  isTimerStale = false;
  /** Expiries of the retransmission timer since something new was acknowledged. */
  timeouts = 0;
  /** Expiries of the retransmission timer during the handshake. */
  synTimeouts = 0;
  /** The tail loss probe whose outcome is not known. */
  tailProbe: TailProbe | undefined;
  /** Window probes sent since the window closed. */
  probes = 0;
  /** When the peer last sent anything at all. */
  lastHeardNs: Nanoseconds = 0;
  /** Keep-alive probes sent since then (RFC 9293 §3.8.4). */
  keepAliveProbes = 0;
  /** Since when the peer has been owing an answer. */
  waitingSinceNs: Nanoseconds = 0;
  readonly windowUse = new WindowUse();
  readonly ecn: ExplicitCongestion;
  /** When data was last sent (RFC 5681 §4.1). */
  lastDataSentNs: Nanoseconds = 0;

  /** A block in state CLOSED. */
  constructor(setup: ConnectionSetup) {
    const { options, context } = setup;
    this.setup = setup;
    this.timers = new Timers((change, reason) => context.timer(change, reason));
    this.sendBuffer = new SendBuffer(options.sendBufferBytes);
    this.sendMaxSegmentBytes = setup.maxSegmentBytes;
    this.timestampOffset = setup.timestampOffset ?? hash(setup.initialSequence);
    this.ecn = new ExplicitCongestion(options.ecn);
    this.rtt = new RttEstimator(options, dialectOf(this).holdsVariance);
    this.congestion = congestionControlFor(this);
    this.recovery = recoveryFor(this);
  }

  get state(): TcpState {
    return this.#state;
  }

  /** A state that lasts no time at all is shown to the host all the same. */
  set state(next: TcpState) {
    if (next !== this.#state) this.setup.context.stateEnds?.();
    this.#state = next;
  }

  /** One past the highest byte of the stream ever sent, as a position. */
  get sentText(): number {
    return Math.min(this.highestSent, this.sendBuffer.end + 1);
  }
}
