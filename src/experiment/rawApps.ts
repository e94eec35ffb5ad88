import type { Nanoseconds, NodeId, Payload } from './experiment';

/** Writes `payload` piece by piece into IP packets of its own, with no transport: piece i at `startNs + i * everyNs`. In every lane. */
export interface RawSendApp {
  readonly kind: 'rawSend';
  readonly host: NodeId;
  /** Dotted IPv4 address. */
  readonly to: string;
  /** Of the IP header: 253 or 254, which are for experiments (RFC 3692 §2.1). */
  readonly protocol: number;
  readonly payload: Payload;
  readonly pieceBytes: number;
  readonly startNs: Nanoseconds;
  readonly everyNs: Nanoseconds;
}

/** Takes every IP packet with that protocol number as it comes. In every lane. */
export interface RawReceiveApp {
  readonly kind: 'rawReceive';
  readonly host: NodeId;
  readonly protocol: number;
}

export type RawApp = RawSendApp | RawReceiveApp;
