import { NO_BYTES } from '../../wire/octets';

/** What a layer makes of bytes from the connection. */
export interface Unsealed {
  /** What HTTP reads. */
  readonly text: Uint8Array;
  /** What the layer itself has to answer. */
  readonly reply: Uint8Array;
}

/** What lies between HTTP and the byte stream: nothing, or TLS. */
export interface SecureLayer {
  /** HTTP may write. */
  readonly isReady: boolean;
  /** What came is none of its records: the connection is of no use. */
  readonly isBroken: boolean;
  /** What it has to say as soon as there is a connection. */
  open(): Uint8Array;
  seal(text: Uint8Array): Uint8Array;
  unseal(bytes: Uint8Array): Unsealed;
  /** What it has to say before the connection is closed. */
  closing(): Uint8Array;
}

/** No layer: http in the clear. */
export const IN_THE_CLEAR: SecureLayer = {
  isReady: true,
  isBroken: false,
  open: () => NO_BYTES,
  seal: (text) => text,
  unseal: (bytes) => ({ text: bytes, reply: NO_BYTES }),
  closing: () => NO_BYTES,
};
