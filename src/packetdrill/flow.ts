import type { Nanoseconds } from '../experiment/experiment';
import type { TcpOptions } from '../experiment/tcpOptions';
import { type AppNotice, Connection, type Endpoint, type OutgoingSegment } from '../engine/tcp/connection';

/** The options of one connection; a socket call may change them while it runs. */
export type FlowOptions = { -readonly [K in keyof TcpOptions]: TcpOptions[K] };

/** What a connection of a script begins with. */
export interface FlowSetup {
  readonly options: FlowOptions;
  readonly maxSegmentBytes: number;
  /** Opened by the peer's SYN. */
  readonly isPassive: boolean;
  readonly local: Endpoint;
  readonly remote: Endpoint;
  readonly initialSequence: number;
  readonly send: (segment: OutgoingSegment) => void;
}

/** A connection and what its app has been told. */
export class Flow {
  readonly connection: Connection;
  readonly options: FlowOptions;
  readonly isPassive: boolean;
  readonly local: Endpoint;
  readonly remote: Endpoint;
  isConnected = false;
  /** The peer has closed: nothing comes behind what can be read. */
  hasPeerClosed = false;
  /** SO_ERROR: why the connection failed, until somebody asks. */
  error: string | undefined;
  /** When data last arrived, or else the connection was opened: for TCP_INFO. */
  lastDataNs: Nanoseconds = 0;

  constructor(setup: FlowSetup) {
    const { options, maxSegmentBytes, local, remote, initialSequence, send } = setup;
    this.options = options;
    this.isPassive = setup.isPassive;
    this.local = local;
    this.remote = remote;
    this.connection = new Connection({
      options,
      maxSegmentBytes,
      local,
      remote,
      initialSequence,
      context: { send, tell: (notice) => this.#told(notice), timer: () => {} },
    });
  }

  /** The error that waits, once. */
  takeError(): string | undefined {
    const { error } = this;
    this.error = undefined;
    return error;
  }

  #told({ kind }: AppNotice): void {
    switch (kind) {
      case 'connected':
        this.isConnected = true;
        break;
      case 'peerClosed':
        this.hasPeerClosed = true;
        break;
      case 'connectionRefused':
        this.error = 'ECONNREFUSED';
        break;
      case 'connectionReset':
        this.error = 'ECONNRESET';
        break;
      case 'gaveUp':
        this.error = 'ETIMEDOUT';
        break;
      case 'hostUnreachable':
        // Before it is open, a connection takes a router's word for it, as Linux does.
        if (!this.isConnected) this.error = 'EHOSTUNREACH';
        break;
      default:
    }
  }
}
