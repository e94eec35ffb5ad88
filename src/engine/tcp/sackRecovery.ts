import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import { type CongestionControl, deliveryOf } from './congestion';
import type { FlightEstimate, LossRecovery, NewlyAcknowledged, Outstanding, Resend } from './recovery';
import { type Range, Scoreboard } from './scoreboard';

/** RFC 6675 §2. */
const DUPLICATE_ACK_THRESHOLD = 3;

/**
 * Loss recovery by SACK, RFC 6675; the names in brackets are its own. Limited transmit (RFC 3042) needs no allowance
 * here: what the peer reports leaves the pipe, and room in the pipe is room for new data.
 */
export class SackRecovery implements LossRecovery {
  readonly #congestion: CongestionControl;
  readonly #scoreboard = new Scoreboard();
  #phase: LossRecovery['phase'] = 'open';
  #duplicateAcks = 0;
  /** One past [RecoveryPoint]. */
  #recoveryPoint = 0;
  /** One past [HighRxt]. */
  #highestResent = 0;
  /** One past [RescueRxt]. */
  #rescuedBelow = 0;
  /** `highestSent` when the first duplicate ACK came: what limited transmit adds does not count as flight (RFC 5681). */
  #sentBeforeDuplicates = 0;
  /** The segment that recovery begins with, which goes whatever the pipe holds (§5 step 4.3). */
  #first: Resend | undefined;
  /** The resend asked for last is a rescue, which leaves [HighRxt] alone. */
  #isRescuing = false;

  readonly #countsDelivery: boolean;

  /** `countsDelivery`: growth follows the delivery of segments, not the cumulative ACK alone. */
  constructor(congestion: CongestionControl, countsDelivery: boolean) {
    this.#congestion = congestion;
    this.#countsDelivery = countsDelivery;
  }

  get phase(): LossRecovery['phase'] {
    return this.#phase;
  }

  get duplicateAcks(): number {
    return this.#duplicateAcks;
  }

  get recoveryPoint(): number {
    return this.#recoveryPoint;
  }

  get scoreboard(): readonly Range[] {
    return this.#scoreboard.runs;
  }

  estimate(outstanding: Outstanding): FlightEstimate {
    const { sendUnacked, sendNext, sendMaxSegmentBytes } = outstanding;
    const board = this.#scoreboard;
    const isRepairing = this.#phase === 'fastRecovery';
    const edge = isRepairing ? Math.max(board.lostBelow(sendMaxSegmentBytes), sendUnacked) : sendUnacked;
    const resentBelow = isRepairing ? Math.max(this.#highestResent, sendUnacked) : sendUnacked;
    return {
      pipeBytes: this.pipe(outstanding),
      sackedBytes: board.bytesBefore(sendNext),
      lostBytes: edge - sendUnacked - board.bytesBefore(edge),
      resentBytes: resentBelow - sendUnacked - board.bytesBefore(resentBelow),
    };
  }

  /** SetPipe() of §4: what was neither reported nor lost, and what was sent again. */
  pipe({ sendUnacked, sendNext, sendMaxSegmentBytes }: Outstanding): number {
    const board = this.#scoreboard;
    // After a timeout all beyond SND.NXT is taken for lost; before a recovery nothing is.
    if (this.#phase !== 'fastRecovery') return sendNext - sendUnacked - board.bytesBefore(sendNext);
    const edge = Math.max(board.lostBelow(sendMaxSegmentBytes), sendUnacked);
    const unlost = sendNext - edge - (board.bytes - board.bytesBefore(edge));
    const resentBelow = Math.max(this.#highestResent, sendUnacked);
    return unlost + resentBelow - sendUnacked - board.bytesBefore(resentBelow);
  }

  /** An ACK with SACK blocks is a duplicate if they report anything new, whatever else it does (§2). */
  duplicateAck(outstanding: Outstanding, now: Nanoseconds, blocks: readonly Range[]): void {
    const reportedBefore = this.#scoreboard.bytes;
    for (const block of blocks) this.#scoreboard.add(block);
    if (this.#scoreboard.bytes === reportedBefore) return;
    this.#duplicateAcks += 1;
    if (this.#phase !== 'open') return;
    if (this.#duplicateAcks === 1) this.#sentBeforeDuplicates = outstanding.highestSent;
    const isFirstLost = this.#scoreboard.lostBelow(outstanding.sendMaxSegmentBytes) > outstanding.sendUnacked;
    if (this.#duplicateAcks >= DUPLICATE_ACK_THRESHOLD || isFirstLost) this.#enter(outstanding, now);
  }

  /** Each advance restarts the timer, as RFC 6298 has it (§6). */
  acknowledged(outstanding: Outstanding, news: NewlyAcknowledged): boolean {
    const { bytes } = news;
    const { sendUnacked } = outstanding;
    const reported = this.#scoreboard.bytes;
    this.#scoreboard.release(sendUnacked);
    // What was reported before is not delivered only now.
    const newly = bytes - (reported - this.#scoreboard.bytes);
    this.#duplicateAcks = 0;
    const isRecovered = sendUnacked >= this.#recoveryPoint;
    // In fast recovery cwnd stays: the pipe alone says how much may go.
    if (this.#phase !== 'fastRecovery') {
      const grown = this.#countsDelivery ? newly : bytes;
      this.#congestion.acknowledged(deliveryOf(outstanding, news, grown));
    }
    if (isRecovered) this.#phase = 'open';
    return true;
  }

  /** The peer may have thrown away what it reported: only what it reports from now on counts (§5.1, RFC 2018 §8). */
  timedOut(outstanding: Outstanding, now: Nanoseconds, isFirst: boolean): void {
    this.#congestion.timedOut(now, outstanding.sendNext - outstanding.sendUnacked, isFirst);
    this.#scoreboard.clear();
    this.#phase = 'timeoutRecovery';
    this.#recoveryPoint = outstanding.highestSent;
    this.#duplicateAcks = 0;
    this.#first = undefined;
  }

  /** NextSeg() rule 1 of §4: the first position that is lost and was not sent again. */
  next(outstanding: Outstanding): Resend | undefined {
    if (this.#first) return this.#first;
    if (!this.#hasRoom(outstanding)) return undefined;
    const gap = this.#gapToFill(outstanding);
    const isLost = gap.start < this.#scoreboard.lostBelow(outstanding.sendMaxSegmentBytes);
    return isLost ? resendOf(gap, { kind: 'sackHole' }) : undefined;
  }

  /**
   * NextSeg() rules 3 and 4: a hole that may yet fill itself, then once the very end, lest the ACKs run dry. The rescue
   * is a SHOULD: an end that this recovery has sent again already gets none, since it would be a third copy, nor does
   * a FIN alone, which peers do not report.
   */
  lastResort(outstanding: Outstanding): Resend | undefined {
    if (!this.#hasRoom(outstanding)) return undefined;
    const gap = this.#gapToFill(outstanding);
    if (gap.start < this.#scoreboard.end) return resendOf(gap, { kind: 'sackLikelyHole' });
    const { sendUnacked, sendNext, sentText, sendMaxSegmentBytes } = outstanding;
    if (sendUnacked <= this.#rescuedBelow || gap.start >= sentText) return undefined;
    this.#isRescuing = true;
    const lastByte = sentText - 1;
    const lastCut = lastByte - ((lastByte - 1) % sendMaxSegmentBytes);
    return resendOf({ start: Math.max(gap.start, lastCut), end: sendNext }, { kind: 'sackRescue' });
  }

  resent(end: number): void {
    if (this.#isRescuing) this.#rescuedBelow = this.#recoveryPoint;
    else this.#highestResent = end;
    if (this.#first) this.#rescuedBelow = end;
    this.#first = undefined;
    this.#isRescuing = false;
  }

  missingFrom(position: number): number {
    return this.#scoreboard.gapFrom(position).start;
  }

  /** §5 step 4. */
  #enter(outstanding: Outstanding, now: Nanoseconds): void {
    const { sendUnacked, highestSent } = outstanding;
    this.#phase = 'fastRecovery';
    this.#recoveryPoint = highestSent;
    this.#congestion.lossNoticed(now, this.#sentBeforeDuplicates - sendUnacked);
    const count = this.#duplicateAcks;
    const reason: Reason =
      count < DUPLICATE_ACK_THRESHOLD ? { kind: 'sackHole' } : { kind: 'tripleDuplicateAck', count };
    // SND.UNA goes even if the peer once reported it: it has reneged then.
    const { end } = this.#scoreboard.gapFrom(sendUnacked);
    this.#first = resendOf({ start: sendUnacked, end }, reason);
  }

  /** §5 step C: only whole segments' worth of room counts. */
  #hasRoom(outstanding: Outstanding): boolean {
    if (this.#phase !== 'fastRecovery') return false;
    const room = this.#congestion.window.cwnd - this.pipe(outstanding);
    return room >= outstanding.sendMaxSegmentBytes;
  }

  #gapToFill({ sendUnacked }: Outstanding): Range {
    return this.#scoreboard.gapFrom(Math.max(this.#highestResent, sendUnacked));
  }
}

function resendOf({ start, end }: Range, reason: Reason): Resend {
  return { position: start, limit: end, reason };
}
