/**
 * Which letters an app can show from the bytes it has. A letter is a grapheme cluster of the message that was sent
 * (`한`, `é` from two code points, a family emoji): its bytes may straddle pieces, and it shows when all are there.
 */

/** A letter of the message and the bytes `[start, end)` it takes. */
export interface Letter {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Bytes `[start, end)` of the message that reached an app in one piece. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What one more piece lets an app show. */
export interface ShownPiece {
  /** Letters that became whole with this piece. */
  readonly text: string;
  /** The rest of a letter whose beginning is not right before it in the app's hands. */
  readonly brokenBefore: boolean;
  /** The beginning of a letter that the following pieces may complete. */
  readonly openAfter: boolean;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const encoder = new TextEncoder();
/** UTF-16 units given to the segmenter at once. */
const SLICE_UNITS = 2048;

/** Cuts a UTF-8 message into letters; bytes that are not UTF-8 become letters U+FFFD of one byte each. */
export function lettersOf(bytes: Uint8Array): readonly Letter[] {
  const letters: Letter[] = [];
  let at = 0;
  for (const run of validRuns(bytes)) {
    if (run.text === null) {
      letters.push({ start: at, end: at + 1, text: '\ufffd' });
      at += 1;
      continue;
    }
    for (const segment of graphemesOf(run.text)) {
      const end = at + encoder.encode(segment).length;
      letters.push({ start: at, end, text: segment });
      at = end;
    }
  }
  return letters;
}

/**
 * Cuts a text into graphemes, slice by slice: browsers take a time quadratic in the length of one string. The last
 * grapheme of a slice may go on in the next, so it is cut again there; where it starts is a boundary all the same.
 */
function* graphemesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    let length = SLICE_UNITS;
    let segments = [...graphemes.segment(text.slice(start, start + length))];
    // One grapheme longer than the slice: look further until its end is in sight.
    while (segments.length === 1 && start + length < text.length) {
      length *= 2;
      segments = [...graphemes.segment(text.slice(start, start + length))];
    }
    const isLast = start + length >= text.length;
    const whole = isLast ? segments : segments.slice(0, -1);
    for (const { segment } of whole) {
      yield segment;
      start += segment.length;
    }
  }
}

/** What each arriving piece lets an app show that keeps bytes in the order they come. */
export function showArrivals(
  letters: readonly Letter[],
  arrivals: readonly ByteRange[],
): readonly ShownPiece[] {
  let runStart = 0;
  let end = Number.NaN;
  return arrivals.map((arrival) => {
    if (arrival.start !== end) runStart = arrival.start;
    end = arrival.end;
    return showPiece(letters, arrival, runStart);
  });
}

/** What bytes `[start, end)` show when those from `runStart` on are right before them. */
export function showPiece(
  letters: readonly Letter[],
  { start, end }: ByteRange,
  runStart = start,
): ShownPiece {
  let text = '';
  let brokenBefore = false;
  let openAfter = false;
  for (let i = firstEndingAfter(letters, start); i < letters.length; i += 1) {
    const letter = letters[i]!;
    if (letter.start >= end) break;
    if (letter.end > end) openAfter = true;
    else if (letter.start < runStart) brokenBefore = true;
    else text += letter.text;
  }
  return { text, brokenBefore, openAfter };
}

function firstEndingAfter(letters: readonly Letter[], position: number): number {
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (letters[middle]!.end <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Run {
  /** Decoded text, or null for a single byte that belongs to no character. */
  readonly text: string | null;
}

function validRuns(bytes: Uint8Array): readonly Run[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const runs: Run[] = [];
  let start = 0;
  let at = 0;
  const flush = (): void => {
    if (at > start) runs.push({ text: decoder.decode(bytes.subarray(start, at)) });
  };
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    flush();
    runs.push({ text: null });
    at += 1;
    start = at;
  }
  flush();
  return runs;
}

/** Bytes of the well-formed UTF-8 character at `at` (RFC 3629 §4), or 0. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : 4;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  const second = bytes[at + 1]!;
  // The second byte rules out overlong forms, surrogates and what lies beyond U+10FFFF.
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < length; i += 1) {
    if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  }
  return length;
}
