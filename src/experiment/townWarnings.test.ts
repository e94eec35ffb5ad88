import { describe, expect, it } from 'vitest';
import type { App } from './experiment';
import { APP_CHOICES, newApps } from './newApp';
import { homeBehindNat } from './presets/homeBehindNat';
import { ping } from './presets/ping';
import { addApps, changeApp } from './townChanges';
import { addRouter, remove } from './townEdits';
import { type TownFile, townExperiment } from './townFile';
import { townWarnings } from './townWarnings';

const { town } = ping;
const told = (file: TownFile): readonly string[] =>
  townWarnings(townExperiment(file)).map(({ kind, place, to, door }) =>
    [kind, place.id, to, door].filter((word) => word !== '').join(' '),
  );
const withApp = (app: App): TownFile => addApps(town, [app])!;

describe('what a town was surely meant to have', () => {
  it.each(APP_CHOICES)('it has, when a computer is given %s', (choice) => {
    expect(told(addApps(town, newApps(town, 'A', choice))!)).toEqual([]);
  });

  it('is whoever is spoken to, and a way there', () => {
    expect(told(remove(town, { kind: 'host', id: 'B' }))).toEqual(['nobody A 198.51.100.20']);
    expect(told(remove(town, { kind: 'link', id: 'R1-R2' }))).toEqual(['noPath A B']);
  });

  it('is a road for every router', () => {
    const built = addRouter(town, null)!;
    const roads = built.town.experiment.town.links.filter(({ from }) => from === built.id);
    const alone = roads.reduce((file, { id }) => remove(file, { kind: 'link', id }), built.town);
    expect(told(alone)).toEqual([`routerAlone ${built.id}`]);
  });

  it('is a program behind the door: of the right transport, at the right port', () => {
    const sending = addApps(town, newApps(town, 'A', 'send'))!;
    const last = sending.experiment.apps.length - 1;
    expect(told(changeApp(sending, last, (app) => ({ ...app, transport: 'udp' }) as App))).toEqual([
      'closedDoor A B udp/9000',
    ]);
    const asks: App = {
      kind: 'browse',
      host: 'A',
      resolver: '198.51.100.20',
      urls: ['https://198.51.100.20/', 'http://www.example.com/'],
      startNs: 0,
      everyNs: 1,
      reusesConnections: true,
    };
    expect(told(withApp(asks))).toEqual(['closedDoor A B udp/53', 'closedDoor A B tcp/443']);
    expect(told(withApp({ kind: 'resolver', host: 'A', rootHints: ['9.9.9.9'] }))).toEqual([
      'nobody A 9.9.9.9',
    ]);
  });

  it('may be behind an address translation, at whose other doors answers come in', () => {
    expect(told(homeBehindNat.town)).toEqual([]);
  });
});
