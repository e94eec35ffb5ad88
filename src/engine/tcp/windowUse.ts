import type { CongestionWindow } from './congestion';

/**
 * Whether cwnd, and neither the app nor the peer, is what limits the sender: asked before cwnd grows (RFC 9438 §5.8,
 * RFC 7661 §4). A round, as long as a window's worth of data is out, counts as limited if it was so once.
 */
export class WindowUse {
  #isLimited = false;
  #mostBytes = 0;
  /** The round ends when this position is acknowledged. */
  #roundEnd = 0;

  /** The sender has just sent what it may; `isFull` if cwnd would not have let another segment out. */
  note(sendUnacked: number, sendNext: number, isFull: boolean): void {
    const bytes = sendNext - sendUnacked;
    const isOver = sendUnacked >= this.#roundEnd;
    const isStronger = isFull || (!this.#isLimited && bytes > this.#mostBytes);
    if (!isOver && !isStronger) return;
    this.#isLimited = isFull;
    this.#mostBytes = bytes;
    this.#roundEnd = sendNext;
  }

  /** In slow start a window is used as long as it is less than twice what was out: it doubles what the path has shown. */
  isLimitedBy({ cwnd, ssthresh }: CongestionWindow): boolean {
    return this.#isLimited || (cwnd < ssthresh && cwnd < 2 * this.#mostBytes);
  }
}
