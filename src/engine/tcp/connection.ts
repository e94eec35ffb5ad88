import type { Nanoseconds } from '../../experiment/experiment';
import type { ConnectionSnapshot, TcpState } from '../../trace/snapshot';
import { ECN } from '../../wire/ipv4';
import type { TcpHeader } from '../../wire/tcp';
import { abortConnection, closeSending, mayWrite } from './closing';
import type { ReasonsSet } from './explainChanges';
import { dialectOf } from './dialect';
import { finish, limitFinWait2 } from './finish';
import { openConnection } from './handshake';
import { keepAliveExpired, noteSignOfLife } from './keepAlive';
import { isOn } from './mechanisms';
import { receiveSegmentBytes, shrinkSegments } from './negotiation';
import { flushAck, readText } from './receiver';
import { probeWindow, releaseHeld, resendSyn, timeOut } from './retransmission';
import { giveUpIfOverdue } from './retransmissionTimer';
import { isNewerSyn } from './segmentAcceptability';
import { segmentArrives } from './segmentArrives';
import { output } from './sender';
import { unwrap, wrap } from './sequence';
import { reasonsSetIn, snapshotOf } from './snapshotOf';
import { sendTailProbe } from './tailLossProbe';
import { sendAck } from './transmit';
import { type ConnectionSetup, TransmissionControlBlock } from './transmissionControlBlock';

export type { AppNotice, ConnectionContext, Endpoint, OutgoingSegment } from './connectionContext';

interface RecoveryEstimate {
  readonly sentSegments: number;
  readonly sackedSegments: number;
  readonly reorderingSegments: number;
}

/**
 * One TCP connection without input, output or clock (RFC 9293). The host feeds it segments and app calls, wakes it when
 * it asks to be woken, and does what it says through the context. Loss recovery is by SACK where agreed on, else
 * NewReno. Calls may be made from inside `context.tell`.
 */
export class Connection {
  /** Why sizes and times were set last whose reasons cannot be seen from outside. */
  readonly reasonsSet: ReasonsSet;
  readonly #tcb: TransmissionControlBlock;

  constructor(setup: ConnectionSetup) {
    this.#tcb = new TransmissionControlBlock(setup);
    this.reasonsSet = reasonsSetIn(this.#tcb);
  }

  get state(): TcpState {
    return this.#tcb.state;
  }

  /** Closed for good, or not opened yet: the host may forget it. */
  get isDone(): boolean {
    return this.#tcb.state === 'CLOSED';
  }

  /** OPEN, active (RFC 9293 §3.10.1): sends a SYN. */
  openActive(now: Nanoseconds): void {
    openConnection(this.#tcb, now);
  }

  /** OPEN, passive: waits in LISTEN for the SYN, which is handed to `receive`. */
  openPassive(_now: Nanoseconds): void {
    this.#tcb.state = 'LISTEN';
  }

  /** SEGMENT ARRIVES (§3.10.7). Checksum and ports have been checked; the payload must not change afterwards. */
  receive(now: Nanoseconds, header: TcpHeader, payload: Uint8Array, ecn: number = ECN.notCapable): void {
    noteSignOfLife(this.#tcb, now);
    segmentArrives(this.#tcb, now, header, payload, ecn);
    this.#settle(now);
  }

  /** ICMP says that the network or the host cannot be reached: the app is told, the connection goes on (§3.9.2.2). */
  softError(now: Nanoseconds): void {
    if (this.isDone || !isOn(this.#tcb, 'icmpErrors')) return;
    this.#tcb.notices.push({ kind: 'hostUnreachable' });
    if (this.state === 'SYN-SENT' && dialectOf(this.#tcb).trustsUnreachable) finish(this.#tcb);
    this.#settle(now);
  }

  /**
   * ICMP says that the port or the protocol cannot be reached (§3.9.2.2). An open connection does not believe it:
   * anyone could have sent it (RFC 5461 §4.1, RFC 5927 §5.2).
   */
  hardError(now: Nanoseconds): void {
    const { state } = this.#tcb;
    const isOpening = state === 'SYN-SENT' || state === 'SYN-RECEIVED';
    if (!isOpening || !isOn(this.#tcb, 'icmpErrors')) return;
    finish(this.#tcb, this.#tcb.isActive ? 'connectionRefused' : undefined);
    this.#settle(now);
  }

  /**
   * A router says that a segment of ours was too big, and how big a packet may be (RFC 1191 §6.4): what it dropped is
   * sent again at once in smaller segments. It must quote what is in flight (RFC 5927 §7.2).
   */
  pathMtuIs(now: Nanoseconds, packetBytes: number, quotedSequence: number | undefined): void {
    const tcb = this.#tcb;
    const quoted = unwrap(tcb.setup.initialSequence, quotedSequence ?? 0, tcb.sendUnacked);
    const edge = tcb.highestSent + (dialectOf(tcb).heedsNextQuoted ? 1 : 0);
    const isOurs = quotedSequence === undefined || (quoted >= tcb.sendUnacked && quoted < edge);
    if (this.isDone || !isOurs || !shrinkSegments(tcb, packetBytes)) return;
    // A SYN has no text that could be too big.
    if (tcb.sendUnacked > 0) tcb.recovery.pathShrank(tcb);
    output(tcb, now);
  }

  /** When the next timer expires, Infinity if none runs. */
  wakeAt(): Nanoseconds {
    return this.#tcb.timers.earliest();
  }

  /** Lets the timers expire that are due. */
  wake(now: Nanoseconds): void {
    const tcb = this.#tcb;
    for (let timer = tcb.timers.takeExpired(now); timer; timer = tcb.timers.takeExpired(now)) {
      switch (timer) {
        case 'retransmission':
          this.#retransmit(now);
          break;
        case 'persist':
          if (!giveUpIfOverdue(tcb, now)) probeWindow(tcb, now);
          break;
        case 'delayedAck':
          // No answer came: the next ACK does not wait for one.
          tcb.isInDialogue = false;
          sendAck(tcb, now, { kind: 'delayedAckExpired' });
          break;
        case 'timeWait':
          finish(tcb, 'closed');
          break;
        case 'keepAlive':
          keepAliveExpired(tcb, now);
          break;
        case 'finWait2':
          finish(tcb);
          break;
        case 'reordering':
          tcb.recovery.becameLate(tcb, now);
          break;
        case 'tailLossProbe':
          sendTailProbe(tcb, now);
      }
      this.#settle(now);
    }
  }

  /** SEND (§3.10.2): bytes accepted, fewer than given when the send buffer is full (then `writable` follows). */
  write(now: Nanoseconds, bytes: Uint8Array): number {
    const tcb = this.#tcb;
    if (!mayWrite(tcb)) return 0;
    const accepted = tcb.sendBuffer.append(bytes);
    tcb.isWriterWaiting = accepted < bytes.length;
    output(tcb, now);
    return accepted;
  }

  /** Payload bytes of a full segment that the peer may send, options taken off. */
  get receiveMaxSegmentBytes(): number {
    return receiveSegmentBytes(this.#tcb);
  }

  /** RECEIVE (§3.10.3): what is there in order, at most `limit` bytes, possibly nothing. */
  read(now: Nanoseconds, limit = Infinity): Uint8Array<ArrayBuffer> {
    return readText(this.#tcb, now, limit);
  }

  /** Bytes that `read` would give. */
  get readableBytes(): number {
    return this.#tcb.readableBytes;
  }

  /** Payload bytes of a full segment that we send, options taken off. */
  get sendMaxSegmentBytes(): number {
    return this.#tcb.sendMaxSegmentBytes;
  }

  /** CLOSE (§3.10.4): nothing more to send. What the peer sends still arrives. */
  close(now: Nanoseconds): void {
    if (isOn(this.#tcb, 'halfClose')) this.#closeSending(now);
    else this.closeForGood(now);
  }

  #closeSending(now: Nanoseconds): void {
    if (closeSending(this.#tcb)) this.#settle(now);
  }

  /**
   * CLOSE by an app that will not read either, as `close` on a socket means it: what it has not read, or what still
   * comes, is lost, and the peer is told so by a RST (RFC 1122 §4.2.2.13).
   */
  closeForGood(now: Nanoseconds): void {
    if (this.#tcb.readableBytes > 0) return this.abort(now);
    this.#tcb.isAbandoned = true;
    this.#tcb.isDeaf = true;
    return this.#closeSending(now);
  }

  /** The app has closed both directions, but may still ask what became of the connection. */
  closeBoth(now: Nanoseconds): void {
    this.#tcb.isDeaf = true;
    return this.#closeSending(now);
  }

  /** Whether a SYN may begin a new connection in place of this one, which only waits (RFC 1122 §4.2.2.13, RFC 6191). */
  isReplacedBy(header: TcpHeader): boolean {
    return this.#tcb.state === 'TIME-WAIT' && isNewerSyn(this.#tcb, header);
  }

  /** The host has changed the options of the running connection, as a socket call may. */
  optionsChanged(now: Nanoseconds): void {
    this.#settle(now);
  }

  /** ABORT (§3.10.5): throws away what is queued, resets the peer. The app, which asked for it, is told nothing. */
  abort(now: Nanoseconds): void {
    abortConnection(this.#tcb, now);
  }

  /** The host loses its power: the connection is forgotten, and the peer is left half-open (§3.5.1). */
  vanish(): void {
    finish(this.#tcb);
  }

  /** RCV.NXT as a sequence number, `undefined` before the peer's SYN came. */
  get receiveNext(): number | undefined {
    const { receiveNext, initialReceiveSequence } = this.#tcb;
    return receiveNext === 0 ? undefined : wrap(initialReceiveSequence, receiveNext);
  }

  /** RCV.WND in bytes: what has been promised beyond RCV.NXT. */
  get receiveWindow(): number {
    return this.#tcb.advertisedEdge - this.#tcb.receiveNext;
  }

  /** What loss recovery believes beside what the snapshot shows: segments outstanding and reported, and DupThresh. */
  get recoveryEstimate(): RecoveryEstimate {
    const { recovery, sentSegments } = this.#tcb;
    const { sackedSegments } = recovery.estimate(this.#tcb);
    const { reorderingSegments } = recovery;
    return { sentSegments: sentSegments.segments, sackedSegments, reorderingSegments };
  }

  /** Everything that a viewer may see, at this moment; what is as in `before` is identical to it. */
  snapshot(before?: ConnectionSnapshot): ConnectionSnapshot {
    return snapshotOf(this.#tcb, before);
  }

  /** Ends an event: tells the app, which may answer at once; sends what may be sent; acknowledges what still has to be. */
  #settle(now: Nanoseconds): void {
    const tcb = this.#tcb;
    for (let notice = tcb.notices.shift(); notice; notice = tcb.notices.shift())
      tcb.setup.context.tell(notice);
    output(tcb, now);
    limitFinWait2(tcb, now);
    flushAck(tcb, now);
  }

  #retransmit(now: Nanoseconds): void {
    const tcb = this.#tcb;
    if (giveUpIfOverdue(tcb, now)) return;
    if (tcb.sendUnacked === 0) return resendSyn(tcb, now);
    if (tcb.ecn.isHeld) releaseHeld(tcb);
    if (tcb.sendNext > tcb.sendUnacked) timeOut(tcb, now);
    return output(tcb, now);
  }
}
