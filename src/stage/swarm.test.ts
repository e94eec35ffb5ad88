import { describe, expect, it } from 'vitest';
import { floodFullNs, floodStreet } from '../../bench/streets';
import { simulateAll } from '../engine/simulate';
import { streetExperiment } from '../experiment/street';
import { flightIndex, flightsAt } from '../trace/legs';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { paintSwarm } from './paintSwarm';
import { sceneAt } from './scene';
import { chosenInSwarm, nearestInSwarm } from './swarm';
import { swarmFill } from './swarmLook';

const run = simulateAll(streetExperiment(floodStreet(500)));
const plan = layoutTown(townFacts(run.experiment), { width: 1240, height: 420 });
const timeNs = floodFullNs(500)[0] + 1;
const scene = sceneAt(run, plan, timeNs);
const swarm = scene.swarm!;

describe('a swarm', () => {
  it('has every packet that is on its way, once, on its own road', () => {
    const flights = run.traces.map((trace) => flightsAt(flightIndex(trace), timeNs));
    expect(swarm.count).toBe(flights[0]!.length + flights[1]!.length);
    const keys = new Set<string>();
    for (let i = 0; i < swarm.count; i += 1) {
      const { box } = plan.roads[swarm.lane[i]!]!;
      expect(swarm.x[i]).toBeGreaterThanOrEqual(plan.roads[0]!.stops[0]!);
      expect(swarm.x[i]).toBeLessThanOrEqual(plan.roads[0]!.stops.at(-1)!);
      expect(swarm.y[i]).toBeGreaterThanOrEqual(box.y);
      expect(swarm.y[i]).toBeLessThanOrEqual(box.y + box.height);
      keys.add(`${swarm.lane[i]}:${swarm.packet[i]}`);
    }
    expect(keys.size).toBe(swarm.count);
  });

  it('is none where few are on their way, or nothing has happened', () => {
    expect(sceneAt(run, plan, 0).swarm).toBeNull();
  });

  it('says of each dot what it is', () => {
    const fills = new Set(Array.from({ length: swarm.count }, (_, i) => swarmFill(swarm.look[i]!)));
    expect([...fills]).toContain('udp');
    for (let i = 0; i < swarm.count; i += 1) {
      if (swarmFill(swarm.look[i]!) === 'udp') expect(run.traces[swarm.lane[i]!]!.lane).toBe('udp');
    }
  });

  it('is pointed at: the nearest dot within reach, and none beyond', () => {
    const last = swarm.count - 1;
    const point = { x: swarm.x[last]!, y: swarm.y[last]! };
    const found = nearestInSwarm(swarm, point, 22);
    expect(swarm.x[found]).toBeCloseTo(point.x);
    expect(nearestInSwarm(swarm, { x: point.x, y: plan.height + 100 }, 22)).toBe(-1);
  });

  it('gives the chosen packet as a card where its dot is', () => {
    const ref = { lane: swarm.lane[7]!, packet: swarm.packet[7]! };
    const [card] = chosenInSwarm(run, scene, [ref, ref, null]);
    expect(card).toMatchObject({ ...ref, x: swarm.x[7], y: swarm.y[7], detail: 'short' });
    expect(chosenInSwarm(run, scene, [{ lane: 0, packet: 999_999 }])).toEqual([]);
  });
});

describe('its picture', () => {
  it('has a dot of the fill of each packet where the packet is, and nothing elsewhere', () => {
    const pixels = { width: 40, height: 20, data: new Uint8ClampedArray(40 * 20 * 4).fill(9) };
    const one = {
      count: 1,
      x: Float32Array.of(10),
      y: Float32Array.of(5),
      lane: Uint8Array.of(0),
      packet: Int32Array.of(3),
      look: Uint8Array.of(1),
      opacity: Uint8Array.of(200),
    };
    const palette = {
      tcp: [1, 2, 3],
      udp: [230, 159, 0],
      ack: [4, 5, 6],
      icmp: [7, 8, 9],
      loss: [10, 11, 12],
    } as const;
    paintSwarm(pixels, one, palette, { scale: 2, shiftX: 0, shiftY: 0 }, 2);
    const at = (x: number, y: number): readonly number[] =>
      Array.from(pixels.data.subarray((y * 40 + x) * 4, (y * 40 + x) * 4 + 4));
    expect(at(20, 10)).toEqual([230, 159, 0, 200]);
    expect(at(19, 9)).toEqual([230, 159, 0, 200]);
    expect(at(21, 11)).toEqual([0, 0, 0, 0]);
    expect(pixels.data.filter((value) => value !== 0)).toHaveLength(4 * 3);
  });
});
