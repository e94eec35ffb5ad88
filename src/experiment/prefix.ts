import { type Ipv4Address, parseAddress } from '../wire/address';

/** The addresses that begin with the same bits (RFC 4632 §3.1). */
export interface Prefix {
  readonly network: Ipv4Address;
  /** How many bits are alike, 0 to 32. */
  readonly bits: number;
}

/** Reads `a.b.c.d/n`, bits behind the first n being of no account; `undefined` for anything else. */
export function parsePrefix(text: string): Prefix | undefined {
  const [dotted = '', length, ...rest] = text.split('/');
  const address = parseAddress(dotted);
  if (address === undefined || length === undefined || rest.length > 0) return undefined;
  if (!/^(\d|[12]\d|3[0-2])$/.test(length)) return undefined;
  const bits = Number(length);
  return { network: networkOf(address, bits), bits };
}

/** Whether an address begins with those bits. */
export function isWithin({ network, bits }: Prefix, address: Ipv4Address): boolean {
  return networkOf(address, bits) === network;
}

function networkOf(address: Ipv4Address, bits: number): Ipv4Address {
  return bits === 0 ? 0 : (address & (-1 << (32 - bits))) >>> 0;
}
