import type { AckNews, Outstanding } from './recovery';

/** DupThresh (RFC 5681 §3.2, RFC 6675 §2). */
const DUPLICATE_ACK_THRESHOLD = 3;
/** No network is taken to be worse: Linux's tcp_max_reordering. */
const LARGEST_DEGREE = 300;

/**
 * How far segments overtake each other: what arrives below something that was reported, and was sent only once, has come
 * late and not been lost (RFC 8985 §6.2, step 3).
 */
export class Reordering {
  readonly #isLearning: boolean;
  #segments = DUPLICATE_ACK_THRESHOLD;
  #hasBeenSeen = false;

  /** `isLearning`: the threshold rises to what was seen, in segments (Linux; the idea is RFC 4653's). */
  constructor(isLearning: boolean) {
    this.#isLearning = isLearning;
  }

  /** DupThresh in segments. */
  get segments(): number {
    return this.#segments;
  }

  /** It has been learnt that the threshold of the RFCs is too low for this path. */
  get isHigh(): boolean {
    return this.#segments > DUPLICATE_ACK_THRESHOLD;
  }

  get hasBeenSeen(): boolean {
    return this.#hasBeenSeen;
  }

  /** `highestNow` is one past the highest position that has arrived, this ACK included. */
  note({ sendMaxSegmentBytes }: Outstanding, news: AckNews, highestNow: number): void {
    if (news.highestSacked === 0) return;
    for (const { start, resends } of news.arrived) {
      if (resends === 0 && start < news.highestSacked)
        return this.saw(highestNow - start, sendMaxSegmentBytes);
    }
  }

  /** Something has come so many bytes late. */
  saw(bytes: number, segmentBytes: number): void {
    this.#hasBeenSeen = true;
    const segments = Math.min(Math.ceil(bytes / segmentBytes), LARGEST_DEGREE);
    if (this.#isLearning && segments > this.#segments) this.#segments = segments;
  }

  /** A timeout came although enough duplicates had come: the threshold was too high. */
  overestimated(): void {
    this.#segments = DUPLICATE_ACK_THRESHOLD;
  }
}
