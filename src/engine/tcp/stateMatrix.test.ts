import { describe, expect, it } from 'vitest';
import { LINUX_PACKETDRILL_TCP, RFC_TCP } from '../../experiment/tcpPresets';
import type { TcpOptions } from '../../experiment/tcpOptions';
import { IRS, ISS, prepare, StateBench } from './stateBench';

/** Where the first number of a segment lies: 100 before RCV.NXT, just before it, … on the last of the window, at its edge. */
const PLACES = ['old', 'before', 'left', 'inside', 'last', 'right', 'beyond'] as const;
type Place = (typeof PLACES)[number];
/** Sends the segment to the place, counted from RCV.NXT and RCV.WND, and says what came of it. */
function answerAt(bench: StateBench, letters: string, place: Place): string {
  const before = bench.connection.snapshot();
  const next = before.state === 'LISTEN' || before.state === 'CLOSED' ? 0 : before.receiveNext - IRS;
  const start = before.state === 'SYN-SENT' ? 0 : next;
  const edge = start + before.receiveWindow;
  const at = { old: start - 100, before: start - 1, left: start, inside: start + 10 };
  const position = { ...at, last: edge - 1, right: edge, beyond: edge + 1 }[place];
  bench.sent.length = 0;
  bench.arrive(letters, position, before.sendNext - ISS);
  return bench.outcome(before.state);
}

function answers(state: string, letters: string, options: TcpOptions): string {
  return PLACES.map((place) => {
    const bench = new StateBench(options);
    prepare(state, bench);
    return answerAt(bench, letters, place);
  }).join(' ');
}

/** The same answer wherever the segment lies: nothing is known yet by which to judge its place. */
function anywhere(answer: string): string {
  return PLACES.map(() => answer).join(' ');
}

/** At each place: nothing (-), an ACK of what is expected (A), a SYN-ACK (SA) or a RST (R), and the state that follows. */
type Rows = Readonly<Record<string, string>>;

/** §3.10.7.1: all but a RST is answered by a RST. */
const CLOSED: Rows = {
  ...Object.fromEntries(
    ['.', '-', 'F.', 'F', 'S', 'S.', 'SF', 'SF.', 'T.', 'T'].map((k) => [k, anywhere('R')]),
  ),
  R: anywhere('-'),
  'R.': anywhere('-'),
};
/** §3.10.7.2: RST, ACK, SYN in this order; the rest is dropped. */
const LISTEN: Rows = {
  ...CLOSED,
  '-': anywhere('-'),
  F: anywhere('-'),
  T: anywhere('-'),
  S: anywhere('SA>SYN-RECEIVED'),
  SF: anywhere('SA>SYN-RECEIVED'),
};
/** §3.10.7.3, every ACK here being one of our SYN. */
const SYN_SENT: Rows = {
  ...Object.fromEntries(['.', '-', 'F.', 'F', 'R', 'T.', 'T'].map((k) => [k, anywhere('-')])),
  'R.': anywhere('->CLOSED'),
  S: anywhere('SA>SYN-RECEIVED'),
  SF: anywhere('SA>SYN-RECEIVED'),
  'S.': anywhere('A>ESTABLISHED'),
  'SF.': anywhere('A>CLOSE-WAIT'),
};
/** §3.10.7.4 in ESTABLISHED; RFC 5961 §3.2 for RST, §4.2 for SYN. */
const ESTABLISHED: Rows = {
  '.': 'A A - - - A A',
  '-': 'A A - - - A A',
  'F.': 'A A A>CLOSE-WAIT A A A A',
  F: 'A A - - - A A',
  R: '- - ->CLOSED A A - -',
  'R.': '- - ->CLOSED A A - -',
  S: anywhere('A'),
  'S.': anywhere('A'),
  SF: anywhere('A'),
  'SF.': anywhere('A'),
  'T.': 'A - - A A A A',
  T: 'A - - - - A A',
};
const SYN_RECEIVED_ACTIVE: Rows = {
  ...ESTABLISHED,
  '.': 'A A ->ESTABLISHED ->ESTABLISHED ->ESTABLISHED A A',
  'F.': 'A A A>CLOSE-WAIT A>ESTABLISHED A>ESTABLISHED A A',
  'S.': 'A ->ESTABLISHED A A A A A',
  SF: 'A - A A A A A',
  'SF.': 'A A>CLOSE-WAIT A A A A A',
  'T.': 'A ->ESTABLISHED ->ESTABLISHED A>ESTABLISHED A>ESTABLISHED A A',
};
/** Fourth: a SYN within the window returns a passive open to LISTEN, which is what CLOSED stands for here. */
const SYN_RECEIVED_PASSIVE: Rows = {
  ...SYN_RECEIVED_ACTIVE,
  S: 'A A ->CLOSED ->CLOSED ->CLOSED A A',
  'S.': 'A A ->CLOSED ->CLOSED ->CLOSED A A',
  SF: 'A - ->CLOSED ->CLOSED ->CLOSED A A',
  'SF.': 'A A>CLOSE-WAIT ->CLOSED ->CLOSED ->CLOSED A A',
};
/** Eighth: the FIN has been taken; seventh: no text can follow it. */
const CLOSE_WAIT: Rows = { ...ESTABLISHED, 'F.': 'A A - - - A A', 'T.': 'A - - - - A A' };

const RFC_TABLE: Readonly<Record<string, Rows>> = {
  CLOSED,
  LISTEN,
  'SYN-SENT': SYN_SENT,
  'SYN-RECEIVED, passive': SYN_RECEIVED_PASSIVE,
  'SYN-RECEIVED, active': SYN_RECEIVED_ACTIVE,
  ESTABLISHED,
  'FIN-WAIT-1': {
    ...ESTABLISHED,
    '.': 'A A ->FIN-WAIT-2 ->FIN-WAIT-2 ->FIN-WAIT-2 A A',
    'F.': 'A A A>TIME-WAIT A>FIN-WAIT-2 A>FIN-WAIT-2 A A',
    'T.': 'A ->FIN-WAIT-2 ->FIN-WAIT-2 A>FIN-WAIT-2 A>FIN-WAIT-2 A A',
  },
  'FIN-WAIT-2': { ...ESTABLISHED, 'F.': 'A A A>TIME-WAIT A A A A' },
  'CLOSE-WAIT': CLOSE_WAIT,
  CLOSING: {
    ...CLOSE_WAIT,
    '.': 'A A ->TIME-WAIT ->TIME-WAIT ->TIME-WAIT A A',
    'F.': 'A A ->TIME-WAIT ->TIME-WAIT ->TIME-WAIT A A',
    'T.': 'A ->TIME-WAIT ->TIME-WAIT ->TIME-WAIT ->TIME-WAIT A A',
  },
  'LAST-ACK': {
    ...CLOSE_WAIT,
    '.': 'A A ->CLOSED ->CLOSED ->CLOSED A A',
    'F.': 'A A ->CLOSED ->CLOSED ->CLOSED A A',
    'T.': 'A ->CLOSED ->CLOSED ->CLOSED ->CLOSED A A',
  },
  // Fifth: whatever has an ACK repeats the peer's FIN, as far as can be known, and is acknowledged.
  'TIME-WAIT': { ...CLOSE_WAIT, '.': 'A A - A A A A', 'F.': anywhere('A'), 'T.': anywhere('A') },
};

const FREEBSD = { ...LINUX_PACKETDRILL_TCP, dialect: 'freebsd' } as const;

/** What `dialect.ts` says of FreeBSD: the right edge belongs to the window of what has no text. */
function freeBsdRow(state: string, letters: string): string {
  const row = RFC_TABLE[state]![letters]!;
  const hasEdge = !['CLOSED', 'LISTEN', 'SYN-SENT', 'SYN-RECEIVED, passive'].includes(state);
  if (state === 'SYN-RECEIVED, passive' && /^SF?$/.test(letters)) return row.replace(/ \S+/, ' SA');
  if (state === 'TIME-WAIT' && letters.startsWith('R')) return row.replaceAll('A ', '- ');
  if (!hasEdge || !/^(?:F?\.|F|-)$/.test(letters)) return row;
  const cells = row.split(' ');
  cells[PLACES.indexOf('right')] = cells[PLACES.indexOf('last')]!;
  return cells.join(' ');
}

describe('the state machine', () => {
  for (const [state, rows] of Object.entries(RFC_TABLE)) {
    it(`in ${state}`, () => {
      expect(Object.fromEntries(Object.keys(rows).map((k) => [k, answers(state, k, RFC_TCP)]))).toEqual(rows);
    });

    it(`in ${state}, as FreeBSD has it`, () => {
      for (const letters of Object.keys(rows)) {
        expect(answers(state, letters, FREEBSD), letters).toBe(freeBsdRow(state, letters));
      }
    });
  }
});
