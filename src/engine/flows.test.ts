import { describe, expect, it } from 'vitest';
import { inconsistencyOf } from '../experiment/consistency';
import type { Experiment, ReceiveApp, Rule, SendApp, Town } from '../experiment/experiment';
import { textPayload } from '../experiment/street';
import { applicationViewAt } from '../trace/applicationView';
import { findPacket, packetNameOf } from '../trace/packetNames';
import { socketsAt } from '../trace/sockets';
import { verdictOf } from '../trace/verdict';
import { simulateAll } from './simulate';
import { eventsOf, house, inTown, post, road } from './townBench';

const MS = 1_000_000;
const S = '198.51.100.20';

/** C and C2 at one router, S behind the next. */
const TOWN: Town = {
  hosts: [house('C', '192.0.2.10', 'C-R1'), house('C2', '192.0.2.77', 'C2-R1'), house('S', S, 'R2-S')],
  routers: [
    post('R1', '203.0.113.1', '192.0.2.10/32>C-R1', '192.0.2.77/32>C2-R1', '198.51.100.0/24>R1-R2'),
    post('R2', '203.0.113.2', '192.0.2.0/24>R1-R2', '198.51.100.0/24>R2-S'),
  ],
  links: [road('C', 'R1'), road('C2', 'R1'), road('R1', 'R2'), road('R2', 'S')],
};

const visitor = (host: string, port: number, text: string, over: Partial<SendApp> = {}): SendApp => ({
  kind: 'send',
  host,
  port,
  to: { address: S, port: { tcp: 80, udp: 80 } },
  payload: textPayload(text),
  pieceBytes: 1,
  startNs: 0,
  everyNs: 20 * MS,
  ...over,
});
const ROOM: ReceiveApp = { kind: 'receive', host: 'S', port: { tcp: 80, udp: 80 } };

const town = (apps: readonly SendApp[], over: Partial<Experiment> = {}): Experiment =>
  inTown(TOWN, [ROOM, ...apps], { lanes: ['tcp'], ...over });

describe('several flows in one town', () => {
  const three = town([
    visitor('C', 50_000, 'first'),
    visitor('C', 50_001, 'second!'),
    visitor('C2', 50_000, 'third'),
  ]);

  it('each bring their own message to one room; a connection is a pair of sockets (RFC 9293 §3.4.1)', () => {
    expect(inconsistencyOf(three)).toBeNull();
    const run = simulateAll(three);
    const [lane] = run.result!.lanes;
    expect(
      lane!.flows.map(({ host, port, deliveredBytes, intact }) => [host, port, deliveredBytes, intact]),
    ).toEqual([
      ['C', 50_000, 5, true],
      ['C', 50_001, 7, true],
      ['C2', 50_000, 5, true],
    ]);
    const rooms = socketsAt(run.traces[0]!, 100 * MS).filter(({ place }) => place === 2);
    expect(
      rooms.map(({ localPort, remote }) => [localPort, remote && `${remote.address}:${remote.port}`]),
    ).toEqual([
      [80, null],
      [80, '192.0.2.10:50000'],
      [80, '192.0.2.10:50001'],
      [80, '192.0.2.77:50000'],
    ]);
  });

  it('leave the message alone: it is that of the first, and no other bytes are among its own', () => {
    const run = simulateAll(three);
    expect(new TextDecoder().decode(applicationViewAt(run, 0, Infinity).bytes)).toBe('first');
    expect(verdictOf(run)).toMatchObject([{ outcome: 'intact', pieces: 5, missing: 0 }]);
  });

  it('are told apart by rules and by the names of packets', () => {
    const drop = (flow: number): Rule => ({
      link: 'R1-R2',
      direction: 0,
      role: 'piece',
      ...(flow > 0 ? { flow } : {}),
      nth: 2,
      verdict: { kind: 'drop' },
    });
    const lost = (rule: Rule): readonly number[] => {
      const run = simulateAll({
        ...three,
        lanes: ['udp'],
        apps: [{ ...ROOM }, ...three.apps.slice(1)],
        rules: [rule],
      });
      return run.result!.lanes[0]!.flows.map(({ deliveredBytes }) => deliveredBytes);
    };
    expect(lost(drop(0))).toEqual([4, 7, 5]);
    expect(lost(drop(1))).toEqual([5, 6, 5]);
    expect(lost(drop(2))).toEqual([5, 7, 4]);
    const run = simulateAll(three);
    for (let packet = 0; packet < run.traces[0]!.packetCount; packet += 1) {
      const ref = { lane: 0, packet };
      expect(findPacket(run, packetNameOf(run, ref)!)).toEqual(ref);
    }
  });

  it('meet weather of their own', () => {
    const wet = { ...TOWN.links[0]!.weather, loss: 0.4 };
    const links = TOWN.links.map((link) => (link.id === 'R1-R2' ? { ...link, weather: wet } : link));
    const text = 'x'.repeat(40);
    const apps = [visitor('C', 50_000, text), visitor('C', 50_001, text), visitor('C2', 50_000, text)];
    const run = simulateAll({ ...town(apps, { lanes: ['udp'] }), town: { ...TOWN, links } });
    const lost = eventsOf(run, 'packetLost').map(({ packet }) => run.traces[0]!.packet(packet));
    const of = (wanted: number): readonly number[] =>
      lost.filter(({ flow }) => flow === wanted).map(({ piece }) => piece);
    expect(of(0).length).toBeGreaterThan(5);
    expect(of(1)).not.toEqual(of(0));
    expect(of(2)).not.toEqual(of(0));
  });

  it('do not open a connection twice between the same sockets (RFC 9293 §3.10.1)', () => {
    const twice = town([visitor('C', 50_000, 'once'), visitor('C', 50_000, 'twice', { startNs: 10 * MS })]);
    expect(inconsistencyOf(twice)).toBeNull();
    const run = simulateAll(twice);
    expect(eventsOf(run, 'appTold').map(({ reason }) => reason.kind)).toContain('connectionExists');
    expect(run.result!.lanes[0]!.flows.map(({ deliveredBytes }) => deliveredBytes)).toEqual([4, 0]);
  });

  it('have settings of their own where they say so', () => {
    const apps = [
      visitor('C', 50_000, 'a'.repeat(50), { tcpChanges: { initialWindowSegments: 1 }, everyNs: 0 }),
      visitor('C2', 50_000, 'b'.repeat(50), { everyNs: 0 }),
    ];
    const [slow, fast] = simulateAll(town(apps)).result!.lanes[0]!.flows;
    expect(slow!.intact && fast!.intact).toBe(true);
    expect(slow!.finishNs!).toBeGreaterThan(fast!.finishNs!);
  });
});
