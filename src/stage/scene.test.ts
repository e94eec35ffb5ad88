import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, filePayload, streetExperiment, type Street, textPayload } from '../experiment/street';
import type { Run } from '../trace/run';
import { Trace } from '../trace/trace';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import type { TownPlan } from './plan';
import { sceneAt } from './scene';
import { cardBox } from './separate';
import type { Scene } from './sceneTypes';

const SIZE = { width: 1280, height: 600 };
const MS = 1_000_000;

function build(change: Partial<Street> = {}): { run: Run; plan: TownPlan; at: (ms: number) => Scene } {
  const run = simulateAll(streetExperiment({ ...defaultStreet('en'), ...change }));
  const plan = layoutTown(townFacts(run.experiment), SIZE);
  return { run, plan, at: (ms) => sceneAt(run, plan, ms * MS) };
}

/** Equal scenes have equal text, object identities aside. */
const text = (scene: Scene): string => JSON.stringify(scene);
const STORM = { loss: 0.25, reorder: 0.4, reorderDelayNs: 60 * MS, duplicate: 0.3, corrupt: 0.2 };

describe('sceneAt', () => {
  it('shows the same by a jump as by playing there, forward and back', () => {
    const played = build({ weather: STORM });
    const forward = new Map<number, string>();
    for (let ms = 0; ms <= 1_600; ms += 16) forward.set(ms, text(played.at(ms)));
    for (let ms = 1_600; ms >= 0; ms -= 16) expect(text(played.at(ms))).toBe(forward.get(ms));
    const jumped = build({ weather: STORM });
    for (const ms of [1_216, 160, 752]) expect(text(jumped.at(ms))).toBe(forward.get(ms));
  });

  it('shows the same while the trace still grows as when it is complete', () => {
    const { run, plan } = build({ weather: STORM });
    const growing = run.traces.map((trace) => new Trace(trace.lane));
    const partial: Run = { ...run, traces: growing, result: null };
    sceneAt(partial, plan, 100 * MS);
    run.traces.forEach((trace, lane) => growing[lane]!.append(trace.takeBatch()));
    for (const ms of [50, 184, 300, 1_400]) {
      expect(text(sceneAt(partial, plan, ms * MS))).toBe(text(sceneAt(run, plan, ms * MS)));
    }
  });

  it('changes with the seed and with the message: nothing is scripted', () => {
    const usual = build();
    const other = build({ seed: 99 });
    const message = build({ payload: textPayload('SOMETHING ELSE ENTIRELY') });
    const scenes = (town: ReturnType<typeof build>): string =>
      [100, 200, 300, 420, 900].map((ms) => text(town.at(ms))).join();
    expect(new Set([scenes(usual), scenes(other), scenes(message)]).size).toBe(3);
    expect(
      message.at(300).packets.some(({ face }) => 'SOMETHING'.includes(face.text) && face.text !== ''),
    ).toBe(true);
  });

  it('tells the story of a lost piece in both lanes', () => {
    const { at, run } = build();
    const lost = run.result!.lanes[1]!.missingPieces[0]!;
    const names = at(200).scars.map(({ lane, face }) => `${lane}:${face.piece}`);
    expect(names).toContain(`0:${lost + 1}`);
    expect(names).toContain(`1:${lost + 1}`);
    expect(at(230).lanes[0]!.receiver.held.length).toBeGreaterThan(0);
    expect(at(290).lanes[0]!.receiver.held.length).toBeGreaterThan(
      at(230).lanes[0]!.receiver.held.length - 1,
    );
    expect(at(1_600).lanes[0]!.receiver.held).toEqual([]);
    expect(at(290).packets.some(({ face }) => face.again > 0 && face.piece === lost + 1)).toBe(true);
    expect(at(1_600).lanes[0]!.receiver.distinct).toBe(12);
    expect(at(1_600).lanes[1]!.receiver.distinct).toBe(12 - run.result!.lanes[1]!.missingPieces.length);
  });

  it('shows the handshake on the desks and the timer while it runs', () => {
    const { at } = build();
    expect(at(10).lanes[0]!.clientDesk).toMatchObject({
      state: 'SYN-SENT',
      timers: [{ timer: 'retransmission', setNs: 0, deadlineNs: 1_000 * MS }],
    });
    expect(at(130).lanes[0]!.clientDesk.state).toBe('ESTABLISHED');
    expect(at(10).lanes[1]!.clientDesk).toMatchObject({ state: null, timers: [] });
  });

  it('leaves an empty road once all is over', () => {
    const { at } = build();
    expect(at(60_000)).toMatchObject({ packets: [], scars: [], drops: [] });
  });

  it('keeps the writing of cards apart, whatever the weather', () => {
    const { plan, at } = build({ weather: STORM });
    for (let ms = 0; ms <= 1_600; ms += 8) {
      const labelled = at(ms).packets.filter(({ detail }) => detail !== 'dot');
      const boxes = labelled.map((packet) => cardBox(packet, plan));
      boxes.forEach((a, i) =>
        boxes.slice(i + 1).forEach((b) => {
          const isApart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(isApart).toBe(true);
        }),
      );
    }
  });

  it('moves every packet without a jump', () => {
    const { at } = build();
    let before = at(0);
    for (let ms = 0.25; ms <= 500; ms += 0.25) {
      const now = at(ms);
      for (const packet of now.packets) {
        const was = before.packets.find(({ key }) => key === packet.key);
        if (!was || was.state !== packet.state) continue;
        expect(Math.abs(packet.x - was.x)).toBeLessThan(24);
      }
      before = now;
    }
  });

  it('draws an empty message, total loss and a refused call', () => {
    expect(build({ payload: textPayload('') }).at(300).lanes[1]!.sender.sent).toBe(0);
    const { at } = build({ weather: { ...STORM, loss: 1 } });
    expect(at(1_500).lanes.map(({ receiver }) => receiver.distinct)).toEqual([0, 0]);
    const refused = build({ ports: { tcp: 9999, udp: 9999 }, weather: { ...STORM, loss: 0, corrupt: 0 } });
    expect(refused.at(200).lanes.map(({ clientDesk }) => clientDesk.told)).toEqual([
      'connectionRefused',
      'portUnreachable',
    ]);
    expect(refused.at(100).packets.map(({ face }) => face.paper)).toContain('slip');
  });

  it('counts who waits at a slow road, in a trace of a file', () => {
    const payload = filePayload('a.bin', 'application/octet-stream', new Uint8Array(60_000).fill(7));
    const link = { delayNs: 5 * MS, rateBps: 400_000, queuePackets: 4 };
    const { run, at } = build({ payload, link });
    const queues = [...Array(60).keys()].flatMap((i) => at(i * 25).lanes[0]!.queues);
    expect(queues.some(({ router, waiting, limit }) => router === 1 && waiting > 0 && limit === 4)).toBe(
      true,
    );
    expect(Math.max(...queues.map(({ waiting }) => waiting))).toBeLessThanOrEqual(4);
    expect(run.traces[0]!.eventCount).toBeGreaterThan(100);
  });
});
