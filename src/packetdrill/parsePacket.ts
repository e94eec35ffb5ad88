import { FLAG } from '../wire/tcp';
import type { TcpOption } from '../wire/tcpOptions';
import type { Cursor } from './cursor';
import type { ScriptIcmp, ScriptPacket } from './script';
import { OutOfScope } from './verdict';

const NUMBER = /\d+/y;
/** Sequence and ACK numbers, timestamps and SACK edges have 32 bits, the window 16. */
const LARGEST_NUMBER = 2 ** 32 - 1;
const LARGEST_WINDOW = 2 ** 16 - 1;

const SEQUENCE = /(\d+):(\d+)\((\d+)\)/y;
/** Letters of the flags; `-` says that none is set. */
const FLAG_BITS: Readonly<Record<string, number>> = {
  S: FLAG.syn,
  F: FLAG.fin,
  R: FLAG.rst,
  P: FLAG.psh,
  '.': FLAG.ack,
};
/** Of ICMP, what speaks about a segment of ours: RFC 792. */
const ICMP_TYPES: Readonly<Record<string, number>> = { unreachable: 3, source_quench: 4, time_exceeded: 11 };
const ICMP_CODES: Readonly<Record<string, number>> = {
  net_unreachable: 0,
  host_unreachable: 1,
  protocol_unreachable: 2,
  port_unreachable: 3,
  frag_needed: 4,
  source_route_failed: 5,
};

/** Reads a TCP packet behind its `<` or `>`. */
export function parsePacket(cursor: Cursor): ScriptPacket {
  refuseOtherPackets(cursor);
  const flags = parseFlags(cursor);
  const range = cursor.expect(SEQUENCE, 'a sequence range such as 1:1001(1000)');
  const start = Number(range[1]);
  const length = Number(range[3]);
  const isWhole = (start + length) % 2 ** 32 === Number(range[2]) && start <= LARGEST_NUMBER;
  if (!isWhole) cursor.fail(`a range of ${length} bytes before this`);
  const acknowledgment = parseField(cursor, /ack\b/y);
  const window = parseField(cursor, /win\b/y, LARGEST_WINDOW);
  if (cursor.take(/urg\b/y)) throw new OutOfScope('urgent data');
  const options = cursor.take(/</y) ? parseOptions(cursor) : [];
  return { flags, start, length, acknowledgment, window, options };
}

/** Reads `icmp type code mtu n` with the quoted range before or behind it. */
export function parseIcmp(cursor: Cursor): ScriptIcmp {
  const before = parseQuote(cursor);
  cursor.expect(/icmp\b/y, 'icmp');
  const type = parseName(cursor, ICMP_TYPES, 'ICMP type');
  const code = cursor.sees(/(?!mtu\b)[a-z_0-9]+/y) ? parseName(cursor, ICMP_CODES, 'ICMP code') : 0;
  const nextHopMtu = parseField(cursor, /mtu\b/y) ?? 0;
  return { type, code, nextHopMtu, quotedSequence: before ?? parseQuote(cursor) };
}

function parseQuote(cursor: Cursor): number | undefined {
  const quote = cursor.take(/\[\s*(\d+):\d+\(\d+\)[^\]]*\]/y);
  return quote ? Number(quote[1]) : undefined;
}

function parseName(cursor: Cursor, names: Readonly<Record<string, number>>, what: string): number {
  const number = cursor.take(/\d+(?![.:+~\d])/y);
  if (number) return Number(number[0]);
  const name = cursor.expect(/[a-z_]+/y, `an ${what}`)[0];
  const value = Object.hasOwn(names, name) ? names[name] : undefined;
  if (value === undefined) throw new OutOfScope(`${what} ${name}`);
  return value;
}

function refuseOtherPackets(cursor: Cursor): void {
  const other = cursor.take(/udp\b|sctp\b|icmp\b|ipv4\b|ipv6\b|gre\b|mpls\b|\[|\(/y);
  if (other)
    throw new OutOfScope(/^\W/.test(other[0]) ? 'IP header fields (ECN, TOS)' : `${other[0]} packets`);
}

function parseFlags(cursor: Cursor): number {
  const letters = cursor.expect(/[SFRPEWCAU.]+|-/y, 'flags of S F R P . or -')[0];
  if (/[EWCA]/.test(letters)) throw new OutOfScope('ECN');
  if (letters.includes('U')) throw new OutOfScope('urgent data');
  return [...letters].reduce((flags, letter) => flags | (FLAG_BITS[letter] ?? 0), 0);
}

function parseField(cursor: Cursor, word: RegExp, largest = LARGEST_NUMBER): number | undefined {
  return cursor.take(word) ? parseNumber(cursor, largest) : undefined;
}

function parseNumber(cursor: Cursor, largest = LARGEST_NUMBER): number {
  const number = Number(cursor.expect(NUMBER, 'a number')[0]);
  return number <= largest ? number : cursor.fail(`a number of at most ${largest} before this`);
}

function parseOptions(cursor: Cursor): 'any' | readonly TcpOption[] {
  if (cursor.take(/\.\.\.\s*>/y)) return 'any';
  const options: TcpOption[] = [];
  if (cursor.take(/>/y)) return options;
  do options.push(parseOption(cursor));
  while (cursor.take(/,/y));
  cursor.expect(/>/y, "',' or '>'");
  return options;
}

function parseOption(cursor: Cursor): TcpOption {
  const name = cursor.expect(/[A-Za-z_]\w*/y, 'a TCP option')[0];
  switch (name) {
    case 'nop':
      return { kind: 'nop' };
    case 'eol':
      return { kind: 'endOfList' };
    case 'mss':
      return { kind: 'maxSegmentSize', bytes: parseNumber(cursor) };
    case 'wscale':
      return { kind: 'windowScale', shift: parseNumber(cursor) };
    case 'sackOK':
      return { kind: 'sackPermitted' };
    case 'TS': {
      cursor.expect(/val\b/y, "'val'");
      const value = parseNumber(cursor);
      cursor.expect(/ecr\b/y, "'ecr'");
      return { kind: 'timestamps', value, echo: parseNumber(cursor) };
    }
    case 'sack':
      return { kind: 'sack', blocks: parseBlocks(cursor) };
    default:
      throw new OutOfScope(`TCP option ${name}`);
  }
}

function parseBlocks(cursor: Cursor): { left: number; right: number }[] {
  const blocks: { left: number; right: number }[] = [];
  for (;;) {
    if (!cursor.sees(/\d+:/y)) return blocks.length > 0 ? blocks : cursor.fail('a SACK block');
    const left = parseNumber(cursor);
    cursor.expect(/:/y, "':'");
    blocks.push({ left, right: parseNumber(cursor) });
  }
}
