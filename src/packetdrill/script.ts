import type { Nanoseconds } from '../experiment/experiment';
import type { TcpOption } from '../wire/tcpOptions';
import type { AssertStatement } from './assertion';

/** When an event happens, as the script says it; relative times count from the event before. */
export type TimeSpec =
  | { readonly kind: 'at'; readonly isRelative: boolean; readonly ns: Nanoseconds }
  | {
      readonly kind: 'range';
      readonly isRelative: boolean;
      readonly fromNs: Nanoseconds;
      readonly toNs: Nanoseconds;
    }
  | { readonly kind: 'any' };

/** A TCP packet as a script writes it, sequence numbers as they stand there. */
export interface ScriptPacket {
  /** Bits of the wire's `FLAG`. */
  readonly flags: number;
  readonly start: number;
  readonly length: number;
  readonly acknowledgment: number | undefined;
  readonly window: number | undefined;
  /** 'any' for `<...>`. */
  readonly options: 'any' | readonly TcpOption[];
}

/** An ICMP error about a segment of ours. */
export interface ScriptIcmp {
  readonly type: number;
  readonly code: number;
  readonly nextHopMtu: number;
  /** Sequence number of the quoted segment, `undefined` where the script quotes none. */
  readonly quotedSequence: number | undefined;
}

/** An argument or result of a system call. */
export type Value =
  | { readonly kind: 'any' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** Names joined by `|`. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Value> };

/** The calls that are modelled; a script with another one is out of scope before its arguments are read. */
export const SYSTEM_CALLS = [
  'socket',
  'bind',
  'listen',
  'accept',
  'accept4',
  'connect',
  'read',
  'recv',
  'recvfrom',
  'write',
  'send',
  'sendto',
  'close',
  'shutdown',
  'setsockopt',
  'getsockopt',
  'fcntl',
  'ioctl',
] as const;
/** One of them. */
export type SystemCallName = (typeof SYSTEM_CALLS)[number];

/** Whether it is the name of a call that is modelled. */
export function isSystemCall(name: string): name is SystemCallName {
  return SYSTEM_CALLS.some((known) => known === name);
}

/** A call of the script's program, and what it must return. */
export interface SystemCall {
  readonly name: SystemCallName;
  readonly args: readonly Value[];
  readonly result: Value;
  /** The errno that the script expects with -1, such as EPIPE. */
  readonly error: string | undefined;
  /** Of a blocking call `+t...t2`: when it must return, counted as the event's own time is. */
  readonly endNs: Nanoseconds | undefined;
}

/** What one event of a script does, or expects. */
export type Action =
  | { readonly kind: 'inbound'; readonly packet: ScriptPacket }
  | { readonly kind: 'outbound'; readonly packet: ScriptPacket }
  | { readonly kind: 'icmp'; readonly icmp: ScriptIcmp }
  | { readonly kind: 'call'; readonly call: SystemCall }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'assert'; readonly statements: readonly AssertStatement[] };

/** An action and when it takes place. */
export interface ScriptEvent {
  /** Counts from 1. */
  readonly line: number;
  readonly time: TimeSpec;
  readonly action: Action;
}

/** A script as it was read. */
export interface Script {
  /** `--name=value` lines. */
  readonly settings: ReadonlyMap<string, string>;
  /** The first back-quoted command, which has no time. */
  readonly setUp: string;
  readonly events: readonly ScriptEvent[];
}
