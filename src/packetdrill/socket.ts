import type { Flow, FlowOptions } from './flow';

/** What a file descriptor of the script stands for. */
export interface Socket {
  /** What its connections start with. */
  readonly options: FlowOptions;
  isNonBlocking: boolean;
  /** `SO_LINGER {onoff=1, linger=0}`: close resets. */
  isAborting: boolean;
  /** TCP_MAXSEG, `undefined` where the script sets none. */
  maxSegmentBytes: number | undefined;
  port: number;
  /** Connections that may wait to be accepted; `undefined` unless the socket listens. */
  backlog: number | undefined;
  /** Of a listening socket: opened by peers, not accepted yet. */
  readonly waiting: Flow[];
  flow: Flow | undefined;
  /** shutdown(SHUT_RD). */
  isReadShut: boolean;
  isWriteShut: boolean;
}

/** A socket that has just been made, with settings of its own. */
export function newSocket(options: FlowOptions): Socket {
  return {
    options: { ...options },
    isNonBlocking: false,
    isAborting: false,
    maxSegmentBytes: undefined,
    port: 0,
    backlog: undefined,
    waiting: [],
    flow: undefined,
    isReadShut: false,
    isWriteShut: false,
  };
}
