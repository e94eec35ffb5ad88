import { describe, expect, it } from 'vitest';
import { FLAG } from '../wire/tcp';
import { parseScript } from './parseScript';
import type { ScriptEvent } from './script';
import { OutOfScope, ScriptFailure } from './verdict';

const only = (text: string): ScriptEvent => {
  const { events } = parseScript(text);
  expect(events).toHaveLength(1);
  return events[0]!;
};
const timeOf = (time: string) => only(`${time} < . 1:1(0)`).time;
const callOf = (text: string) => {
  const { action } = only(`0 ${text}`);
  return action.kind === 'call' ? action.call : expect.fail(action.kind);
};
const problemOf = (text: string): string => {
  try {
    parseScript(text);
  } catch (error) {
    if (error instanceof ScriptFailure || error instanceof OutOfScope) return error.message;
  }
  return 'none';
};

describe('parseScript', () => {
  it('reads every way to say when', () => {
    expect(timeOf('0')).toEqual({ kind: 'at', isRelative: false, ns: 0 });
    expect(timeOf('0.210')).toEqual({ kind: 'at', isRelative: false, ns: 210_000_000 });
    expect(timeOf('+.1')).toEqual({ kind: 'at', isRelative: true, ns: 100_000_000 });
    expect(timeOf('0.1~0.25')).toMatchObject({ isRelative: false, fromNs: 100_000_000, toNs: 250_000_000 });
    expect(timeOf('+.1~+.25')).toMatchObject({ isRelative: true, fromNs: 100_000_000, toNs: 250_000_000 });
    expect(timeOf('*')).toEqual({ kind: 'any' });
  });

  it('reads packets with all their fields, over lines and comments', () => {
    const { line, action } = only(`// first
/* and
   second */
+0 > FP. 1:1001(1000) ack 5 // it goes on
   win 257 <nop,nop,TS val 7 ecr 8,
   sack 1:2 3:4>`);
    expect(line).toBe(4);
    expect(action).toEqual({
      kind: 'outbound',
      packet: {
        flags: FLAG.fin | FLAG.psh | FLAG.ack,
        start: 1,
        length: 1000,
        acknowledgment: 5,
        window: 257,
        options: [
          { kind: 'nop' },
          { kind: 'nop' },
          { kind: 'timestamps', value: 7, echo: 8 },
          {
            kind: 'sack',
            blocks: [
              { left: 1, right: 2 },
              { left: 3, right: 4 },
            ],
          },
        ],
      },
    });
    expect(only('0 < - 3:3(0) <...>').action).toMatchObject({ packet: { flags: 0, options: 'any' } });
    expect(only('0 < S 0:0(0) <mss 9,sackOK,eol,wscale 3>').action).toMatchObject({
      packet: {
        options: [
          { kind: 'maxSegmentSize', bytes: 9 },
          { kind: 'sackPermitted' },
          { kind: 'endOfList' },
          { kind: 'windowScale', shift: 3 },
        ],
      },
    });
  });

  it('reads ICMP with the quote on either side', () => {
    const icmp = { type: 3, code: 4, nextHopMtu: 1200, quotedSequence: 1 };
    for (const text of [
      '0 < [1:1461(1460)] icmp unreachable frag_needed mtu 1200',
      '0 < icmp unreachable frag_needed mtu 1200 [1:1461(1460)]',
      '0 < icmp 3 4 mtu 1200 [1:1461(1460)]',
    ]) {
      expect(only(text).action).toEqual({ kind: 'icmp', icmp });
    }
    expect(only('0 < icmp unreachable mtu 9').action).toMatchObject({
      icmp: { code: 0, nextHopMtu: 9, quotedSequence: undefined },
    });
  });

  it('reads system calls', () => {
    expect(callOf('connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)')).toMatchObject({
      name: 'connect',
      result: { kind: 'number', value: -1 },
      error: 'EINPROGRESS',
    });
    expect(callOf('fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0').args[2]).toEqual({
      kind: 'words',
      words: ['O_RDWR', 'O_NONBLOCK'],
    });
    expect(callOf('fcntl(3, F_GETFL) = 0x2 (flags O_RDWR)').result).toEqual({ kind: 'number', value: 2 });
    expect(callOf('setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0').args[3]).toEqual({
      kind: 'record',
      fields: new Map([
        ['onoff', { kind: 'number', value: 1 }],
        ['linger', { kind: 'number', value: 0 }],
      ]),
    });
    const bind = callOf('bind(3, {sa_family = AF_INET, sin_port = htons(8080)}, ...) = 0');
    expect(bind.args[1]).toMatchObject({ kind: 'record' });
    expect(callOf('getsockopt(3, SOL_SOCKET, SO_ERROR, [ECONNRESET], [4]) = 0').args[3]).toEqual({
      kind: 'list',
      items: [{ kind: 'words', words: ['ECONNRESET'] }],
    });
    const { time, action } = only('+0.1...0.3 read(4, ..., 10) = 10');
    expect(time).toMatchObject({ isRelative: true, ns: 100_000_000 });
    expect(action).toMatchObject({ call: { name: 'read', endNs: 300_000_000 } });
  });

  it('reads settings, the set-up, commands and a clean-up', () => {
    const script = parseScript(
      '// x\n--tolerance_usecs=75000\n--ip_version=ipv4\n`./defaults.sh\nsysctl -q a=1`\n0 `true`\n`bye`',
    );
    expect([...script.settings]).toEqual([
      ['tolerance_usecs', '75000'],
      ['ip_version', 'ipv4'],
    ]);
    expect(script.setUp).toBe('./defaults.sh\nsysctl -q a=1');
    expect(script.events).toMatchObject([{ line: 6, action: { kind: 'command', text: 'true' } }]);
  });

  it('says in which line it stopped to understand', () => {
    expect(problemOf('0 < . 1:1(0)\n+0 > X 1:1(0)')).toBe(
      "line 2: expected flags of S F R P . or -, got 'X 1:1(0)'",
    );
    expect(problemOf('0 < . 1:5(3)')).toMatch(/^line 1: expected a range of 3 bytes/);
    expect(problemOf('\n\n0 read(3, ...')).toMatch(/^line 3: /);
    expect(problemOf('oops')).toMatch(/^line 1: expected a time/);
  });

  it('says what is out of scope', () => {
    expect(problemOf('0 < SEW 0:0(0)')).toBe('ECN');
    expect(problemOf('0 < S 0:0(0) <FO 1234>')).toBe('TCP option FO');
    expect(problemOf('0 < udp (100)')).toBe('udp packets');
    expect(problemOf('0 < [ect0] . 1:1(0)')).toBe('IP header fields (ECN, TOS)');
    expect(problemOf('0 %{ import os }%')).toBe('Python other than assert: import os');
  });
});
