import { describe, expect, it } from 'vitest';
import { inconsistencyOf } from '../experiment/consistency';
import type { Experiment, Link, PingApp, Rule } from '../experiment/experiment';
import { CLEAR_WEATHER } from '../experiment/town';
import { townIndex } from '../trace/townIndex';
import { simulateAll } from './simulate';
import { eventsOf, house, inTown, post, road } from './townBench';

const MS = 1_000_000;
const THERE = '198.51.100.0/24';
const BACK = '192.0.2.0/24';
const PING: PingApp = {
  kind: 'ping',
  host: 'C',
  to: '198.51.100.20',
  identifier: 1,
  count: 4,
  dataBytes: 8,
  startNs: 0,
  everyNs: 10 * MS,
};

/** C - R1 - R2 - R3 - S, and a longer way R1 - R4 - R3; `first` changes R1-R2. */
function town(first: Partial<Link>, over: Partial<Experiment> = {}, slow: Partial<Link> = {}): Experiment {
  const experiment = inTown(
    {
      hosts: [house('C', '192.0.2.10', 'C-R1'), house('S', '198.51.100.20', 'R3-S')],
      routers: [
        post('R1', '203.0.113.1', `${BACK}>C-R1`, `${THERE}>R1-R2`),
        post('R2', '203.0.113.2', `${BACK}>R1-R2`, `${THERE}>R2-R3`),
        post('R3', '203.0.113.3', `${BACK}>R2-R3`, `${THERE}>R3-S`),
        post('R4', '203.0.113.4', `${BACK}>R1-R4`, `${THERE}>R4-R3`),
      ],
      links: [
        road('C', 'R1'),
        road('R1', 'R2', first),
        road('R2', 'R3'),
        road('R3', 'S'),
        road('R1', 'R4', { delayNs: 40 * MS, ...slow }),
        road('R4', 'R3'),
      ],
    },
    [PING],
    over,
  );
  return experiment;
}

/** The links that each echo request travelled, in the order in which they arrived at S. */
function journeys(experiment: Experiment): readonly string[] {
  expect(inconsistencyOf(experiment)).toBeNull();
  const run = simulateAll(experiment);
  const places = townIndex(experiment);
  const server = places.node('S');
  const entered = eventsOf(run, 'linkEntered');
  return eventsOf(run, 'packetAccepted')
    .filter(({ place }) => place === server)
    .map(({ packet }) => {
      const links = entered.filter((event) => event.packet === packet);
      return links.map(({ place }) => places.way(place).to).join(' ');
    });
}

const via = (nth: number): Rule => ({
  link: 'R1-R2',
  direction: 0,
  role: 'control',
  nth,
  verdict: { kind: 'via', link: 'R1-R4' },
});
const STRAIGHT = 'R1 R2 R3 S';
/** The ways of R1-R2. */
const FORTH = 2;
const BACK_AGAIN = 3;
const ROUND = 'R1 R4 R3 S';

describe('a crossroads', () => {
  it('lets the packet that a rule names travel the other links, which is how it is overtaken (RFC 791 §1.4)', () => {
    expect(journeys(town({}, { rules: [via(2)] }))).toEqual([STRAIGHT, STRAIGHT, STRAIGHT, ROUND]);
  });

  it('sends what reordering weather hits round, and nothing is late on the link itself', () => {
    const weather = { ...CLEAR_WEATHER, reorder: 1, reorderDelayNs: 500 * MS };
    const experiment = town({ weather, detour: 'R1-R4' });
    expect(journeys(experiment)).toEqual([ROUND, ROUND, ROUND, ROUND]);
    const late = eventsOf(simulateAll(experiment), 'packetDelayed');
    expect(late.filter(({ place }) => place === FORTH)).toEqual([]);
  });

  it('leaves the way back alone where the detour does not begin there: there packets are late', () => {
    const weather = { ...CLEAR_WEATHER, reorder: 1, reorderDelayNs: 5 * MS };
    const run = simulateAll(town({ weather, detour: 'R1-R4' }));
    expect(eventsOf(run, 'packetDelayed').map(({ place }) => place)).toEqual([
      BACK_AGAIN,
      BACK_AGAIN,
      BACK_AGAIN,
      BACK_AGAIN,
    ]);
  });

  it('does not send round what the other link cannot carry', () => {
    const narrow = town(
      {},
      { rules: [via(1)], apps: [{ ...PING, count: 1, dataBytes: 100 }] },
      { mtuBytes: 68 },
    );
    expect(journeys(narrow)).toEqual([STRAIGHT]);
  });

  it('refuses a detour that begins elsewhere, or is the link itself', () => {
    const wrong = (detour: string) => inconsistencyOf(town({ detour }));
    expect(wrong('R3-S')).toEqual({ kind: 'notAttached', where: 'town.links[1].detour' });
    expect(wrong('R1-R2')).toEqual({ kind: 'duplicate', where: 'town.links[1].detour' });
    expect(wrong('R9-R1')).toEqual({ kind: 'unknownPlace', where: 'town.links[1].detour' });
    const elsewhere = town({}, { rules: [{ ...via(1), verdict: { kind: 'via', link: 'R2-R3' } }] });
    expect(inconsistencyOf(elsewhere)).toEqual({ kind: 'notAttached', where: 'rules[0].verdict.link' });
  });

  it('is nowhere else to be found when a link is cut: what its table sends there is lost', () => {
    const commands = [{ kind: 'cutLink', atNs: 15 * MS, link: 'R1-R2' } as const];
    const run = simulateAll(town({}, { commands }));
    expect(eventsOf(run, 'packetLost').map(({ reason }) => reason.kind)).toEqual(
      Array<string>(4).fill('linkCut'),
    );
  });

  it('forgets what waits on every road of a host whose power goes', () => {
    const experiment = town({});
    const { hosts, links } = experiment.town;
    const rules = [1, 2, 3].map((nth): Rule => ({
      link: 'C-R1',
      direction: 0,
      role: 'control',
      nth,
      verdict: { kind: 'via', link: 'C-R4' },
    }));
    // A packet of 36 bytes takes 288 ms there: the second and third wait when the power goes.
    const slow = road('C', 'R4', { rateBps: 1000 });
    const run = simulateAll({
      ...experiment,
      rules,
      town: { ...experiment.town, hosts, links: [...links, slow] },
      commands: [{ kind: 'powerOff', host: 'C', atNs: 25 * MS }],
    });
    expect(eventsOf(run, 'packetLost').map(({ reason }) => reason.kind)).toEqual([
      'poweredOff',
      'poweredOff',
    ]);
  });
});
