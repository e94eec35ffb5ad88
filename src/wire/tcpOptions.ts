import type { Malformed } from './malformed';
import { setUint16, setUint32, uint16At, uint32At, uint8At } from './octets';

/** One run of bytes the receiver holds: from `left` to before `right`, sequence numbers (RFC 2018 §3). */
interface SackBlock {
  readonly left: number;
  readonly right: number;
}

/** A TCP option: RFC 9293 §3.2, RFC 7323 (windowScale, timestamps), RFC 2018 (sackPermitted, sack). */
export type TcpOption =
  | { readonly kind: 'endOfList' }
  | { readonly kind: 'nop' }
  | { readonly kind: 'maxSegmentSize'; readonly bytes: number }
  | { readonly kind: 'windowScale'; readonly shift: number }
  | { readonly kind: 'sackPermitted' }
  | { readonly kind: 'sack'; readonly blocks: readonly SackBlock[] }
  | { readonly kind: 'timestamps'; readonly value: number; readonly echo: number }
  | { readonly kind: 'unknown'; readonly code: number; readonly data: Uint8Array };

/** Option kind numbers (IANA). */
const OPTION_CODE = {
  endOfList: 0,
  nop: 1,
  maxSegmentSize: 2,
  windowScale: 3,
  sackPermitted: 4,
  sack: 5,
  timestamps: 8,
} as const;

const SACK_BLOCK_LENGTH = 8;
const NO_OPTIONS: readonly TcpOption[] = [];
/** Options without content, made once: every segment with timestamps has two NOPs. */
const NOP: TcpOption = { kind: 'nop' };
const END_OF_LIST: TcpOption = { kind: 'endOfList' };

/** Bytes the options take in a header: padded to whole 32-bit words. */
export function tcpOptionsLength(options: readonly TcpOption[]): number {
  let length = 0;
  for (const option of options) length += optionLength(option);
  return (length + 3) & ~3;
}

/** Writes the options at `at` into zeroed `bytes`; the zeros after them are the padding (end of list). */
export function writeTcpOptions(bytes: Uint8Array, at: number, options: readonly TcpOption[]): void {
  let next = at;
  for (const option of options) {
    writeOption(bytes, next, option);
    next += optionLength(option);
  }
}

/**
 * Reads the options from `start` to before `end`, up to the first endOfList, which is the last one returned; what
 * follows it is padding. A length that does not fit the option or the header is `badOption`.
 */
export function readTcpOptions(
  bytes: Uint8Array,
  start: number,
  end: number,
): readonly TcpOption[] | Malformed {
  if (start === end) return NO_OPTIONS;
  const options: TcpOption[] = [];
  let at = start;
  while (at < end) {
    const length = optionLengthAt(bytes, at, end);
    if (length === 0) return { malformed: 'badOption' };
    const option = readOption(bytes, at, length);
    if (option === undefined) return { malformed: 'badOption' };
    options.push(option);
    if (option.kind === 'endOfList') break;
    at += length;
  }
  return options;
}

/** Length of the option that starts at `at`, or 0 when it does not fit before `end`. */
export function optionLengthAt(bytes: Uint8Array, at: number, end: number): number {
  const code = uint8At(bytes, at);
  if (code === OPTION_CODE.endOfList || code === OPTION_CODE.nop) return 1;
  if (at + 2 > end) return 0;
  const length = uint8At(bytes, at + 1);
  return length < 2 || at + length > end ? 0 : length;
}

/** Reads the option at `at`, whose `length` is known to lie inside; `undefined` when it is not that kind's length. */
export function readOption(bytes: Uint8Array, at: number, length: number): TcpOption | undefined {
  const code = uint8At(bytes, at);
  switch (code) {
    case OPTION_CODE.endOfList:
      return END_OF_LIST;
    case OPTION_CODE.nop:
      return NOP;
    case OPTION_CODE.maxSegmentSize:
      return length === 4 ? { kind: 'maxSegmentSize', bytes: uint16At(bytes, at + 2) } : undefined;
    case OPTION_CODE.windowScale:
      return length === 3 ? { kind: 'windowScale', shift: uint8At(bytes, at + 2) } : undefined;
    case OPTION_CODE.sackPermitted:
      return length === 2 ? { kind: 'sackPermitted' } : undefined;
    case OPTION_CODE.sack:
      return readSack(bytes, at, length);
    case OPTION_CODE.timestamps:
      if (length !== 10) return undefined;
      return { kind: 'timestamps', value: uint32At(bytes, at + 2), echo: uint32At(bytes, at + 6) };
    default:
      return { kind: 'unknown', code, data: bytes.subarray(at + 2, at + length) };
  }
}

function readSack(bytes: Uint8Array, at: number, length: number): TcpOption | undefined {
  if (length < 2 + SACK_BLOCK_LENGTH || (length - 2) % SACK_BLOCK_LENGTH !== 0) return undefined;
  const blocks: SackBlock[] = [];
  for (let block = at + 2; block < at + length; block += SACK_BLOCK_LENGTH) {
    blocks.push({ left: uint32At(bytes, block), right: uint32At(bytes, block + 4) });
  }
  return { kind: 'sack', blocks };
}

/** Bytes of one option, without padding (RFC 9293 §3.2). */
export function optionLength(option: TcpOption): number {
  switch (option.kind) {
    case 'endOfList':
    case 'nop':
      return 1;
    case 'maxSegmentSize':
      return 4;
    case 'windowScale':
      return 3;
    case 'sackPermitted':
      return 2;
    case 'sack':
      return 2 + SACK_BLOCK_LENGTH * option.blocks.length;
    case 'timestamps':
      return 10;
    case 'unknown':
      return 2 + option.data.length;
  }
}

function writeOption(bytes: Uint8Array, at: number, option: TcpOption): void {
  bytes[at] = option.kind === 'unknown' ? option.code : OPTION_CODE[option.kind];
  if (option.kind === 'endOfList' || option.kind === 'nop') return;
  bytes[at + 1] = optionLength(option);
  switch (option.kind) {
    case 'maxSegmentSize':
      return setUint16(bytes, at + 2, option.bytes);
    case 'windowScale':
      bytes[at + 2] = option.shift;
      return;
    case 'sackPermitted':
      return;
    case 'sack':
      return writeSackBlocks(bytes, at + 2, option.blocks);
    case 'timestamps':
      setUint32(bytes, at + 2, option.value);
      return setUint32(bytes, at + 6, option.echo);
    case 'unknown':
      bytes.set(option.data, at + 2);
  }
}

function writeSackBlocks(bytes: Uint8Array, at: number, blocks: readonly SackBlock[]): void {
  let next = at;
  for (const { left, right } of blocks) {
    setUint32(bytes, next, left);
    setUint32(bytes, next + 4, right);
    next += SACK_BLOCK_LENGTH;
  }
}
