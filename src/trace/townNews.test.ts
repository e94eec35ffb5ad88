import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { homeBehindNat } from '../experiment/presets/homeBehindNat';
import { loop } from '../experiment/presets/loop';
import { letter } from '../experiment/presets/letter';
import { ping } from '../experiment/presets/ping';
import { threePrograms } from '../experiment/presets/threePrograms';
import { townExperiment } from '../experiment/townFile';
import { marksOf } from './marks';
import { type News, newsAt, townNews } from './townNews';
import { townSummary } from './townSummary';

const MS = 1_000_000;
const pings = simulateAll(townExperiment(ping.town));
const line = ({ kind, from, to, reason }: News): string =>
  `${kind} ${from === to ? from : `${from}>${to}`} ${reason.kind}`;
const linesOf = (run: typeof pings): readonly string[] => townNews(run.traces[0]!, run.experiment).map(line);

describe('the news of a town', () => {
  it('name the buildings between which something happens, whatever the protocol', () => {
    expect(linesOf(pings).slice(0, 3)).toEqual([
      'sent A>B echoAsked',
      'sent B>A echoRequested',
      'told A echoReplied',
    ]);
    expect(linesOf(pings).slice(9, 13)).toEqual([
      'sent A>B hopProbed',
      'dropped R1 timeToLiveExceeded',
      'sent R1>A timeToLiveExceeded',
      'told A hopFound',
    ]);
  });

  it('tell of a connection once, of losses where they were, and of what is sent again', () => {
    expect(linesOf(simulateAll(townExperiment(letter.town)))).toEqual([
      'sent C>S openActive',
      'connected C>S connected',
      'first C>S newData',
      'lost R2>R3 weather',
      'lost R2>R3 weather',
      'again C>S tripleDuplicateAck',
      'again C>S sackHole',
      'lost R2>R3 weather',
      'again C>S retransmissionTimeout',
    ]);
  });

  it('tell of a packet that runs in a circle each time it comes by again, until its TTL ends', () => {
    const [sent, ...others] = linesOf(simulateAll(townExperiment(loop.town)));
    expect(sent).toBe('sent A>B echoAsked');
    const dropped = others.findIndex((one) => one.startsWith('dropped'));
    expect(others.slice(0, dropped).every((one) => /^back R[23] routed$/u.test(one))).toBe(true);
    // The first round is none.
    expect(dropped).toBeGreaterThan(50);
  });

  it('tell of no circle where there is none', () => {
    expect(linesOf(pings).some((one) => one.startsWith('back'))).toBe(false);
  });

  it('at a moment are the last by then', () => {
    expect(newsAt(pings, -1)).toBeNull();
    expect(newsAt(pings, 0)!.reason.kind).toBe('echoAsked');
    expect(newsAt(pings, 80.4 * MS)!.reason).toMatchObject({ kind: 'echoReplied', sequence: 1 });
  });
});

describe('the marks of a town', () => {
  it('are questions, answers and what the network says, not the lane of a message', () => {
    const kinds = marksOf(pings).map(({ kind }) => kind);
    expect(kinds.slice(0, 6)).toEqual(['echo', 'echoReply', 'echo', 'echoReply', 'echo', 'echoReply']);
    expect(kinds.slice(6)).toEqual(['unreachable', 'hop', 'unreachable', 'hop', 'unreachable', 'hop']);
  });
});

describe('what came of a town', () => {
  it('counts what was tried and what came about', () => {
    expect(townSummary(pings)).toMatchObject({
      echoes: { done: 3, of: 3 },
      pages: null,
      names: null,
      messages: null,
      lost: 0,
      isCutOff: false,
    });
    expect(townSummary({ ...pings, result: null })).toBeNull();
    expect(townSummary(simulateAll(townExperiment(letter.town)))).toMatchObject({
      messages: { done: 1, of: 1 },
      lost: 3,
    });
  });

  it('counts no message to a program that makes something else of it, but one to nobody', () => {
    // Two are read; one is for a web server, and one for a closed port.
    expect(townSummary(simulateAll(townExperiment(threePrograms.town)))?.messages).toEqual({
      done: 2,
      of: 3,
    });
    // Echo servers, and a web server behind a port forward; the last is shut out.
    expect(townSummary(simulateAll(townExperiment(homeBehindNat.town)))?.messages).toEqual({
      done: 0,
      of: 1,
    });
  });
});
