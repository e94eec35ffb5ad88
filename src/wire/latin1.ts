/** Text in ISO 8859-1, one octet a character; characters beyond it lose their high bits. */
export function latin1Octets(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.codePointAt(0)! & 0xff);
}

/** Any octets as text of as many characters: those of ISO 8859-1. */
export function latin1Text(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) text += String.fromCodePoint(octet);
  return text;
}
