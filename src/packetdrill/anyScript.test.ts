import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { runScript } from './runScript';

const FOLDER = join(ROOT, 'tests', 'conformance', 'packetdrill');
const SCRIPTS = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'));
/** Words of the language and things that look like them. */
const WORDS = [
  ...`+0 | 0 | +.1 | * | ~ | ... | +0...1 | < | > | <...> | %{ | }% | // | /* | */ | -- | (( | " | { | } | [ | ] | 0x | -1
S | F. | - | SEW | 1:1(0) | 0:4294967295(1) | 5:1(4294967292) | ack 1 | win 0 | win 65536 | urg 1 | ack 99999999999999999
<mss 0> | <mss 65535,nop,wscale 255> | <TS val 1 ecr 0> | <sack 1:2 9:3> | <eol> | <nop,> | <FO 1> | 999999999999999999999
close(4) = 0 | read(4, ..., 10) = 0 | write(4, ..., 1000000) = 1 | accept(3, ..., ...) = 9 | dup(3) = 4 | = -1 EPIPE
connect(3, ..., ...) = 0 | listen(4, -1) = 0 | shutdown(4, SHUT_RDWR) = 0 | recv(4, ..., 1, MSG_PEEK) = 1 | --mtu=1 | --x
setsockopt(4, SOL_SOCKET, SO_RCVBUF, [0], 4) = 0 | setsockopt(3, SOL_TCP, TCP_MAXSEG, [1], 4) = 0 | 한글 | 1 // 0
setsockopt(4, SOL_SOCKET, SO_KEEPALIVE, [1], 4) = 0 | fcntl(4, F_SETFL, O_RDWR|O_NONBLOCK) = 0 | icmp unreachable mtu 0
%{ assert tcpi_snd_cwnd == 10 }% | %{ assert ((( }% | %{ assert 1 // 0 }%`.split(/ \| |\n/),
  '`true`',
  '`',
  '\n',
  '\r\n',
  '\0',
];

/** Puts a word in place of another, before it, or takes it away. */
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'insert', 'remove'),
    word: fc.constantFrom(...WORDS),
  }),
  { minLength: 1, maxLength: 8 },
);

type Edit = Readonly<{ at: number; how: string; word: string }>;

function edited(text: string, { at, how, word }: Edit): string {
  const tokens = text.split(/(?<=\s)/);
  const place = at % tokens.length;
  const fresh = how === 'remove' ? [] : [`${word} `];
  return tokens.toSpliced(place, how === 'insert' ? 0 : 1, ...fresh).join('');
}

describe('runScript', () => {
  it('ends with a verdict whatever the script, and never by a fault of its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCRIPTS), edits, (script, changes) => {
        const verdict = runScript(changes.reduce(edited, script));
        if (verdict.kind !== 'fail') return;
        expect(verdict.expected).not.toBe('no fault of the program');
        expect(`${verdict.expected}${verdict.got}`).not.toMatch(/[\r\n]/);
        expect(verdict.line).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });

  it('refuses what is no script at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['ok', 'fail', 'skip']).toContain(runScript(text).kind);
      }),
    );
  });
});
