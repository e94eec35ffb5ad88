import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { house, inTown, road } from '../engine/townBench';
import type { App } from './experiment';
import { APP_CHOICES, type AppChoice, isTaken, newApps } from './newApp';
import { townSummary } from '../trace/townSummary';
import { addApps, changeApp } from './townChanges';
import { type TownFile, townExperiment, townProblem } from './townFile';

const STREET = {
  hosts: [house('A', '192.0.2.1', 'A-B'), house('B', '192.0.2.2', 'A-B')],
  routers: [],
  links: [road('A', 'B')],
};
const TWO: TownFile = {
  version: 1,
  kind: 'town',
  name: 'two',
  spots: { A: { x: 100, y: 100 }, B: { x: 300, y: 100 } },
  routing: 'auto',
  experiment: inTown(STREET, []),
};

const given = (town: TownFile, host: string, choice: AppChoice): TownFile =>
  addApps(town, newApps(town, host, choice))!;
const programsIn = ({ experiment }: TownFile): readonly string[] =>
  experiment.apps.map(({ kind, host }) => `${host} ${kind}`);
const toldIn = (town: TownFile): readonly string[] => {
  expect(townProblem(town)).toBeNull();
  const trace = simulateAll(townExperiment(town)).traces[0]!;
  return Array.from({ length: trace.eventCount }, (_, index) => trace.event(index)).flatMap((event) =>
    event.kind === 'appTold' ? [event.reason.kind] : [],
  );
};

describe('programs for names', () => {
  it('find a name at once: a lookup brings the name server that it takes', () => {
    const town = given(TWO, 'A', 'lookup');
    expect(programsIn(town)).toEqual(['B nameServer', 'A lookup']);
    expect(toldIn(town)).toEqual(['nameLookedUp']);
  });

  it('ask the resolver where there is one, and it the name server that came with it', () => {
    const town = given(given(TWO, 'B', 'resolver'), 'A', 'lookup');
    expect(programsIn(town)).toEqual(['A nameServer', 'B resolver', 'A lookup']);
    expect(toldIn(town)).toEqual(['nameLookedUp']);
  });
});

const summaryOf = (town: TownFile) => townSummary(simulateAll(townExperiment(town)))!;

describe('programs', () => {
  it('do at once what they are for', () => {
    expect(summaryOf(given(TWO, 'A', 'ping')).echoes).toEqual({ done: 3, of: 3 });
    expect(summaryOf(given(TWO, 'A', 'browse')).pages).toEqual({ done: 1, of: 1 });
    for (const choice of ['send', 'call', 'reliable'] as const) {
      expect(summaryOf(given(TWO, 'A', choice)).messages).toEqual({ done: 1, of: 1 });
    }
    for (const choice of ['traceroute', 'portScan', 'raw'] as const) {
      expect(summaryOf(given(TWO, 'A', choice)).packets).toBeGreaterThan(1);
    }
  });

  it('open pages the way they are served: over TLS, over streams, at another port', () => {
    const urlOf = (server: TownFile): unknown => {
      const town = given(server, 'A', 'browse');
      expect(summaryOf(town).pages).toEqual({ done: 1, of: 1 });
      return town.experiment.apps.flatMap((app) => (app.kind === 'browse' ? app.urls : []));
    };
    const served = given(TWO, 'B', 'webServer');
    expect(urlOf(given(TWO, 'B', 'streamServer'))).toEqual(['h3://192.0.2.2/']);
    expect(urlOf(changeApp(served, 0, (app) => ({ ...app, port: 443, tls: true }) as App))).toEqual([
      'https://192.0.2.2/',
    ]);
    expect(urlOf(changeApp(served, 0, (app) => ({ ...app, port: 8080 }) as App))).toEqual([
      'http://192.0.2.2:8080/',
    ]);
  });

  it('can all be given twice, but for the two that answer at the port of names', () => {
    for (const choice of APP_CHOICES) {
      const once = given(TWO, 'A', choice);
      if (isTaken(once, 'A', choice)) continue;
      expect(townProblem(given(once, 'A', choice))).toBeNull();
    }
    expect(APP_CHOICES.filter((choice) => isTaken(given(TWO, 'A', 'resolver'), 'A', choice))).toEqual([
      'nameServer',
      'resolver',
    ]);
  });
});
