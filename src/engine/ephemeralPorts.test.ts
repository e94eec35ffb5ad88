import { describe, expect, it } from 'vitest';
import { lookupApp, runOf } from './dns/nameTown';
import { EphemeralPorts } from './ephemeralPorts';

describe('ephemeral ports', () => {
  it('are of the dynamic range (RFC 6335 §6), and the same in every run', () => {
    const lend = (seed: number): readonly (number | undefined)[] => {
      const ports = new EphemeralPorts(seed, 3, () => false);
      return Array.from({ length: 100 }, () => ports.next('tcp'));
    };
    const lent = lend(1);
    expect(lend(1)).toEqual(lent);
    expect(lend(2)).not.toEqual(lent);
    for (const port of lent) {
      expect(port).toBeGreaterThanOrEqual(49_152);
      expect(port).toBeLessThanOrEqual(65_535);
    }
  });

  it('are never one in use (RFC 6056 §3.3.1), down to the last that is free', () => {
    const used = new Set<number>();
    const ports = new EphemeralPorts(1, 0, (_, port) => used.has(port));
    for (let i = 0; i < 16_384; i += 1) {
      const port = ports.next('udp')!;
      expect(used.has(port)).toBe(false);
      used.add(port);
    }
    expect(ports.next('udp')).toBeUndefined();
  });

  it('end a run in which they run out, and do not break it', () => {
    const apps = Array.from({ length: 17 }, (_, i) =>
      lookupApp(`w${i}.example.com`, { resolver: '192.0.2.77', times: 1000, everyNs: 1 }),
    );
    const run = runOf(apps);
    expect(run.result!.lanes[0]!.isCutOff).toBe(true);
  });
});
