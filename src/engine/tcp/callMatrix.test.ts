import { describe, expect, it } from 'vitest';
import { LINUX_PACKETDRILL_TCP, RFC_TCP } from '../../experiment/tcpPresets';
import type { TcpOptions } from '../../experiment/tcpOptions';
import { IRS, ISS, prepare, StateBench, STATES } from './stateBench';

/** What each call does in each state: the segments it sends at once (as in `StateBench`), and the state that follows. */
type Calls = Readonly<Record<string, { readonly [K in 'send' | 'close' | 'abort']: string }>>;

/** RFC 9293 §3.10.2 SEND (10 bytes; `taken` or not), §3.10.4 CLOSE, §3.10.5 ABORT. */
const CALLS: Calls = {
  CLOSED: { send: 'refused -', close: '-', abort: '-' },
  LISTEN: { send: 'refused -', close: '->CLOSED', abort: '->CLOSED' },
  'SYN-SENT': { send: 'taken -', close: '->CLOSED', abort: '->CLOSED' },
  'SYN-RECEIVED, passive': { send: 'taken -', close: '-', abort: 'R>CLOSED' },
  'SYN-RECEIVED, active': { send: 'taken -', close: 'F>FIN-WAIT-1', abort: 'R>CLOSED' },
  ESTABLISHED: { send: 'taken T', close: 'F>FIN-WAIT-1', abort: 'R>CLOSED' },
  'FIN-WAIT-1': { send: 'refused -', close: '-', abort: 'R>CLOSED' },
  'FIN-WAIT-2': { send: 'refused -', close: '-', abort: 'R>CLOSED' },
  'CLOSE-WAIT': { send: 'taken T', close: 'F>LAST-ACK', abort: 'R>CLOSED' },
  CLOSING: { send: 'refused -', close: '-', abort: '->CLOSED' },
  'LAST-ACK': { send: 'refused -', close: '-', abort: '->CLOSED' },
  'TIME-WAIT': { send: 'refused -', close: '-', abort: '->CLOSED' },
};

function inState(state: string, options: TcpOptions = RFC_TCP): StateBench {
  const bench = new StateBench(options);
  prepare(state, bench);
  bench.sent.length = 0;
  return bench;
}

/** Calls, and says what came of it. */
function after(state: string, call: (bench: StateBench) => string | void): string {
  const bench = inState(state);
  const before = bench.connection.state;
  const word = call(bench);
  return `${word ? `${word} ` : ''}${bench.outcome(before)}`;
}

/** What an ACK of each of these numbers, left edge of the window, brings about (RFC 9293 §3.10.7.4, fifth; RFC 5961 §5.2). */
const ACK_PLACES = ['tooOld', 'old', 'again', 'next', 'unsent'] as const;
const IGNORED = 'A - - - A';
/** Linux says nothing to an ACK of something unsent once the connection is open (`dialect.ts`). */
const UNHEARD = 'A - - - -';
const ACKS: Readonly<Record<string, string>> = {
  'SYN-SENT': 'R R R - R',
  'SYN-RECEIVED, passive': 'R R R ->ESTABLISHED R',
  'SYN-RECEIVED, active': 'R R R ->ESTABLISHED R',
  ESTABLISHED: IGNORED,
  'FIN-WAIT-1': 'A - - ->FIN-WAIT-2 A',
  'FIN-WAIT-2': IGNORED,
  'CLOSE-WAIT': IGNORED,
  CLOSING: 'A - - ->TIME-WAIT A',
  'LAST-ACK': 'A - - ->CLOSED A',
  // All but the last ACK itself may be the peer's FIN come again.
  'TIME-WAIT': 'A A - - A',
};

function ackAnswers(state: string, options: TcpOptions): string {
  return ACK_PLACES.map((place) => {
    const bench = inState(state, options);
    const { sendUnacked, sendNext, receiveNext, state: before } = bench.connection.snapshot();
    const unacked = sendUnacked - ISS;
    const numbers = { tooOld: unacked - 65_536, old: unacked - 1, again: unacked };
    const number = { ...numbers, next: sendNext - ISS, unsent: sendNext - ISS + 1 }[place];
    bench.arrive('.', before === 'SYN-SENT' ? 0 : receiveNext - IRS, number);
    return bench.outcome(before);
  }).join(' ');
}

describe('what an app may call', () => {
  for (const state of STATES) {
    it(`in ${state}`, () => {
      expect({
        send: after(state, ({ connection }) =>
          connection.write(0, new Uint8Array(10)) > 0 ? 'taken' : 'refused',
        ),
        close: after(state, ({ connection }) => connection.close(0)),
        abort: after(state, ({ connection }) => connection.abort(0)),
      }).toEqual(CALLS[state]);
    });
  }

  it('reads what is there, then nothing, in every state that has it (RFC 9293 §3.10.3)', () => {
    const bench = inState('ESTABLISHED');
    bench.arrive('T.', 1, 1);
    bench.arrive('F.', 11, 1);
    expect(bench.connection.state).toBe('CLOSE-WAIT');
    expect(bench.connection.read(0, 4).length).toBe(4);
    expect(bench.connection.read(0).length).toBe(6);
    expect(bench.connection.read(0).length).toBe(0);
  });
});

describe('an ACK of any number', () => {
  for (const [state, answers] of Object.entries(ACKS)) {
    it(`in ${state}`, () => {
      expect(ackAnswers(state, RFC_TCP)).toBe(answers);
      expect(ackAnswers(state, LINUX_PACKETDRILL_TCP)).toBe(state === 'ESTABLISHED' ? UNHEARD : answers);
    });
  }
});
