import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { fromBase64, toBase64Url } from './base64';

/** Text made short for an address: UTF-8, deflate (RFC 1951), base64url. */
export function packText(text: string): string {
  return toBase64Url(deflateSync(strToU8(text), { level: 9 }));
}

/** The inverse of `packText`; `undefined` for anything else, and for what would grow beyond `mostBytes`. */
export function unpackText(packed: string, mostBytes: number): string | undefined {
  const deflated = fromBase64(packed);
  if (!deflated || deflated.length === 0) return undefined;
  // fflate fills at most the buffer it is given, so that a bomb costs no memory; a full one means too much. Without
  // a buffer of its size it can also cut long literals off in silence (docs/decisions/fflate.md).
  const room = new Uint8Array(mostBytes + 1);
  try {
    const bytes = inflateSync(deflated, { out: room });
    return bytes.length > mostBytes ? undefined : strFromU8(bytes);
  } catch {
    return undefined;
  }
}
