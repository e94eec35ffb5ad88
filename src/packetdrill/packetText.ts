import { FLAG } from '../wire/tcp';
import type { TcpOption } from '../wire/tcpOptions';
import type { ScriptPacket } from './script';

const LETTERS = [
  [FLAG.fin, 'F'],
  [FLAG.syn, 'S'],
  [FLAG.rst, 'R'],
  [FLAG.psh, 'P'],
  [FLAG.ack, '.'],
] as const;

/** Option bytes, for the padding. */
const LENGTHS: Readonly<Record<Exclude<TcpOption['kind'], 'sack' | 'unknown'>, number>> = {
  endOfList: 1,
  nop: 1,
  maxSegmentSize: 4,
  windowScale: 3,
  sackPermitted: 2,
  timestamps: 10,
};

/** A packet the way scripts write it. */
export function packetText({ flags, start, length, acknowledgment, window, options }: ScriptPacket): string {
  const letters = LETTERS.filter(([bit]) => (flags & bit) !== 0).map(([, letter]) => letter);
  const parts = [letters.join('') || '-', `${start}:${(start + length) >>> 0}(${length})`];
  if (acknowledgment !== undefined) parts.push(`ack ${acknowledgment}`);
  if (window !== undefined) parts.push(`win ${window}`);
  if (options === 'any') parts.push('<...>');
  else if (options.length > 0) parts.push(`<${optionTexts(options).join(',')}>`);
  return parts.join(' ');
}

/** Options the way scripts write them, padding included. */
export function optionTexts(options: readonly TcpOption[]): readonly string[] {
  const texts = options.map(optionText);
  let bytes = options.reduce((sum, option) => sum + lengthOf(option), 0);
  for (; bytes % 4 !== 0; bytes += 1) texts.push('eol');
  return texts;
}

function lengthOf(option: TcpOption): number {
  if (option.kind === 'sack') return 2 + 8 * option.blocks.length;
  return option.kind === 'unknown' ? 2 + option.data.length : LENGTHS[option.kind];
}

function optionText(option: TcpOption): string {
  switch (option.kind) {
    case 'endOfList':
      return 'eol';
    case 'nop':
      return 'nop';
    case 'maxSegmentSize':
      return `mss ${option.bytes}`;
    case 'windowScale':
      return `wscale ${option.shift}`;
    case 'sackPermitted':
      return 'sackOK';
    case 'timestamps':
      return `TS val ${option.value} ecr ${option.echo}`;
    case 'sack':
      return `sack ${option.blocks.map(({ left, right }) => `${left}:${right}`).join(' ')}`;
    case 'unknown':
      return `option ${option.code}`;
  }
}
