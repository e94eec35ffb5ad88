import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../engine/townBench';
import { simulateAll } from '../../engine/simulate';
import { dnsTree } from '../../experiment/presets/dnsTree';
import { homeAndStreet } from '../../experiment/presets/homeAndStreet';
import { homeBehindNat } from '../../experiment/presets/homeBehindNat';
import { PRESETS } from '../../experiment/presets/inOrder';
import { ping } from '../../experiment/presets/ping';
import { townExperiment } from '../../experiment/townFile';
import type { Run } from '../../trace/run';
import { candidatesOf, chooseColumns, endsOf } from './columns';
import { drawLanes } from './drawLanes';
import { FIRST_LOOK } from './look';
import { arrowsBetween, townArrows } from './townArrows';

const pings = simulateAll(townExperiment(ping.town));
const arrowsOf = (run: Run, columns: readonly string[]) =>
  arrowsBetween(run.traces[0]!, run.experiment, columns);
const COLUMNS = ['A', 'R1', 'R2', 'B'];

describe('arrows between the columns of a town', () => {
  it('begin where a packet was made and end where it was taken', () => {
    const [request, reply] = arrowsOf(pings, COLUMNS);
    expect(request).toMatchObject({ fromX: 0, toX: 1, ending: 'arrived', spot: { from: 'A', to: 'B' } });
    expect(reply).toMatchObject({ fromX: 1, toX: 0, ending: 'arrived', spot: { isLeft: true, gap: 2 } });
  });

  it('end short of whom they are for where a router throws them away, which then says so itself', () => {
    const told = eventsOf(pings, 'packetSent').find(({ reason }) => reason.kind === 'timeToLiveExceeded')!;
    const arrows = arrowsOf(pings, COLUMNS);
    const note = arrows.find(({ packet }) => packet === told.packet)!;
    expect(note).toMatchObject({ fromX: 1 / 3, toX: 0, spot: { from: 'R1', to: 'A' } });
    const thrown = arrows.find(({ packet }) => packet === told.packet - 1)!;
    expect(thrown).toMatchObject({ fromX: 0, ending: 'dropped', spot: { from: 'A', to: 'B' } });
    expect(thrown.toX).toBeCloseTo(1 / 8);
  });

  it('leave out what goes between others', () => {
    expect(arrowsOf(pings, ['A', 'R1'])).toHaveLength(1);
  });

  it('are there for each packet of every preset, however it came about, and within the columns', () => {
    for (const { id, town } of PRESETS) {
      const run = simulateAll(townExperiment(town));
      const trace = run.traces[0]!;
      const all = townArrows(trace, run.experiment);
      expect(all.length, id).toBe(trace.packetCount);
      expect(all.every(Boolean), id).toBe(true);
      const columns = chooseColumns(run, [], 50);
      for (const { fromX, toX, startNs, endNs } of arrowsOf(run, columns)) {
        expect(Math.min(fromX, toX), id).toBeGreaterThanOrEqual(0);
        expect(Math.max(fromX, toX), id).toBeLessThanOrEqual(1);
        expect(endNs, id).toBeGreaterThanOrEqual(startNs);
      }
    }
  });
});

describe('the columns of a town', () => {
  it('are hosts before routers, from left to right as they lie, and only who has to do with packets', () => {
    expect(chooseColumns(pings, [], 2)).toEqual(['A', 'B']);
    expect(chooseColumns(pings, [], 10)).toEqual(COLUMNS);
  });

  it('are with who begins and with the router that rewrites addresses, however few packets are theirs', () => {
    const run = simulateAll(townExperiment(homeBehindNat.town));
    expect(chooseColumns(run, [], 3)).toEqual(['PC', 'GW', 'WEB']);
    expect(chooseColumns(run, [], 4)).toEqual(expect.arrayContaining(['PC', 'GW', 'WEB', 'TV']));
  });

  it('have something to show from the beginning', () => {
    const run = simulateAll(townExperiment(homeAndStreet.town));
    const columns = chooseColumns(run, [], 3);
    expect(columns).toEqual(expect.arrayContaining(['PC', 'D', 'www']));
    expect(arrowsOf(run, columns)[0]).toMatchObject({ startNs: 0 });
  });

  it('are with those whose packet is looked at', () => {
    const run = simulateAll(townExperiment(dnsTree.town));
    const busiest = chooseColumns(run, [], 3);
    expect(busiest).toHaveLength(3);
    const trace = run.traces[0]!;
    const other = townArrows(trace, run.experiment).find(
      ({ from, to }) => !busiest.includes(from) || !busiest.includes(to),
    )!;
    const ends = endsOf(run, { lane: 0, packet: other.packet });
    const chosen = chooseColumns(run, ends, 3);
    expect(chosen).toEqual(expect.arrayContaining([...ends]));
    expect(chosen).toHaveLength(3);
  });

  it('know how many packets each made or was to get', () => {
    expect(candidatesOf(pings).map(({ id, packets }) => `${id} ${packets}`)).toEqual([
      'A 12',
      'B 10',
      'R1 1',
      'R2 1',
    ]);
  });
});

describe('the ladder of a town', () => {
  it('gives each name a row of its own in its gap, and room as far as the next column', () => {
    const run = simulateAll(townExperiment(dnsTree.town));
    const columns = chooseColumns(run, [], 5);
    const lifelines = { left: 40, right: 640 };
    const { drawings } = drawLanes([{ run, lane: 0, columns }], lifelines, 1, FIRST_LOOK);
    const step = 600 / (columns.length - 1);
    const rows = new Map<number, number>();
    for (const { arrow, y1, hasNameRoom, nameRoom } of drawings[0]!.arrows) {
      const gap = arrow.spot!.gap;
      expect(hasNameRoom).toBe(true);
      expect(nameRoom).toBeLessThan(step);
      expect(y1 - (rows.get(gap) ?? -100)).toBeGreaterThan(16);
      rows.set(gap, y1);
    }
  });
});
