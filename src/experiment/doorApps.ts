import type { AppSocket } from './appSockets';
import type { Nanoseconds, NodeId, Transport } from './experiment';

/** Sends back whatever comes (RFC 862). In every lane. */
export interface EchoApp {
  readonly kind: 'echo';
  readonly host: NodeId;
  readonly transport: Transport;
  readonly port: number;
}

/** Knocks at doors of another host to learn which are open: door i from 0 at `startNs + i * everyNs`. In every lane. */
export interface PortScanApp {
  readonly kind: 'portScan';
  readonly host: NodeId;
  /** Address of the host with the doors. */
  readonly to: string;
  readonly doors: readonly AppSocket[];
  readonly startNs: Nanoseconds;
  readonly everyNs: Nanoseconds;
  /** So long it waits for an answer at each door. */
  readonly waitNs: Nanoseconds;
}

export type DoorApp = EchoApp | PortScanApp;
