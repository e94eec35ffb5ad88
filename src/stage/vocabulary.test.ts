import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, type Street, streetExperiment } from '../experiment/street';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { ringLeft } from './desk/ringLeft';
import { rulerOf } from './ruler';
import { sceneAt } from './scene';
import type { Scene } from './sceneTypes';
import { tempoOf } from './tempo';
import type { ConnectionSnapshot } from '../trace/snapshot';
import { flightIndex } from '../trace/legs';
import { takenSlots } from './Queues';

const MS = 1_000_000;

function build(change: Partial<Street> = {}): (ms: number) => Scene {
  const run = simulateAll(streetExperiment({ ...defaultStreet('en'), ...change }));
  const plan = layoutTown(townFacts(run.experiment), { width: 1280, height: 600 });
  return (ms) => sceneAt(run, plan, ms * MS);
}

describe('doors', () => {
  it('are open exactly while a socket is bound, and wide when a packet passes', () => {
    const at = build();
    expect(at(0).lanes.map(({ clientDoor, serverDoor }) => [clientDoor.isBound, serverDoor.isBound])).toEqual(
      [
        [true, true],
        [true, true],
      ],
    );
    // The first SYN leaves at once and arrives after the town's 60 ms; nothing is at a door between.
    expect(at(0).lanes[0]!.clientDoor.swing).toBeGreaterThan(0.9);
    expect(at(30).lanes[0]!.serverDoor.swing).toBe(0);
    expect(at(60.4).lanes[0]!.serverDoor.swing).toBeGreaterThan(0.5);
    // After TIME-WAIT the caller's socket is gone; the server goes on listening.
    const [tcp] = at(400_000).lanes;
    expect([tcp!.clientDoor.isBound, tcp!.serverDoor.isBound]).toEqual([false, true]);
  });

  it('never swing faster than the shortest link takes', () => {
    const experiment = streetExperiment(defaultStreet('en'));
    expect(tempoOf(experiment).swingNs).toBeLessThan(10 * MS);
  });
});

describe('a retransmission', () => {
  it('is tied to the place where the sending before it died', () => {
    const at = build();
    const moment = Array.from({ length: 400 }, (_, i) => at(200 + i)).find(({ ties }) => ties.length > 0)!;
    const again = moment.packets.find(({ face }) => face.again > 0)!;
    const scar = moment.scars.find(({ face, lane }) => lane === 0 && face.piece === again.face.piece)!;
    expect(moment.ties[0]!.to).toEqual({ x: scar.x, y: scar.y });
    expect(at(100).ties).toEqual([]);
  });
});

describe('the ruler', () => {
  const snapshot = {
    initialSendSequence: 1000,
    sendUnacked: 1101,
    sendNext: 1301,
    cwnd: 400,
    sendWindow: 1000,
    sendMaxSegmentBytes: 100,
    scoreboard: [{ start: 1201, end: 1301 }],
  } as unknown as ConnectionSnapshot;

  it('says what is acknowledged, in flight, reported and allowed, in bytes of the stream', () => {
    expect(rulerOf(snapshot, 1000)).toEqual({
      from: 0,
      to: 1000,
      acknowledged: 100,
      sent: 300,
      cwndEnd: 500,
      rwndEnd: 1100,
      sacked: [{ start: 200, end: 300 }],
    });
  });

  it('slides along a long stream and stays within it', () => {
    const long = rulerOf({ ...snapshot, sendUnacked: 900_001, sendNext: 900_301 }, 1_000_000);
    expect(long.to - long.from).toBe(1200);
    expect(long.from).toBeLessThan(long.acknowledged);
    expect(long.to).toBeGreaterThan(long.sent);
    const last = rulerOf({ ...snapshot, sendUnacked: 1_000_901, sendNext: 1_000_901 }, 1_000_000);
    expect(last.to).toBe(1_000_000);
  });
});

describe('timers and queues', () => {
  it('empty with the time and say what is left', () => {
    const timer = { timer: 'retransmission', setNs: 100 * MS, deadlineNs: 1_100 * MS } as const;
    expect(ringLeft(timer, 350 * MS)).toEqual({ share: 0.75, words: '750' });
    expect(ringLeft({ ...timer, deadlineNs: 60_100 * MS }, 100 * MS)).toEqual({ share: 1, words: '60 s' });
    expect(ringLeft(undefined, 0)).toEqual({ share: 0, words: '' });
  });

  it('fill one slot for one packet while there are as many slots as places', () => {
    expect([0, 3, 7, 9].map((waiting) => takenSlots({ waiting, limit: 10 }))).toEqual([0, 3, 7, 9]);
    expect(takenSlots({ waiting: 2, limit: 4 })).toBe(2);
    expect(takenSlots({ waiting: 20, limit: 20 })).toBe(10);
  });

  it('let what is too much fall off the rack', () => {
    const link = { delayNs: 5 * MS, rateBps: 5_000, queuePackets: 2 };
    const run = simulateAll(streetExperiment({ ...defaultStreet('en'), link }));
    const plan = layoutTown(townFacts(run.experiment), { width: 1280, height: 600 });
    const lost = flightIndex(run.traces[1]!).endings.find(({ why }) => why === 'queueFull')!;
    const at = (share: number) =>
      sceneAt(run, plan, lost.timeNs + share * tempoOf(run.experiment).fallNs).packets.find(
        ({ lane, packet, state }) => lane === 1 && packet === lost.packet && state === 'falling',
      )!;
    const rack = plan.offices[1]!.racks[1]!;
    expect(at(0.3)).toMatchObject({ x: rack.x + rack.width, y: rack.y });
    expect(at(0.9).y).toBeGreaterThan(at(0.5).y);
  });
});

describe('the stamps', () => {
  it('count the offices behind a packet, in both directions', () => {
    const at = build();
    const hops = new Set<number>();
    for (let ms = 0; ms < 300; ms += 5) for (const packet of at(ms).packets) hops.add(packet.hops);
    expect([...hops].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
  });
});
