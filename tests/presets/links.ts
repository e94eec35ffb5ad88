import { expect } from 'vitest';
import { callViewAt } from '../../src/trace/callView';
import { eventsOf, type Promised, tellings } from './promise';

const MS = 1_000_000;
const MICROSECOND = 1000;

export const linkPromises = {
  'lecture-note'(run) {
    // There by N2 and N3, back by N5 and N4.
    const places = eventsOf(run, 'packetForwarded').map((event) => ('place' in event ? event.place : -1));
    const { hosts, routers } = run.experiment.town;
    const names = places.map((place) => routers[place - hosts.length]!.id);
    expect(names).toEqual(['N1', 'N2', 'N3', 'N6', 'N6', 'N5', 'N4', 'N1']);
    expect(eventsOf(run, 'packetDropped')).toEqual([]);
  },
  satellite(run) {
    const [reply] = eventsOf(run, 'appTold').flatMap(({ reason }) =>
      reason.kind === 'echoReplied' ? [reason.roundTripNs] : [],
    );
    expect(reply).toBeGreaterThan(600 * MS);
    expect(reply).toBeLessThan(605 * MS);
    const [flow] = run.result!.lanes[0]!.flows;
    expect(flow).toMatchObject({ intact: true, retransmissions: 0 });
    // 300 kB at 10 Mbit/s would take a quarter of a second; a window a round trip takes many times that.
    expect(flow!.finishNs! - 700 * MS).toBeGreaterThan((300_000 / 65_535) * 600 * MS);
  },
  'cafe-wifi'(run) {
    const [, song] = run.result!.lanes[0]!.flows;
    expect(song!.intact).toBe(true);
    expect(song!.retransmissions).toBeGreaterThan(0);
    const { counts } = callViewAt(run, 0, Infinity)!;
    expect(counts.missing).toBeGreaterThan(0);
    expect(counts.onTime).toBeGreaterThan(counts.missing);
  },
  'data-centre'(run) {
    const full = eventsOf(run, 'packetDropped').filter(({ reason }) => reason.kind === 'queueFull');
    expect(full.length).toBeGreaterThan(0);
    const { flows } = run.result!.lanes[0]!;
    expect(flows).toHaveLength(9);
    expect(flows.every(({ intact }) => intact)).toBe(true);
    const finished = flows.map(({ finishNs }) => finishNs!).toSorted((one, other) => one - other);
    expect(finished[0]).toBeLessThan(5000 * MICROSECOND);
    expect(finished.at(-1)).toBeGreaterThan(200 * MS);
  },
  'home-and-street'(run) {
    const { hosts, routers } = run.experiment.town;
    expect([hosts.length, routers.length]).toEqual([25, 11]);
    const told = new Set(tellings(run));
    for (const kind of ['responseReceived', 'echoReplied', 'pathEnds', 'doorFiltered', 'nameFound']) {
      expect([...told]).toContain(kind);
    }
    expect(eventsOf(run, 'mappingMade').length).toBeGreaterThanOrEqual(3);
    expect(run.result!.lanes[0]!.flows.some(({ intact }) => intact)).toBe(true);
  },
} satisfies Record<string, Promised>;
