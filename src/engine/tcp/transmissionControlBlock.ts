import type { Nanoseconds, TcpOptions } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { TcpState } from '../../trace/snapshot';
import type { CongestionControl } from './congestion';
import type { AppNotice, ConnectionContext, Endpoint } from './connectionContext';
import { NewReno } from './newReno';
import { Queue } from './queue';
import { Reassembly } from './reassembly';
import type { LossRecovery } from './recovery';
import { Reno } from './reno';
import { RttEstimator } from './rtt';
import { SendBuffer } from './sendBuffer';
import { SentSegments } from './sentSegments';
import { Timers } from './timers';

/** What is fixed when a connection is made. */
export interface ConnectionSetup {
  readonly options: TcpOptions;
  /** Payload bytes of a full segment; the MSS option says 12 more when timestamps are offered (RFC 6691 §3.1). */
  readonly maxSegmentBytes: number;
  readonly local: Endpoint;
  readonly remote: Endpoint;
  /** ISS. */
  readonly initialSequence: number;
  readonly context: ConnectionContext;
}

/** The transmission control block of RFC 9293 §3.3.1. "Position" is a sequence number that never wraps (`sequence.ts`). */
export interface TransmissionControlBlock {
  readonly setup: ConnectionSetup;
  state: TcpState;
  /** Opened by us, not by a SYN that came. */
  isActive: boolean;
  readonly timers: Timers;
  /** What the app is to be told when the current event has been dealt with, in order. */
  readonly notices: Queue<AppNotice>;

  // Send sequence variables
  /** SND.UNA as a position: 0 until our SYN is acknowledged. */
  sendUnacked: number;
  /** SND.NXT as a position. A timeout moves it back to SND.UNA; `highestSent` never goes back. */
  sendNext: number;
  /** One past the highest position ever sent. */
  highestSent: number;
  /** SND.WND in bytes. */
  sendWindow: number;
  /** MAX.SND.WND in bytes (RFC 5961 §5.2). */
  largestSendWindow: number;
  /** SND.WL1 as a position: SEG.SEQ of the last window update. */
  windowUpdateSequence: number;
  /** SND.WL2 as a position: SEG.ACK of the last window update. */
  windowUpdateAcknowledgment: number;
  /** Bytes of data in a full segment, options already taken off. */
  sendMaxSegmentBytes: number;
  readonly sendBuffer: SendBuffer;
  readonly sentSegments: SentSegments;
  /** The app has closed: a FIN follows the last byte written. */
  isClosing: boolean;
  /** `write` took less than it was given. */
  isWriterWaiting: boolean;

  // Receive sequence variables
  /** IRS, 0 before the peer's SYN came. */
  initialReceiveSequence: number;
  /** RCV.NXT as a position: 0 before the peer's SYN came. */
  receiveNext: number;
  /** RCV.NXT + RCV.WND as a position: the furthest right edge ever advertised. */
  advertisedEdge: number;
  /** Position of the peer's FIN, Infinity while unknown. */
  peerFin: number;
  readonly reassembly: Reassembly;
  /** In order, not yet read by the app. */
  readonly readable: Queue<Uint8Array>;
  readableBytes: number;
  /** RCV.NXT in the last segment sent: Last.ACK.sent of RFC 7323 §4.3. */
  lastAckSent: number;
  /** Why an ACK has to go out before the current event is over. */
  ackNow: Reason | undefined;
  /** Bytes received in order that no ACK sent so far covers. */
  unacknowledgedBytes: number;
  /** Challenge ACKs sent since `challengesSinceNs` (RFC 5961 §7). */
  challenges: number;
  challengesSinceNs: Nanoseconds;
  /** Duplicate ACKs sent since RCV.NXT last moved. */
  duplicateAcksSent: number;

  // Agreed on in the handshake
  /** Both SYNs carried a window scale (a shift of 0 counts). */
  isScaling: boolean;
  /** Snd.Wind.Shift (RFC 7323 §2.3). */
  sendShift: number;
  /** Rcv.Wind.Shift. */
  receiveShift: number;
  hasTimestamps: boolean;
  hasSack: boolean;
  /** TS.Recent (RFC 7323 §4.3). */
  recentTimestamp: number;

  // Timeouts, loss and congestion
  readonly rtt: RttEstimator;
  readonly congestion: CongestionControl;
  readonly recovery: LossRecovery;
  /** Without timestamps, the oldest position whose acknowledgment may be the next RTT sample. */
  sampleFrom: number;
  /** Something new was acknowledged, so the retransmission timer has to start anew (RFC 6298 §5.3). */
  isTimerStale: boolean;
  /** Expiries of the retransmission timer since something new was acknowledged. */
  timeouts: number;
  /** Expiries of the retransmission timer during the handshake. */
  synTimeouts: number;
  /** Window probes sent since the window closed. */
  probes: number;
  /** Since when the peer has been owing an answer. */
  waitingSinceNs: Nanoseconds;
  /** When data was last sent (RFC 5681 §4.1). */
  lastDataSentNs: Nanoseconds;
}

/** A block in state CLOSED. */
export function createTransmissionControlBlock(setup: ConnectionSetup): TransmissionControlBlock {
  const { options, context } = setup;
  const congestion = new Reno();
  return {
    setup,
    state: 'CLOSED',
    isActive: false,
    timers: new Timers((change, reason) => context.timer(change, reason)),
    notices: new Queue(),
    sendUnacked: 0,
    sendNext: 0,
    highestSent: 0,
    sendWindow: 0,
    largestSendWindow: 0,
    windowUpdateSequence: 0,
    windowUpdateAcknowledgment: 0,
    sendMaxSegmentBytes: setup.maxSegmentBytes,
    sendBuffer: new SendBuffer(options.sendBufferBytes),
    sentSegments: new SentSegments(),
    isClosing: false,
    isWriterWaiting: false,
    initialReceiveSequence: 0,
    receiveNext: 0,
    advertisedEdge: 0,
    peerFin: Infinity,
    reassembly: new Reassembly(),
    readable: new Queue(),
    readableBytes: 0,
    lastAckSent: 0,
    ackNow: undefined,
    unacknowledgedBytes: 0,
    challenges: 0,
    challengesSinceNs: 0,
    duplicateAcksSent: 0,
    isScaling: false,
    sendShift: 0,
    receiveShift: 0,
    hasTimestamps: false,
    hasSack: false,
    recentTimestamp: 0,
    rtt: new RttEstimator(options),
    congestion,
    recovery: new NewReno(congestion),
    sampleFrom: 0,
    isTimerStale: false,
    timeouts: 0,
    synTimeouts: 0,
    probes: 0,
    waitingSinceNs: 0,
    lastDataSentNs: 0,
  };
}
