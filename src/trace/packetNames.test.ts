import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { findPacket, packetNameOf } from './packetNames';
import type { Run } from './run';

const bad = { loss: 0.3, reorder: 0.2, reorderDelayNs: 60_000_000, duplicate: 0.4, corrupt: 0.1 };
const street = { ...defaultStreet('en'), weather: bad };
const run = simulateAll(streetExperiment(street));

const refsOf = ({ traces }: Run) =>
  traces.flatMap((trace, lane) =>
    Array.from({ length: trace.packetCount }, (_, packet) => ({ lane, packet })),
  );

describe('the name of a packet', () => {
  it('finds it again, and no other', () => {
    const refs = refsOf(run);
    expect(refs.length).toBeGreaterThan(60);
    expect(refs.map((ref) => findPacket(run, packetNameOf(run, ref)!))).toEqual(refs);
  });

  it('says who made it, what it is and which copy', () => {
    const names = refsOf(run).map((ref) => packetNameOf(run, ref)!);
    expect(names[0]).toEqual({
      transport: 'tcp',
      from: 'C',
      role: 'control',
      number: 0,
      copy: 0,
      double: 0,
    });
    expect(names).toContainEqual(expect.objectContaining({ from: 'C', role: 'retransmission', copy: 1 }));
    expect(names).toContainEqual(expect.objectContaining({ transport: 'udp', role: 'piece', double: 1 }));
    expect(names).toContainEqual(expect.objectContaining({ transport: 'tcp', from: 'S', role: 'control' }));
  });

  it('keeps a control packet that is sent again apart from pieces', () => {
    const allLost = streetExperiment({ ...street, weather: { ...bad, loss: 1 } }, ['tcp']);
    const silent = simulateAll(allLost);
    expect(refsOf(silent).map((ref) => packetNameOf(silent, ref)!.copy)).toEqual(
      refsOf(silent).map(({ packet }) => packet),
    );
    expect(packetNameOf(silent, { lane: 0, packet: 2 })!).toMatchObject({ role: 'control', number: 0 });
  });

  it('finds nothing where there is no such packet, or no such lane', () => {
    const name = packetNameOf(run, { lane: 0, packet: 0 })!;
    expect(findPacket(run, { ...name, number: 999 })).toBeNull();
    const udpOnly = simulateAll(streetExperiment(street, ['udp']));
    expect(findPacket(udpOnly, name)).toBeNull();
  });
});
