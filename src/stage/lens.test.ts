import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { CLOSED_PORT, defaultStreet, type Street, streetExperiment } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { flightIndex } from '../trace/legs';
import type { Run } from '../trace/run';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { type Lens, LENSES } from './lens';
import { packetFace } from './packetFace';
import { sceneAt } from './scene';
import type { Scene } from './sceneTypes';
import { seenFace } from './seenFace';

const MS = 1_000_000;
const TCP = 0;
const UDP = 1;

function runOf(change: Partial<Street> = {}): Run {
  return simulateAll(streetExperiment({ ...defaultStreet('en'), weather: CLEAR_WEATHER, ...change }));
}

const RUN = runOf();

/** The packet of a lane that is the nth of its kind, and what is written on it at that moment. */
function labelOf(run: Run, lens: Lens, lane: number, packet: number, ms: number) {
  return seenFace(run, lens, lane, packet, ms * MS)?.lens ?? null;
}

function sceneThrough(lens: Lens, ms: number, run = RUN): Scene {
  const plan = layoutTown(townFacts(run.experiment), { width: 1280, height: 600 });
  return sceneAt(run, { ...plan, lens }, ms * MS);
}

describe('a layer lens', () => {
  it('of the application shows pieces, and nothing that an app does not handle', () => {
    for (const ms of [5, 65, 125, 185, 300]) {
      const seen = sceneThrough('application', ms).packets;
      const data = sceneThrough('all', ms).packets.filter(({ face }) => face.dataBytes > 0);
      expect(seen.map(({ key }) => key).toSorted()).toEqual(data.map(({ key }) => key).toSorted());
      expect(seen.every(({ face }) => face.again === 0 && face.signal === null)).toBe(true);
    }
    expect(labelOf(RUN, 'application', UDP, 0, 5)).toMatchObject({ body: ['H', ''], tab: '#1' });
    expect(seenFace(RUN, 'application', TCP, 0, 5 * MS)).toBeNull();
  });

  it('of the transport shows ports, numbers and flags', () => {
    expect(labelOf(RUN, 'transport', TCP, 0, 5)).toMatchObject({ tab: 'SYN', line: 'SYN 50000→80' });
    expect(labelOf(RUN, 'transport', UDP, 0, 5)).toMatchObject({ body: ['50000→9000', ''], tab: 'UDP 1 B' });
    const data = RUN.traces[TCP]!;
    const piece = Array.from({ length: data.packetCount }, (_, id) => id).find(
      (id) => packetFace(RUN, TCP, id).piece === 2,
    )!;
    const flight = flightIndex(data).flights.find(({ packet, kind }) => packet === piece && kind === 'link')!;
    expect(seenFace(RUN, 'transport', TCP, piece, flight.startNs)?.lens).toMatchObject({
      body: ['50000→80', 'seq 2 ack 1'],
      tab: 'PSH ACK',
    });
  });

  it('of the internet shows addresses, and a time to live that falls at each router', () => {
    const tabs = [5, 15, 35, 55].map((ms) => labelOf(RUN, 'internet', UDP, 0, ms)!.tab);
    expect(tabs).toEqual(['TTL 64 · UDP 17', 'TTL 63 · UDP 17', 'TTL 62 · UDP 17', 'TTL 61 · UDP 17']);
    expect(labelOf(RUN, 'internet', UDP, 0, 5)!.body).toEqual(['192.0.2.10→', '198.51.100.20']);
  });

  it('of the link shows another frame at each hop, and whether its check sequence fits', () => {
    const labels = [5, 15, 35, 55].map((ms) => labelOf(RUN, 'link', UDP, 0, ms)!);
    expect(labels.map(({ short }) => short)).toEqual(['C→R1', 'R1→R2', 'R2→R3', 'R3→S']);
    expect(labels.every(({ tab }) => tab === 'FCS ✓ · 64 B')).toBe(true);
    const flip = {
      link: 'R2-R3',
      direction: 0,
      role: 'piece',
      nth: 1,
      verdict: { kind: 'flip', bit: 224 },
    } as const;
    const hurt = runOf({ rules: [flip] });
    expect(labelOf(hurt, 'link', UDP, 0, 49)!.tab).toBe('FCS ✗ · 64 B');
    expect(labelOf(hurt, 'link', UDP, 0, 55)!.tab).toBe('FCS ✓ · 64 B');
  });

  it('leaves ICMP to the internet layer', () => {
    const refused = runOf({ ports: { tcp: CLOSED_PORT, udp: CLOSED_PORT } });
    const slip = Array.from({ length: refused.traces[UDP]!.packetCount }, (_, id) => id).find(
      (id) => packetFace(refused, UDP, id).paper === 'slip',
    )!;
    const { startNs } = flightIndex(refused.traces[UDP]!).flights.find(({ packet }) => packet === slip)!;
    expect(seenFace(refused, 'transport', UDP, slip, startNs)).toBeNull();
    expect(seenFace(refused, 'internet', UDP, slip, startNs)?.lens?.line).toBe('→192.0.2.10 TTL 64');
  });

  it('never moves a packet, and gives the same face while nothing on it changes', () => {
    for (const lens of LENSES) {
      const byKey = (ms: number) => new Map(sceneThrough(lens, ms).packets.map((each) => [each.key, each]));
      const [one, later] = [byKey(31), byKey(31.01)];
      const bare = new Map(sceneThrough('all', 31).packets.map((each) => [each.key, each]));
      for (const [key, { x, y, face }] of one) {
        expect(x).toBeCloseTo(bare.get(key)!.x, 6);
        expect(y).toBeCloseTo(bare.get(key)!.y, 6);
        expect(later.get(key)!.face).toBe(face);
      }
    }
  });

  it('shows losses to the network alone', () => {
    const drop = { link: 'R2-R3', direction: 0, role: 'piece', nth: 1, verdict: { kind: 'drop' } } as const;
    const lossy = runOf({ rules: [drop] });
    const scars = LENSES.map((lens) => sceneThrough(lens, 60, lossy).scars.length > 0);
    expect(scars).toEqual([true, false, false, true, true]);
  });
});
