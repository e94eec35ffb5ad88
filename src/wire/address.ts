/** An IPv4 address as a number from 0 to 2^32 - 1, first octet most significant. */
export type Ipv4Address = number;

/** A decimal octet without a leading zero, which some readers would take for octal. */
const OCTET = /^(?:0|[1-9][0-9]{0,2})$/;

/** Reads dotted decimal (`192.0.2.10`); `undefined` for anything else. */
export function parseAddress(text: string): Ipv4Address | undefined {
  const octets = text.split('.');
  if (octets.length !== 4) return undefined;
  let address = 0;
  for (const octet of octets) {
    if (!OCTET.test(octet)) return undefined;
    const value = Number(octet);
    if (value > 255) return undefined;
    address = address * 256 + value;
  }
  return address;
}

const THIS_NETWORK = 0;
const LOOPBACK = 127;
const FIRST_MULTICAST = 224;

/** Whether it can be the address of one host: not of none (0/8), of oneself (127/8), of a group, or of everybody (RFC 1122 §3.2.1.3). */
export function isOneHost(address: Ipv4Address): boolean {
  const first = address >>> 24;
  return first !== THIS_NETWORK && first !== LOOPBACK && first < FIRST_MULTICAST;
}

/** Dotted decimal, as `parseAddress` reads it. */
export function formatAddress(address: Ipv4Address): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}
