import {
  encodeClientHello,
  encodeServerHello,
  encodeTlsMessage,
  TLS_HANDSHAKE,
  TLS_RANDOM_BYTES,
} from '../../wire/tls';
import { hash } from '../hash';
import { fillerBytes } from './filler';
import { joined } from './joined';

/** What one end makes its random bytes of. */
export type TlsDice = readonly number[];

/** Bodies of messages as real servers send them: ALPN; a leaf and one intermediate, both ECDSA; P-256; SHA-256. */
const BODY_BYTES = {
  encryptedExtensions: 17,
  certificate: 2100,
  certificateVerify: 75,
  finished: 32,
} as const;

/** The client's first message, with filler for a key share (RFC 8446 §4.1.2). */
export function clientHello(serverName: string, random: Uint8Array, dice: TlsDice): Uint8Array {
  return encodeClientHello(serverName, random, fillerBytes(TLS_RANDOM_BYTES, ...dice, 1));
}

/** The server's answer to a hello with that random (RFC 8446 §4.1.3). */
export function serverHello(
  dice: TlsDice,
  clientRandom: Uint8Array,
): { readonly message: Uint8Array; readonly random: Uint8Array } {
  const both = [...dice, hash(...clientRandom)];
  const random = fillerBytes(TLS_RANDOM_BYTES, ...both, 0);
  return { message: encodeServerHello(random, fillerBytes(TLS_RANDOM_BYTES, ...both, 1)), random };
}

/** What the server says behind its hello: extensions, certificates, proof, Finished; filler in plausible sizes (RFC 8446 §2). */
export function serverFlight(dice: TlsDice): Uint8Array {
  const kinds = ['encryptedExtensions', 'certificate', 'certificateVerify', 'finished'] as const;
  return joined(
    kinds.map((kind, i) =>
      encodeTlsMessage(TLS_HANDSHAKE[kind], fillerBytes(BODY_BYTES[kind], ...dice, 2 + i)),
    ),
  );
}

/** The client's last word of the handshake (RFC 8446 §4.4.4). */
export function finishedMessage(dice: TlsDice): Uint8Array {
  return encodeTlsMessage(TLS_HANDSHAKE.finished, fillerBytes(BODY_BYTES.finished, ...dice, 2));
}
