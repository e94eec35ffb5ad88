import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import type { Experiment } from '../experiment/experiment';
import { dataCentre } from '../experiment/presets/dataCentre';
import { dnsTrouble } from '../experiment/presets/dnsTrouble';
import { letter } from '../experiment/presets/letter';
import { ping } from '../experiment/presets/ping';
import { townExperiment } from '../experiment/townFile';
import { parseFilter } from './filterExpression';
import { transcriptEntries, transcriptOf, transcriptText } from './transcript';
import { filteredEntries } from './transcriptFilter';
import { whereaboutsAt } from './whereabouts';
import { whyOf } from './why';
import { isWait } from './whyLinks';

const MS = 1_000_000;
const resolving = (experiment: Experiment): Experiment => {
  const { town } = experiment;
  return {
    ...experiment,
    town: { ...town, links: town.links.map((link) => ({ ...link, resolves: true as const })) },
  };
};
const run = simulateAll(resolving(townExperiment(ping.town)));
const lines = (filter: string, of = run): readonly string[] => {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw new Error(parsed.problem.kind);
  const entries = filteredEntries(of, transcriptEntries(of), parsed.filter);
  return entries.map((entry) => transcriptText(of, entry).replace(/^\S+ /u, ''));
};

describe('the transcript of a town', () => {
  it('calls nodes by their names, and those of a street of one message by their addresses', () => {
    const text = [...transcriptOf(run)].map((line) => line.text).join('\n');
    expect(text).toContain('IP A > B: ICMP echo request');
    expect(text).toContain('IP R1 > A: ICMP time exceeded');
    expect(text).toMatch(/IP A\.50001 > B\.\d+: UDP/u);
    const street = [...transcriptOf(simulateAll(townExperiment(letter.town)))].map((line) => line.text);
    expect(street.join('\n')).toContain('IP 192.0.2.10.50000 > 198.51.100.20.9000');
  });

  it('is filtered by the name of a router, by protocol and port, and by who asks for an address', () => {
    expect(lines('icmp and host R1')).toHaveLength(1);
    expect(lines('icmp and src host R2')).toHaveLength(1);
    expect(lines('udp port 33434').every((line) => line.includes('A.50001 > B.33434'))).toBe(true);
    expect(lines('arp').length).toBeGreaterThan(5);
    expect(lines('arp and host A').length).toBeGreaterThan(0);
    expect(lines('arp and host A').length).toBeLessThan(lines('arp').length);
  });
});

describe('the transcript of a town of names', () => {
  const names = simulateAll(townExperiment(dnsTrouble.town));

  it('is filtered by what is asked and answered, over either transport, and by what is remembered', () => {
    const asked = lines('dns', names);
    expect(asked.some((line) => line.includes('[1au] A? www.example.com.'))).toBe(true);
    expect(asked.some((line) => line.includes('Flags [P.]'))).toBe(true);
    expect(asked.some((line) => line.includes('Flags [S]'))).toBe(false);
    expect(asked.some((line) => line.includes('app told: there is no no.example.com'))).toBe(true);
    const cached = lines('cache', names);
    expect(cached.filter((line) => line.includes('cache keeps'))).toHaveLength(7);
    expect(cached.every((line) => line.includes(' cache '))).toBe(true);
  });
});

describe('what a town waits for', () => {
  it('is the next thing that an app does, where no packet is under way and nobody sends a message', () => {
    const [last] = whyOf(run, { kind: 'silence', lane: 0, timeNs: 190 * MS }).slice(-1);
    expect(last).toMatchObject({ role: 'waitsForNext', untilNs: 200 * MS });
    const underWay = whyOf(run, { kind: 'silence', lane: 0, timeNs: 220 * MS }).at(-1);
    expect(underWay).toMatchObject({ role: 'underWay' });
    const atEnd = whyOf(run, { kind: 'silence', lane: 0, timeNs: run.traces[0]!.endNs }).at(-1);
    expect(atEnd).toMatchObject({ role: 'quiet' });
  });

  it('tells of what stands in a queue that it stands there, and of no more waits than can be read, with what led to them', () => {
    const busy = simulateAll(townExperiment(dataCentre.town));
    const trace = busy.traces[0]!;
    let queued = 0;
    for (const timeNs of [150_000, 450_000]) {
      const steps = whyOf(busy, { kind: 'silence', lane: 0, timeNs });
      expect(steps.filter(isWait).length).toBeLessThanOrEqual(8);
      for (const { role, packet, event } of steps) {
        if (role !== 'queued') continue;
        queued += 1;
        expect(whereaboutsAt(trace, packet!.packet, timeNs)?.kind).toBe('queued');
        expect(event.kind).toBe('packetQueued');
      }
    }
    expect(queued).toBeGreaterThan(0);
  });
});
