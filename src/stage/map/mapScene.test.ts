import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../engine/simulate';
import { house, inTown, post, road } from '../../engine/townBench';
import type { App, Experiment, Link } from '../../experiment/experiment';
import { textPayload } from '../../experiment/street';
import { flightIndex, lastFlightOf } from '../../trace/legs';
import type { Run } from '../../trace/run';
import { Trace } from '../../trace/trace';
import { scarNameBox } from '../separate';
import { nearestInSwarm } from '../swarm';
import { bigTown } from '../../../tests/bigTown';
import { mapPlan } from './mapPlan';
import { distanceToRoad } from './mapRoad';
import { type MapScene, mapSceneAt } from './mapScene';
import { directionOf, roadOfWay } from './mapTraffic';
import type { MapPlan } from './mapTypes';

const MS = 1_000_000;
const SIZE = { width: 1402, height: 570 };

interface Shown {
  readonly run: Run;
  readonly plan: MapPlan;
  readonly at: (ms: number) => MapScene;
}

function show(experiment: Experiment): Shown {
  const run = simulateAll(experiment);
  const plan = mapPlan(experiment, null, SIZE, { leastText: 0, lens: 'all', keepsFrame: false });
  return { run, plan, at: (ms) => mapSceneAt(run, plan, ms * MS) };
}

/** A – R – B, a message from A to B over TCP and pings from B to A. */
function small(over: Partial<Link> = {}, more: Partial<Experiment> = {}): Experiment {
  const town = {
    hosts: [house('A', '192.0.2.1', 'A-R'), house('B', '198.51.100.1', 'R-B')],
    routers: [post('R', '203.0.113.1', '192.0.2.0/24>A-R', '198.51.100.0/24>R-B')],
    links: [road('A', 'R'), road('R', 'B', over)],
  };
  const port = { tcp: 80, udp: 9000 };
  const apps: readonly App[] = [
    { kind: 'receive', host: 'B', port },
    {
      kind: 'send',
      host: 'A',
      port: 50_000,
      to: { address: '198.51.100.1', port },
      payload: textPayload('A LETTER TO B'),
      pieceBytes: 2,
      startNs: 0,
      everyNs: 2 * MS,
    },
    {
      kind: 'ping',
      host: 'B',
      to: '192.0.2.1',
      identifier: 1,
      count: 20,
      dataBytes: 32,
      startNs: 0,
      everyNs: 3 * MS,
    },
  ];
  return inTown(town, apps, { lanes: ['tcp'], ...more });
}

const moments = (until: number, step: number): readonly number[] =>
  Array.from({ length: Math.floor(until / step) }, (_, i) => i * step);

describe('packets on the map', () => {
  const { run, plan, at } = show(bigTown(12, 8, 6));

  it('lie on the road that they are on, in their own half', () => {
    let seen = 0;
    for (const ms of moments(160, 3)) {
      for (const packet of at(ms).packets) {
        const flight = lastFlightOf(flightIndex(run.traces[0]!), packet.packet, ms * MS)!;
        const own = roadOfWay(plan, flight.way)!;
        if (packet.state !== 'moving') continue;
        expect(distanceToRoad(own.points, packet)).toBeLessThanOrEqual(own.width / 2);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(100);
  });

  it('are the same by a jump as by playing there, forward and back', () => {
    const times = moments(120, 8);
    const forward = times.map((ms) => JSON.stringify(at(ms)));
    const back = times.toReversed().map((ms) => JSON.stringify(at(ms)));
    expect(back.toReversed()).toEqual(forward);
    const jumped = show(bigTown(12, 8, 6));
    expect(JSON.stringify(jumped.at(64))).toBe(JSON.stringify(at(64)));
  });

  it('are the same while the trace still grows as when it is complete', () => {
    const growing = new Trace('tcp');
    const partial: Run = { ...run, traces: [growing], result: null };
    mapSceneAt(partial, plan, 50 * MS);
    growing.append(run.traces[0]!.takeBatch());
    const whole = show(bigTown(12, 8, 6));
    for (const ms of [20, 64, 110]) {
      expect(JSON.stringify(mapSceneAt(partial, plan, ms * MS))).toBe(JSON.stringify(whole.at(ms)));
    }
  });
});

describe('both directions of a road', () => {
  it('run apart wherever the road is open', () => {
    const { run, plan, at } = show(small());
    let met = 0;
    for (const ms of moments(120, 1)) {
      const halves = at(ms).packets.flatMap((packet) => {
        const flight = lastFlightOf(flightIndex(run.traces[0]!), packet.packet, ms * MS)!;
        const own = roadOfWay(plan, flight.way)!;
        const isOpen = plan.nodes.every(
          ({ at: spot, body }) => Math.hypot(spot.x - packet.x, spot.y - packet.y) > body.width,
        );
        return packet.state === 'moving' && isOpen
          ? [{ packet, own, direction: directionOf(flight.way) }]
          : [];
      });
      for (const one of halves) {
        for (const other of halves) {
          if (one.own !== other.own || one.direction === other.direction) continue;
          met += 1;
          const apart = Math.hypot(one.packet.x - other.packet.x, one.packet.y - other.packet.y);
          expect(apart).toBeGreaterThanOrEqual(one.own.width * 0.45);
        }
      }
    }
    expect(met).toBeGreaterThan(20);
  });
});

describe('what happens to packets', () => {
  it('is drawn in the papers of their protocols', () => {
    const { at } = show(small());
    const papers = new Set(moments(200, 2).flatMap((ms) => at(ms).packets.map(({ face }) => face.paper)));
    expect([...papers].toSorted()).toEqual(['letter', 'signal', 'slip', 'stub']);
  });

  it('shows a loss falling off its road, its ✕ there, and the same piece sent again', () => {
    const weather = { loss: 0.3, reorder: 0.2, reorderDelayNs: 20 * MS, duplicate: 0.3, corrupt: 0.2 };
    const { at, plan } = show(small({ weather }));
    const scenes = moments(1600, 4).map((ms) => at(ms));
    const packets = scenes.flatMap((scene) => scene.packets);
    expect(packets.some(({ state }) => state === 'falling')).toBe(true);
    expect(packets.some(({ state }) => state === 'late')).toBe(true);
    expect(packets.some(({ face }) => face.again > 0)).toBe(true);
    expect(packets.some(({ face }) => face.isTwin)).toBe(true);
    expect(packets.some(({ isDamaged }) => isDamaged)).toBe(true);
    const lost = scenes.flatMap(({ scars }) => scars).filter(({ why }) => why === 'weather');
    expect(lost.length).toBeGreaterThan(0);
    for (const scar of lost) {
      expect(distanceToRoad(plan.roads[1]!.points, scar)).toBeLessThanOrEqual(plan.roads[1]!.width / 2 + 1);
    }
  });

  it('piles waiting packets on a stack, and drops what does not fit from its top', () => {
    const { at } = show(small({ rateBps: 20_000, queuePackets: 4 }));
    const scenes = moments(400, 2).map((ms) => at(ms));
    const longest = Math.max(...scenes.flatMap(({ queues }) => queues.map(({ waiting }) => waiting)));
    expect(longest).toBe(4);
    const full = scenes.find(({ queues }) => queues.some(({ waiting }) => waiting === 4))!;
    const waiting = full.packets.filter(({ state }) => state === 'waiting').map(({ y }) => y);
    expect(new Set(waiting).size).toBe(4);
    expect(scenes.some(({ scars }) => scars.some(({ why }) => why === 'queueFull'))).toBe(true);
  });

  it('names what a machine threw away beside that machine', () => {
    const experiment = small();
    const { town } = experiment;
    const lost = { ...town, routers: [post('R', '203.0.113.1', '192.0.2.0/24>A-R')] };
    const { at, plan } = show({ ...experiment, town: lost });
    const scar = moments(60, 2)
      .flatMap((ms) => at(ms).scars)
      .find(({ why }) => why === 'noRoute')!;
    const router = plan.nodes[2]!;
    expect(Math.hypot(scar.x - router.at.x, scar.y - router.at.y)).toBeLessThan(router.body.width);
  });
});

describe('names of losses', () => {
  it('stay on the map where a house stands at its edge', () => {
    const experiment = small();
    const closed = experiment.apps.filter(({ kind }) => kind !== 'receive');
    for (const spot of [
      { x: 1000, y: 600 },
      { x: 0, y: 600 },
    ]) {
      const spots = { A: { x: 500, y: 0 }, R: { x: 500, y: 300 }, B: spot };
      const run = simulateAll({ ...experiment, apps: closed });
      const options = { leastText: 0, lens: 'all', keepsFrame: false } as const;
      const plan = mapPlan(run.experiment, spots, SIZE, options);
      const scar = moments(60, 2)
        .flatMap((ms) => mapSceneAt(run, plan, ms * MS).scars)
        .find(({ why }) => why === 'portClosed')!;
      const { x, y, width, height } = scarNameBox(scar, plan);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(plan.width);
      expect(y + height).toBeLessThanOrEqual(plan.height);
      const isBelow = y > scar.y;
      expect(isBelow ? y - scar.y : scar.y - y - height).toBeGreaterThan(0);
    }
  });
});

describe('houses', () => {
  it('light a room exactly while its socket is open', () => {
    const { at } = show(small());
    const [a, b] = [at(50).rooms[0]!, at(50).rooms[1]!];
    expect(a).toEqual([{ transport: 'tcp', port: 50_000 }]);
    expect(b).toEqual([{ transport: 'tcp', port: 80 }]);
    expect(at(50).rooms[2]).toEqual([]);
    expect(at(400_000).rooms[0]).toEqual([]);
  });

  it('go dark without power, and roads break when they are cut', () => {
    const commands = [
      { kind: 'powerOff', host: 'B', atNs: 30 * MS },
      { kind: 'cutLink', link: 'A-R', atNs: 40 * MS },
    ] as const;
    const { at } = show(small({}, { commands }));
    expect(at(29).isOff).toEqual([false, false, false]);
    expect(at(31).isOff).toEqual([false, true, false]);
    expect(at(39).links.map(({ isCut }) => isCut)).toEqual([false, false]);
    expect(at(41).links.map(({ isCut }) => isCut)).toEqual([true, false]);
  });
});

describe('notes', () => {
  it('say how many pieces a packet was cut into, and when they were put together again', () => {
    const experiment = small();
    const [first, second] = experiment.town.links;
    const town = { ...experiment.town, links: [first!, { ...second!, mtuBytes: 100 }] };
    const ping: App = {
      kind: 'ping',
      host: 'A',
      to: '198.51.100.1',
      identifier: 2,
      count: 1,
      dataBytes: 150,
      startNs: 0,
      everyNs: MS,
    };
    const { at } = show({ ...experiment, town, apps: [ping] });
    const notes = moments(80, 1).flatMap((ms) => at(ms).notes);
    expect(new Set(notes.map(({ kind, from }) => `${kind} ${from}`))).toEqual(new Set(['cut 2', 'joined 2']));
  });
});

describe('more packets than can be drawn one by one', () => {
  it('are dots on their roads, and the nearest of them is the one that is pointed at', () => {
    const experiment = small();
    const send: App = {
      kind: 'send',
      transport: 'udp',
      host: 'A',
      port: 50_000,
      to: { address: '198.51.100.1', port: { tcp: 80, udp: 9000 } },
      payload: textPayload('x'.repeat(700)),
      pieceBytes: 1,
      startNs: 0,
      everyNs: 10_000,
    };
    const { at, plan } = show({ ...experiment, apps: [send] });
    const { swarm, packets } = at(8);
    expect(swarm!.count).toBeGreaterThan(600);
    expect(packets.length).toBeLessThan(30);
    const first = plan.roads[0]!;
    for (let i = 0; i < swarm!.count; i += 20) {
      const dot = { x: swarm!.x[i]!, y: swarm!.y[i]! };
      expect(distanceToRoad(first.points, dot)).toBeLessThanOrEqual(first.width / 2);
      const near = nearestInSwarm(swarm!, dot, 22);
      expect(Math.hypot(swarm!.x[near]! - dot.x, swarm!.y[near]! - dot.y)).toBe(0);
    }
    expect(nearestInSwarm(swarm!, { x: -500, y: -500 }, 22)).toBe(-1);
  });
});
