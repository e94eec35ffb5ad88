import { describe, expect, it } from 'vitest';
import { inconsistencyOf } from '../../experiment/consistency';
import type { App, Experiment, Host } from '../../experiment/experiment';
import { pageLoadsOf } from '../../trace/pageLoads';
import type { Run } from '../../trace/run';
import { zone } from '../dns/nameTown';
import { simulateAll } from '../simulate';
import { eventsOf, house, inTown, post, road } from '../townBench';
import { browsing, serving, streaming, webStory } from './webBench';

const MS = 1_000_000;
const NAMES = '203.0.113.53';
const FIRST = '198.51.100.1';
const SECOND = '198.51.100.2';

/** A browser, its name server, and two servers whose addresses are both those of www.example; 20 ms from end to end. */
function open(
  url: string,
  apps: readonly App[],
  first: Partial<Host> = {},
  over: Partial<Experiment> = {},
): Run {
  const town = {
    hosts: [
      house('C', '192.0.2.10', 'C-R'),
      house('N', NAMES, 'N-R'),
      { ...house('S1', FIRST, 'S1-R'), ...first },
      house('S2', SECOND, 'S2-R'),
    ],
    routers: [
      post(
        'R',
        '203.0.113.1',
        '192.0.2.0/24>C-R',
        `${NAMES}/32>N-R`,
        `${FIRST}/32>S1-R`,
        `${SECOND}/32>S2-R`,
      ),
    ],
    links: ['C', 'N', 'S1', 'S2'].map((id) => road(id, 'R')),
  };
  const names = zone('example', `www.example 60 A ${FIRST}`, `www.example 60 A ${SECOND}`);
  const nameServer = { kind: 'nameServer', host: 'N', zones: [names] } as const;
  const browser = browsing([url], { resolver: NAMES });
  const experiment = inTown(town, [nameServer, ...apps, browser], { lanes: ['tcp'], ...over });
  expect(inconsistencyOf(experiment)).toBeNull();
  return simulateAll(experiment);
}

const clientsOf = (run: Run): readonly string[] =>
  webStory(run).filter((line) => !/ (requestReceived|responseSent|idleTooLong|pageAsked)/.test(line));
const stepsOf = (run: Run): readonly string[] =>
  pageLoadsOf(run.traces[0]!)[0]!.steps.map(({ kind, address, isVain, roundTrips }) =>
    [kind, address, ...(isVain ? ['in vain'] : []), roundTrips].join(' ').replace('  ', ' '),
  );
const BOTH = [serving({ host: 'S1' }), serving({ host: 'S2' })];
const SILENT = { filters: [{ transport: 'tcp', port: 80 }] } as const;

describe('a server that has several addresses', () => {
  it('is asked at the first of them as long as that one answers', () => {
    const run = open('http://www.example/', BOTH);
    expect(stepsOf(run)).toEqual(['name 1', 'connect 1', 'request 1']);
    expect(eventsOf(run, 'packetSent').filter(({ place }) => place === 3)).toEqual([]);
  });

  it('is asked at the next at once where the first refuses (RFC 1123 §2.3, RFC 8305 §5)', () => {
    const run = open('http://www.example/', [serving({ host: 'S2' })]);
    expect(clientsOf(run)).toEqual([
      '40 nameFound 0 www.example 198.51.100.1',
      '40 connectionOpening 0',
      '80 addressFailed 0 198.51.100.2 connectionRefused',
      '80 connectionOpening 0',
      '120 connected',
      '120 requestSent 0 /',
      '140 connected',
      '160 responseReceived 0 / 200 3000 40000000',
      '160 pageLoaded 0 3000 160000000',
    ]);
    expect(stepsOf(run)).toEqual([
      'name 1',
      'connect 198.51.100.1 in vain 1',
      'connect 198.51.100.2 1',
      'request 1',
    ]);
  });

  it('is asked at the next beside the first when that has been silent for 250 ms (RFC 8305 §5, Connection Attempt Delay)', () => {
    const run = open('http://www.example/', BOTH, SILENT);
    expect(clientsOf(run).slice(2, 7)).toEqual([
      '290 addressSilent 0 198.51.100.2 250000000',
      '290 connectionOpening 0',
      '330 connected',
      '330 addressLeft 0',
      '330 requestSent 0 /',
    ]);
    expect(stepsOf(run)).toContain('connect 198.51.100.1 in vain 0');
    // What was given up says nothing more: its SYN is not sent again after a second (RFC 9293 §3.10.5).
    expect(eventsOf(run, 'packetDropped').filter(({ reason }) => reason.kind === 'filtered')).toHaveLength(1);
  });

  it('answers by whichever is faster, and a late SYN-ACK of the other gets a RST (RFC 9293 §3.5.2)', () => {
    const slow = [road('C', 'R'), road('N', 'R'), road('S1', 'R', { delayNs: 140 * MS }), road('S2', 'R')];
    const plain = open('http://www.example/', BOTH).experiment;
    const run = simulateAll({ ...plain, town: { ...plain.town, links: slow } });
    expect(clientsOf(run).filter((line) => /addressSilent|addressLeft|pageLoaded/.test(line))).toEqual([
      '290 addressSilent 0 198.51.100.2 250000000',
      '330 addressLeft 0',
      '370 pageLoaded 0 3000 370000000',
    ]);
    expect(eventsOf(run, 'packetSent').some(({ reason }) => reason.kind === 'portClosed')).toBe(true);
  });

  it('cannot be shown when all have failed: the last failure is told', () => {
    expect(clientsOf(open('http://www.example/', [])).slice(-1)).toEqual([
      '120 pageFailed 0 connectionRefused',
    ]);
  });

  it('is tried in the same way over streams', () => {
    const run = open('h3://www.example/', [{ ...streaming(), host: 'S2' }]);
    expect(stepsOf(run)).toEqual([
      'name 1',
      'streams 198.51.100.1 in vain 1',
      'streams 198.51.100.2 1',
      'request 1',
    ]);
  });

  it('keeps its connection for the name, whichever address answered (RFC 9112 §9.3)', () => {
    const twice = browsing(['http://www.example/', 'http://www.example/'], { resolver: NAMES });
    const once = open('http://www.example/', BOTH, SILENT).experiment;
    const run = simulateAll({ ...once, apps: [...once.apps.filter(({ kind }) => kind !== 'browse'), twice] });
    expect(clientsOf(run)).toContain('1040 connectionReused 1');
  });
});
