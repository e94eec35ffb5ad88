/** Text as UTF-8 (RFC 3629 §3); half of a surrogate pair is written as U+FFFD. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const letter of text) addLetter(bytes, letter.codePointAt(0)!);
  return Uint8Array.from(bytes);
}

const REPLACEMENT = 0xff_fd;

function addLetter(bytes: number[], code: number): void {
  if (code < 0x80) bytes.push(code);
  else if (code < 0x8_00) bytes.push(0xc0 | (code >> 6), tail(code));
  else if (code >= 0xd8_00 && code < 0xe0_00) addLetter(bytes, REPLACEMENT);
  else if (code < 0x1_00_00) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
  else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
