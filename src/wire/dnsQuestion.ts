/** Where the question section begins: behind the header of RFC 1035 §4.1.1. */
const HEADER_BYTES = 12;
/** The question count in the header. */
const QUESTIONS_AT = 4;
/** The two highest bits of a length mark a pointer (RFC 1035 §4.1.4), which no first question needs. */
const LONGEST_LABEL = 63;
const LONGEST_NAME = 255;
/** The types of RFC 1035 §3.2.2 and RFC 3596 that people meet. */
const TYPES: Readonly<Record<number, string>> = {
  1: 'A',
  2: 'NS',
  5: 'CNAME',
  6: 'SOA',
  12: 'PTR',
  15: 'MX',
  16: 'TXT',
  28: 'AAAA',
};

/** The first question of a DNS message as `A? www.example.com`; null when there is none that can be read. RFC 1035 §4.1.2. */
export function dnsQuestion(message: Uint8Array): string | null {
  if (message.length < HEADER_BYTES || uint16(message, QUESTIONS_AT) === 0) return null;
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = message[at]; length !== 0; length = message[at]) {
    if (length === undefined || length > LONGEST_LABEL || at - HEADER_BYTES > LONGEST_NAME) return null;
    const label = message.subarray(at + 1, at + 1 + length);
    labels.push(String.fromCodePoint(...label));
    at += 1 + length;
  }
  if (at + 3 > message.length) return null;
  const type = uint16(message, at + 1);
  return `${TYPES[type] ?? `TYPE${type}`}? ${labels.length === 0 ? '.' : labels.join('.')}`;
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}
