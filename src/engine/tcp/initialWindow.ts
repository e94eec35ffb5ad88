/** RFC 6928 §2: bytes that ten Ethernet segments hold. */
const INITIAL_WINDOW_BYTES = 14_600;

/** Initial window of RFC 6928 §2 in bytes: so many segments, but not more than 14 600 bytes unless two need it. */
export function initialWindow(segments: number, maxSegmentBytes: number): number {
  return Math.min(segments * maxSegmentBytes, Math.max(2 * maxSegmentBytes, INITIAL_WINDOW_BYTES));
}
