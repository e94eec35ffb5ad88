import { setUint16, setUint32, uint16At, uint32At } from './octets';

/** A hardware address as a number from 0 to 2^48 - 1, first octet most significant. */
export type MacAddress = number;

/** Everybody on the link. RFC 894. */
export const BROADCAST_MAC: MacAddress = 2 ** 48 - 1;

/** Six octets in hex (`02:00:00:01:00:01`), as they are on the wire. */
export function formatMac(address: MacAddress): string {
  const digits = address.toString(16).padStart(12, '0');
  return digits.replace(/..(?!$)/gu, '$&:');
}

/** The address at byte `at`, which the caller has checked to lie inside. */
export function macAt(bytes: Uint8Array, at: number): MacAddress {
  return uint16At(bytes, at) * 2 ** 32 + uint32At(bytes, at + 2);
}

/** Writes an address, most significant octet first. */
export function setMac(bytes: Uint8Array, at: number, address: MacAddress): void {
  setUint16(bytes, at, Math.floor(address / 2 ** 32));
  setUint32(bytes, at + 2, address % 2 ** 32);
}
