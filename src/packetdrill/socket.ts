import type { KeepAlive } from '../experiment/tcpOptions';
import type { Flow, FlowOptions } from './flow';

/** What a file descriptor of the script stands for. */
export interface Socket {
  /** What its connections start with. */
  readonly options: FlowOptions;
  isNonBlocking: boolean;
  /** `SO_LINGER {onoff=1, linger=0}`: close resets. */
  isAborting: boolean;
  /** SO_SNDBUF as the kernel holds it, twice what the script asks for; `undefined` where it does not ask. */
  sendBufferBytes: number | undefined;
  /** A write found no room, and not enough has been acknowledged since. */
  isSendFull: boolean;
  /** What SO_KEEPALIVE would switch on. */
  keepAlive: KeepAlive;
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

/** Linux's: two hours, then nine probes 75 s apart (RFC 9293 §3.8.4 wants no less than the two hours). */
const LINUX_KEEP_ALIVE: KeepAlive = { idleNs: 7200e9, intervalNs: 75e9, probes: 9 };

/** A socket that has just been made, with settings of its own. */
export function newSocket(options: FlowOptions): Socket {
  return {
    options: { ...options },
    isNonBlocking: false,
    isAborting: false,
    sendBufferBytes: undefined,
    isSendFull: false,
    keepAlive: options.keepAlive ?? LINUX_KEEP_ALIVE,
    maxSegmentBytes: undefined,
    port: 0,
    backlog: undefined,
    waiting: [],
    flow: undefined,
    isReadShut: false,
    isWriteShut: false,
  };
}
