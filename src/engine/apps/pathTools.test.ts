import { describe, expect, it } from 'vitest';
import type { App, PingApp, Town, TracerouteApp } from '../../experiment/experiment';
import { inconsistencyOf } from '../../experiment/consistency';
import { transcriptOf } from '../../trace/transcript';
import { simulateAll } from '../simulate';
import { eventsOf, house, inTown, post, road } from '../townBench';

const A = '192.0.2.10';
const B = '198.51.100.20';
const HERE = '192.0.2.0/24';
const THERE = '198.51.100.0/24';
const MS = 1_000_000;

const PING: PingApp = {
  kind: 'ping',
  host: 'A',
  to: B,
  identifier: 7,
  count: 3,
  dataBytes: 56,
  startNs: 0,
  everyNs: 1000 * MS,
};
const TRACE: TracerouteApp = {
  kind: 'traceroute',
  host: 'A',
  port: 40_000,
  to: B,
  maxHops: 30,
  startNs: 0,
  waitNs: 3000 * MS,
};

/** A – R1 – R2 – B. */
function straight(r2: readonly string[] = [`${HERE}>R1-R2`, `${THERE}>R2-B`]): Town {
  return {
    hosts: [house('A', A, 'A-R1'), house('B', B, 'R2-B')],
    routers: [post('R1', '203.0.113.1', `${HERE}>A-R1`, `${THERE}>R1-R2`), post('R2', '203.0.113.2', ...r2)],
    links: [road('A', 'R1'), road('R1', 'R2'), road('R2', 'B')],
  };
}

function told(town: Town, app: App, commands = {}): readonly string[] {
  const experiment = inTown(town, [app], commands);
  expect(inconsistencyOf(experiment)).toBeNull();
  const run = simulateAll(experiment);
  const lines = [...transcriptOf(run)].map(({ text }) => text);
  return lines.flatMap((line) => line.split(' app told: ')[1] ?? []);
}

describe('ping (RFC 792, RFC 1122 §3.2.2.6)', () => {
  it('tells how long each echo took', () => {
    expect(told(straight(), PING)).toEqual(['echo 1 in 60 ms', 'echo 2 in 60 ms', 'echo 3 in 60 ms']);
  });

  it('gets back the data that it sent, also in fragments', () => {
    const town = straight();
    const links = town.links.map((link) => (link.id === 'R1-R2' ? { ...link, mtuBytes: 576 } : link));
    const run = simulateAll(inTown({ ...town, links }, [{ ...PING, count: 1, dataBytes: 1200 }]));
    expect(eventsOf(run, 'packetReassembled').map(({ place }) => place)).toEqual([1, 0]);
    expect(eventsOf(run, 'appTold').map(({ reason }) => reason.kind)).toEqual(['echoReplied']);
  });

  it('hears from the router that knows no way (RFC 1812 §5.2.7.1)', () => {
    expect(told(straight([`${HERE}>R1-R2`]), { ...PING, count: 1 })).toEqual(['no echo 1, says 203.0.113.2']);
  });

  it('hears from the router where TTL ran out on a loop (RFC 1812 §5.3.1)', () => {
    const loop = straight([`${HERE}>R1-R2`, `${THERE}>R1-R2`]);
    const answers = told(loop, { ...PING, count: 1 });
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatch(/^no echo 1, says 203\.0\.113\.[12]$/);
  });

  it('hears nothing when the host is off, and sends on', () => {
    const commands = [{ kind: 'powerOff' as const, atNs: 1500 * MS, host: 'B' }];
    expect(told(straight(), PING, { commands })).toEqual(['echo 1 in 60 ms', 'echo 2 in 60 ms']);
  });

  it('is not fooled by a damaged reply: ICMP has a checksum of its own (RFC 792)', () => {
    const rules = [
      {
        link: 'R2-B',
        direction: 1 as const,
        role: 'control' as const,
        nth: 1,
        verdict: { kind: 'flip' as const, bit: 8 * 30 },
      },
    ];
    expect(told(straight(), { ...PING, count: 2 }, { rules })).toEqual(['echo 2 in 60 ms']);
  });
});

describe('traceroute (RFC 2151 §3.4)', () => {
  it('finds every router on the path, in order, and then the host', () => {
    expect(told(straight(), TRACE)).toEqual([
      'hop 1 is 203.0.113.1 in 20 ms',
      'hop 2 is 203.0.113.2 in 40 ms',
      'hop 3 is the destination in 60 ms',
    ]);
  });

  it('goes on after a hop that stays silent', () => {
    // The first note of every machine is lost on its way back.
    const rules = [
      {
        link: 'A-R1',
        direction: 1 as const,
        role: 'control' as const,
        nth: 1,
        verdict: { kind: 'drop' as const },
      },
    ];
    expect(told(straight(), TRACE, { rules })).toEqual([
      'hop 1 is silent',
      'hop 2 is silent',
      'hop 3 is silent',
      'hop 4 is the destination in 60 ms',
    ]);
  });

  it('ends where a router knows no way on', () => {
    expect(told(straight([`${HERE}>R1-R2`]), TRACE)).toEqual([
      'hop 1 is 203.0.113.1 in 20 ms',
      'hop 2 is 203.0.113.2 in 40 ms',
      'hop 3 is the last, says 203.0.113.2',
    ]);
  });

  it('shows a loop as the same routers again and again, and stops at its limit', () => {
    const loop = straight([`${HERE}>R1-R2`, `${THERE}>R1-R2`]);
    const hops = told(loop, { ...TRACE, maxHops: 6 }).map((line) => line.split(' ')[3]);
    expect(hops).toEqual([
      '203.0.113.1',
      '203.0.113.2',
      '203.0.113.1',
      '203.0.113.2',
      '203.0.113.1',
      '203.0.113.2',
    ]);
  });

  it('finds the way there, not the way back: answers may take another (RFC 1812 §5.2.4.3)', () => {
    const town: Town = {
      hosts: [house('A', A, 'A-R1'), house('B', B, 'R2-B')],
      routers: [
        post('R1', '203.0.113.1', `${HERE}>A-R1`, `${THERE}>R1-R2`),
        post('R2', '203.0.113.2', `${HERE}>R2-R3`, `${THERE}>R2-B`),
        post('R3', '203.0.113.3', `${HERE}>R3-R1`, `${THERE}>R2-R3`),
      ],
      links: [
        road('A', 'R1'),
        road('R1', 'R2'),
        road('R2', 'B'),
        road('R2', 'R3', { delayNs: 100 * MS }),
        road('R3', 'R1'),
      ],
    };
    expect(told(town, TRACE)).toEqual([
      'hop 1 is 203.0.113.1 in 20 ms',
      'hop 2 is 203.0.113.2 in 140 ms',
      'hop 3 is the destination in 160 ms',
    ]);
  });
});
