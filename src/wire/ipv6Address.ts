const WORDS = 8;
const WORD = /^[0-9a-f]{1,4}$/iu;

/** An IPv6 address as its eight 16-bit words; `undefined` for a text that is none. RFC 4291 §2.2, forms 1 and 2. */
export function parseIpv6(text: string): readonly number[] | undefined {
  const [head, tail, ...rest] = text.split('::');
  if (head === undefined || rest.length > 0) return undefined;
  const first = wordsOf(head);
  const last = wordsOf(tail ?? '');
  if (!first || !last) return undefined;
  const missing = WORDS - first.length - last.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...first, ...Array.from({ length: missing }, () => 0), ...last];
}

function wordsOf(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const words = text.split(':');
  return words.every((word) => WORD.test(word)) ? words.map((word) => Number.parseInt(word, 16)) : undefined;
}

/** The text that everyone is to write: lower case, the first longest run of zero words as `::` (RFC 5952 §4). */
export function formatIpv6(words: readonly number[]): string {
  let run = { start: 0, length: 1 };
  let start = 0;
  for (const [i, word] of words.entries()) {
    if (word !== 0) start = i + 1;
    else if (i + 1 - start > run.length) run = { start, length: i + 1 - start };
  }
  const text = (part: readonly number[]): string => part.map((word) => word.toString(16)).join(':');
  if (run.length < 2) return text(words);
  return `${text(words.slice(0, run.start))}::${text(words.slice(run.start + run.length))}`;
}
