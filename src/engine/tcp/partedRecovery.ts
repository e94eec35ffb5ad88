import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import { deliveryOf } from './congestion';
import { DuplicateAcks } from './duplicateAcks';
import type { Range } from './rangeSet';
import type { AckNews, FlightEstimate, LossRecovery, Outstanding, RecoveryPhase, Resend } from './recovery';
import type { RecoveryParts } from './recoveryParts';
import { loseAllButRecent, reasonToResend, Resends } from './resends';

/**
 * Loss recovery after RFC 5681 §3.2: RFC 6675 with SACK, RFC 6582 without, by what its parts say of three questions.
 * What is lost? How does the window come down? Was it for nothing?
 */
export class PartedRecovery implements LossRecovery {
  readonly #parts: RecoveryParts;
  #phase: RecoveryPhase = 'open';
  readonly #duplicates: DuplicateAcks;
  /** One past [RecoveryPoint] of RFC 6675, `recover` of RFC 6582. */
  #recoveryPoint = 0;
  readonly #resends: Resends;
  #isFirstPartialAck = true;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
    this.#resends = new Resends(parts);
    this.#duplicates = new DuplicateAcks(parts.hasSack, parts.countsDuplicatesAsSacked);
  }

  get phase(): RecoveryPhase {
    return this.#phase;
  }

  get duplicateAcks(): number {
    return this.#duplicates.count;
  }

  get recoveryPoint(): number {
    return this.#recoveryPoint;
  }

  get reorderingSegments(): number {
    return this.#parts.reordering.segments;
  }

  get hasSeenReordering(): boolean {
    return this.#parts.reordering.hasBeenSeen;
  }

  get scoreboard(): readonly Range[] {
    return this.#parts.board.runs;
  }

  get lateAtNs(): Nanoseconds {
    return this.#parts.detection?.lateAtNs ?? Infinity;
  }

  estimate(outstanding: Outstanding): FlightEstimate {
    const { sackedBytes, sackedSegments, lostBytes, resentBytes, beliefs } = this.#parts.board;
    const { lost, resent } = beliefs;
    const pipeBytes = this.pipe(outstanding);
    return { pipeBytes, sackedBytes, sackedSegments, lostBytes, resentBytes, lost, resent };
  }

  /** SetPipe() of RFC 6675 §4; without SACK, FlightSize less what limited transmit may add to it. */
  pipe(outstanding: Outstanding): number {
    const { board, hasLimitedTransmit } = this.#parts;
    const { sendUnacked, sendNext } = outstanding;
    const flight = sendNext - sendUnacked - board.lostBytes + board.resentBytes;
    if (this.#phase === 'open' && !hasLimitedTransmit) return flight;
    return (
      flight - board.sackedBytes - this.#duplicates.departed(outstanding, this.#phase, this.#recoveryPoint)
    );
  }

  acknowledged(outstanding: Outstanding, news: AckNews): boolean {
    const { detection, board, spurious } = this.#parts;
    const phaseBefore = this.#phase;
    const deliveredBytes = this.#duplicates.note(outstanding, news, phaseBefore);
    detection?.note(outstanding, news);
    const highestNow = board.highestSacked === 0 ? outstanding.sendUnacked : board.highestSacked;
    this.#parts.reordering.note(outstanding, news, highestNow);
    spurious?.note(news, outstanding.sendMaxSegmentBytes);
    this.#reconsider(outstanding, news);
    this.#finish(outstanding, news.isAdvance);
    const lostBefore = board.lostBytes;
    if (!this.#isHeld(outstanding)) this.#look(outstanding, news.now, news.isAdvance);
    if (this.#phase === 'fastRecovery') {
      const isWorse = board.lostBytes > lostBefore;
      const { bytes, isAdvance, isDuplicate } = news;
      // The one that began it has been counted by the reduction already.
      const step = { bytes, isAdvance, isDuplicate: isDuplicate && phaseBefore === 'fastRecovery' };
      const pipeBytes = this.pipe(outstanding);
      this.#parts.reduction?.acknowledged(outstanding, { ...step, deliveredBytes, pipeBytes, isWorse });
    } else if (this.#mayGrow(news, phaseBefore)) {
      const bytes = this.#parts.countsDelivery ? deliveredBytes : news.bytes;
      this.#parts.congestion.acknowledged(deliveryOf(outstanding, news, bytes));
    }
    return news.isAdvance && this.#restartsTimer();
  }

  becameLate(outstanding: Outstanding, now: Nanoseconds): void {
    const wasOpen = this.#phase === 'open';
    this.#look(outstanding, now, false);
    if (!wasOpen || this.#phase !== 'fastRecovery') return;
    // Nothing has arrived just now, but the first repetition may go (as tcp_rack_reo_timeout has it).
    const step = { bytes: 0, isAdvance: false, isDuplicate: false, isWorse: true };
    const pipeBytes = this.pipe(outstanding);
    const deliveredBytes = outstanding.sendMaxSegmentBytes;
    this.#parts.reduction?.acknowledged(outstanding, { ...step, deliveredBytes, pipeBytes });
  }

  timedOut(outstanding: Outstanding, now: Nanoseconds, isFirst: boolean, reason: Reason): void {
    const { congestion, board, reordering, spurious, forwardRto, keepsReports } = this.#parts;
    const { sendUnacked, sendNext } = outstanding;
    // A recovery that the timer ends was no test of the path before the loss (RFC 5682 §2.1, step 1).
    const isTest = this.#phase === 'open' || !isFirst;
    const isDisordered = board.sackedSegments >= reordering.segments || this.#duplicates.count > 0;
    if (this.#phase === 'open' && isDisordered) reordering.overestimated();
    congestion.timedOut(now, sendNext - sendUnacked, isFirst);
    if (isFirst) spurious?.begin(sendUnacked);
    if (!keepsReports || board.first?.isSacked === true) board.forgetReports();
    this.#startOver(outstanding, reason, now);
    // Beside what is not taken for lost there is room for the first segment (tcp_enter_loss).
    congestion.window.widen(this.pipe(outstanding) + outstanding.sendMaxSegmentBytes, reason);
    if (isTest) forwardRto?.begin(sendNext);
    else forwardRto?.stop();
  }

  pathShrank(outstanding: Outstanding): void {
    this.#parts.spurious?.end();
    this.#startOver(outstanding, { kind: 'packetTooBig' });
  }

  next(outstanding: Outstanding): Resend | undefined {
    return this.#resends.next(outstanding, this);
  }

  lastResort(outstanding: Outstanding): Resend | undefined {
    this.#parts.forwardRto?.stopUntested(outstanding.sendNext);
    if (this.#phase === 'timeoutRecovery') return this.next(outstanding);
    return this.#resends.lastResort(outstanding, this);
  }

  resent(start: number, end: number, now: Nanoseconds): void {
    this.sent(end - start);
    this.#resends.noteSent(end, this);
    this.#parts.spurious?.resent(now);
  }

  sent(bytes: number): void {
    if (this.#phase === 'fastRecovery') this.#parts.reduction?.sent(bytes);
  }

  /** Was the reduction for nothing? (RFC 3522, RFC 3708, RFC 5682) */
  #reconsider(outstanding: Outstanding, news: AckNews): void {
    const { spurious, forwardRto, board, reordering } = this.#parts;
    if (this.#phase === 'timeoutRecovery') {
      if (forwardRto?.acknowledged(outstanding, news) === true) return this.#undo();
    }
    if (!spurious) return;
    const { sendUnacked, sendMaxSegmentBytes } = outstanding;
    const isOlder = spurious.isOlderThanResend(news);
    if (isOlder && this.#phase === 'fastRecovery') {
      const highest = Math.max(board.highestSacked, sendUnacked);
      reordering.saw(highest - (sendUnacked - news.bytes), sendMaxSegmentBytes);
    }
    // A copy that is still on its way may fill a hole that is real.
    const isSettled = board.resentBytes === 0 || sendUnacked >= this.#recoveryPoint;
    const isWindowMoved = this.#phase !== 'open' && isOlder && isSettled;
    if (isWindowMoved || spurious.isAllConfirmed) this.#undo();
  }

  #undo(): void {
    const { congestion, board, detection, spurious, forwardRto } = this.#parts;
    congestion.undo();
    spurious?.end();
    forwardRto?.stop();
    board.loseNothing();
    detection?.recovered();
    this.#phase = 'open';
    this.#resends.forgetFirst();
    this.#duplicates.clear();
  }

  #finish(outstanding: Outstanding, isAdvance: boolean): void {
    if (this.#phase === 'open') return;
    const { reduction, detection, forwardRto, hasPartialAcks } = this.#parts;
    const isCutShort = this.#phase === 'fastRecovery' && isAdvance && !hasPartialAcks;
    const isBefore = outstanding.sendUnacked < this.#recoveryPoint;
    if ((isBefore && !isCutShort) || this.#isHeld(outstanding)) return;
    if (this.#phase === 'fastRecovery') reduction?.end(outstanding);
    this.#phase = 'open';
    detection?.recovered();
    forwardRto?.stop();
  }

  /** All that a recovery was for is acknowledged, but nothing beyond it. */
  #isHeld({ sendUnacked }: Outstanding): boolean {
    const isAtPoint = this.#phase !== 'open' && sendUnacked === this.#recoveryPoint;
    return isAtPoint && this.#parts.endsBeyondPoint;
  }

  #look(outstanding: Outstanding, now: Nanoseconds, isAdvance: boolean): void {
    const { detection, board, reduction } = this.#parts;
    detection?.mark(outstanding, now, this, isAdvance);
    if (this.#phase === 'open') {
      if (detection && board.lostBytes > 0) this.#enter(outstanding, now);
    } else if (this.#phase === 'fastRecovery' && isAdvance && reduction?.forcesResends === true) {
      this.#resends.beginWithFirst(outstanding, { kind: 'partialAck' });
    }
  }

  /** RFC 5681 §3.2, steps 2 and 3; RFC 6675 §5, step 4. */
  #enter(outstanding: Outstanding, now: Nanoseconds): void {
    const { congestion, reduction, spurious } = this.#parts;
    const { sendUnacked, sendNext } = outstanding;
    const { count, sentBefore } = this.#duplicates;
    const flight = (count > 0 ? sentBefore : sendNext) - sendUnacked;
    const isCounted = count >= this.reorderingSegments;
    const reason: Reason = isCounted
      ? { kind: 'tripleDuplicateAck', count }
      : reasonToResend(this.#parts, this.#phase);
    if (!reduction) {
      congestion.timedOut(now, flight, true);
      return this.#startOver(outstanding, reason);
    }
    this.#phase = 'fastRecovery';
    this.#recoveryPoint = sendNext;
    this.#isFirstPartialAck = true;
    spurious?.begin(sendUnacked);
    reduction.begin(now, flight);
    this.#resends.beginWithFirst(outstanding, reason);
    return undefined;
  }

  /** All is lost but for what is recent at `now`, and sent again as ACKs allow, the first segment at once. */
  #startOver(outstanding: Outstanding, reason: Reason, now = Infinity): void {
    this.#phase = 'timeoutRecovery';
    this.#recoveryPoint = outstanding.sendNext;
    this.#duplicates.clear();
    loseAllButRecent(this.#parts, now);
    this.#resends.beginWithFirst(outstanding, reason);
  }

  /** What comes out of its turn lets the window grow too where that is nothing unusual (Linux's tcp_may_raise_cwnd). */
  #mayGrow({ isAdvance, isReporting }: AckNews, phaseBefore: RecoveryPhase): boolean {
    if (phaseBefore === 'fastRecovery' && !this.#parts.countsDelivery) return false;
    return isAdvance || (isReporting && this.#parts.reordering.isHigh);
  }

  #restartsTimer(): boolean {
    if (this.#phase !== 'fastRecovery' || !this.#parts.isImpatient) return true;
    const isFirst = this.#isFirstPartialAck;
    this.#isFirstPartialAck = false;
    return isFirst;
  }
}
