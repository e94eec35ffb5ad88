import { describe, expect, it } from 'vitest';
import { newApps } from './newApp';
import { homeBehindNat } from './presets/homeBehindNat';
import { ping } from './presets/ping';
import { twoPaths } from './presets/twoPaths';
import { addApps, changeApp, changeRouter, rename, setAddress, setRouting } from './townChanges';
import { addHost, join, remove } from './townEdits';
import { lossesOf } from './townLosses';
import { type TownFile, townProblem } from './townFile';

const { town } = ping;
const natRouter = homeBehindNat.town.experiment.town.routers.find(({ nat }) => nat)!;
/** In short: `link A-R1`, `program ping`. */
const told = (before: TownFile, after: TownFile): readonly string[] =>
  lossesOf(before, after).map((loss) => {
    const what = loss.kind === 'program' ? loss.app.kind : 'id' in loss ? loss.id : loss.count;
    return `${loss.kind} ${what}`;
  });

describe('what an edit takes away', () => {
  it('is nothing where something is added, named anew, moved to another address or changed', () => {
    expect(told(town, addHost(town, null)!.town)).toEqual([]);
    expect(told(town, rename(town, 'A', 'home'))).toEqual([]);
    expect(told(town, rename(town, 'R1', 'gate'))).toEqual([]);
    expect(told(town, setAddress(town, 'B', '10.1.1.1'))).toEqual([]);
    expect(told(town, addApps(town, newApps(town, 'A', 'send'))!)).toEqual([]);
    expect(
      told(
        town,
        changeApp(town, 0, (app) => ({ ...app })),
      ),
    ).toEqual([]);
  });

  it('is a house with its road and its programs, a program, a road that another takes the place of', () => {
    expect(told(town, remove(town, { kind: 'host', id: 'A' }))).toEqual([
      'host A',
      'link A-R1',
      'program ping',
      'program traceroute',
    ]);
    expect(
      told(
        town,
        changeApp(town, 1, () => null),
      ),
    ).toEqual(['program traceroute']);
    expect(told(town, join(town, 'A', 'R2')!)).toEqual(['link A-R1']);
  });

  it('is the translation of a router that is gone, or whose NAT was switched off, with whom it let in', () => {
    const { id } = natRouter;
    const off = changeRouter(homeBehindNat.town, id, ({ nat: _nat, ...router }) => router);
    expect(lossesOf(homeBehindNat.town, off)).toEqual([
      { kind: 'nat', id, forwards: natRouter.nat!.forwards.length },
    ]);
    expect(told(homeBehindNat.town, remove(homeBehindNat.town, { kind: 'router', id }))).toContain(
      `nat ${id}`,
    );
  });

  it('is not the translation of a router whose road outside is gone: it stays as it was typed and waits', () => {
    const { outside } = natRouter.nat!;
    const cut = remove(homeBehindNat.town, { kind: 'link', id: outside });
    expect(told(homeBehindNat.town, cut)).toEqual([`link ${outside}`]);
    const { routers, links } = cut.experiment.town;
    const place = routers.findIndex(({ id }) => id === natRouter.id);
    expect(routers[place]!.nat).toEqual(natRouter.nat);
    // Once the other end has a road again, the translation is what is missing; the same road mends it by itself.
    const { from, to } = homeBehindNat.town.experiment.town.links.find(({ id }) => id === outside)!;
    const mended = join(cut, from, to)!;
    expect(mended.experiment.town.links.at(-1)!.id).toBe(outside);
    expect(townProblem(mended)).toBeNull();
    expect(links).toHaveLength(mended.experiment.town.links.length - 1);
  });

  it('is a detour over a road that is gone, and rows that lead over it', () => {
    const link = twoPaths.town.experiment.town.links.find((one) => one.detour)!;
    const manual = setRouting(twoPaths.town, 'manual');
    const after = remove(manual, { kind: 'link', id: link.detour! });
    expect(told(manual, after)).toContain(`detour ${link.id}`);
    expect(lossesOf(manual, after).filter(({ kind }) => kind === 'rows')).not.toEqual([]);
  });

  it('is rows by hand that the roads do not give, when those decide again', () => {
    const manual = setRouting(town, 'manual');
    expect(told(manual, setRouting(manual, 'auto'))).toEqual([]);
    const own = changeRouter(manual, 'R1', (router) => ({
      ...router,
      routes: [...router.routes, { prefix: '0.0.0.0/0', link: 'R1-R2' }],
    }));
    expect(lossesOf(own, setRouting(own, 'auto'))).toEqual([{ kind: 'rows', id: 'R1', count: 1 }]);
  });

  it('is what was done by hand to what is gone', () => {
    const cut = { kind: 'cutLink', atNs: 0, link: 'R1-R2' } as const;
    const touched = { ...town, experiment: { ...town.experiment, commands: [cut] } };
    expect(told(touched, remove(touched, { kind: 'link', id: 'R1-R2' }))).toEqual([
      'link R1-R2',
      'commands 1',
    ]);
  });
});
