import { FLAG } from './tcp';
import type { TcpOption } from './tcpOptions';

/** In the order in which tcpdump prints them. */
const FLAG_LETTERS = [
  [FLAG.fin, 'F'],
  [FLAG.syn, 'S'],
  [FLAG.rst, 'R'],
  [FLAG.psh, 'P'],
  [FLAG.ack, '.'],
  [FLAG.urg, 'U'],
  [FLAG.ece, 'E'],
  [FLAG.cwr, 'W'],
] as const;

/** tcpdump's letters of the TCP flags that are set (RFC 9293 §3.1), `.` for ACK; empty for none. */
export function flagLetters(flags: number): string {
  const set = FLAG_LETTERS.filter(([bit]) => (flags & bit) !== 0);
  return set.map(([, letter]) => letter).join('');
}

/** tcpdump's words for an option (RFC 9293 §3.2), which packetdrill shares but for SACK blocks and what nobody knows. */
export function optionWord(option: Exclude<TcpOption, { kind: 'sack' | 'unknown' }>): string {
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
  }
}
