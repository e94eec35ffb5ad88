import type { AckNews, Outstanding } from './recovery';

/** Forward RTO recovery: was the timeout spurious? RFC 5682 §2.1, and §3.1 where SACK is in use. */
export class ForwardRto {
  readonly #hasSack: boolean;
  readonly #trustsFullAck: boolean;
  /** What was sent before the timeout ends here. */
  #timeoutPoint = 0;
  /** What was sent before the last look ends here: new data beyond it is the test. */
  #testPoint = 0;
  #isActive = false;
  #isTesting = false;

  /** `trustsFullAck`: with SACK, an ACK of all tells something too (as in Linux), where step 2a lets it tell nothing. */
  constructor(hasSack: boolean, trustsFullAck = false) {
    this.#hasSack = hasSack;
    this.#trustsFullAck = trustsFullAck;
  }

  /** Only new data may be sent, so that what is acknowledged next tells something (step 2b). */
  get isHoldingResends(): boolean {
    return this.#isActive && this.#isTesting;
  }

  /** Step 1. */
  begin(sendNext: number): void {
    this.#isActive = true;
    this.#isTesting = false;
    this.#timeoutPoint = sendNext;
    this.#testPoint = sendNext;
  }

  /** The conventional recovery goes on. */
  stop(): void {
    this.#isActive = false;
  }

  /** Takes an ACK; answers whether it shows that the timeout was spurious. */
  acknowledged({ sendUnacked, sendNext }: Outstanding, news: AckNews): boolean {
    if (!this.#isActive) return false;
    // Only the ACKs may have been lost of what came behind the hole that the repetition has filled.
    const isSilent = !this.#isTesting && sendUnacked >= this.#timeoutPoint && !this.#trustsFullAck;
    if (!isSilent && this.#showsOriginal(news)) {
      this.stop();
      return true;
    }
    const isDuplicate = this.#hasSack ? news.isReporting : news.isDuplicate;
    if (sendNext > this.#testPoint) {
      // Step 3a: what was sent before is missing indeed.
      if (isDuplicate || news.isAdvance) this.stop();
    } else if (isDuplicate && !this.#hasSack) {
      // Step 2a.
      this.stop();
    } else if (news.isAdvance && sendUnacked < this.#timeoutPoint) {
      this.#testPoint = sendNext;
      this.#isTesting = true;
    }
    return false;
  }

  /** All that can be sent has been: if nothing of it was new, there is no test (step 2b). */
  stopUntested(sendNext: number): void {
    if (this.isHoldingResends && sendNext === this.#testPoint) this.stop();
  }

  /** Step 3b: something has arrived that went out before the timeout, and only then. */
  #showsOriginal({ arrived }: AckNews): boolean {
    const isOriginal = arrived.some(({ end, resends }) => resends === 0 && end <= this.#timeoutPoint);
    // Without SACK, one ACK of both kinds may be due to the repetition.
    return isOriginal && (this.#hasSack || arrived.every(({ resends }) => resends === 0));
  }
}
