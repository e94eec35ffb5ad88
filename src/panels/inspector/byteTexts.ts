/** Stands for a byte that is no text. */
const NO_TEXT = '·';
/** Stands for the further bytes of a letter that takes several. */
const GOES_ON = '';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** What each byte reads as: ASCII, or at the first byte of a UTF-8 letter the whole letter. */
export function byteTexts(bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  while (texts.length < bytes.length) {
    const at = texts.length;
    const byte = bytes[at]!;
    const letter = byte < 0x80 ? asciiText(byte) : letterAt(bytes, at);
    texts.push(letter ?? NO_TEXT);
    if (letter === undefined || byte < 0x80) continue;
    for (let i = 1; i < lengthOf(byte); i += 1) texts.push(GOES_ON);
  }
  return texts;
}

function asciiText(byte: number): string {
  return byte < 0x20 || byte === 0x7f ? NO_TEXT : String.fromCodePoint(byte);
}

/** The letter of several bytes that begins here, or undefined. */
function letterAt(bytes: Uint8Array, at: number): string | undefined {
  const length = lengthOf(bytes[at]!);
  if (length < 2 || at + length > bytes.length) return undefined;
  try {
    return decoder.decode(bytes.subarray(at, at + length));
  } catch {
    return undefined;
  }
}

/** How many bytes a letter takes by its first byte (RFC 3629 §3); 1 where none can begin. */
function lengthOf(first: number): number {
  if (first >= 0xf0) return 4;
  if (first >= 0xe0) return 3;
  return first >= 0xc2 ? 2 : 1;
}
