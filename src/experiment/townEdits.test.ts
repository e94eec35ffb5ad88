import { describe, expect, it } from 'vitest';
import { newApps } from './newApp';
import { homeBehindNat } from './presets/homeBehindNat';
import { ping } from './presets/ping';
import { twoPaths } from './presets/twoPaths';
import { unreachable } from './reach';
import { addApps, changeLink, rename, setAddress, setRouting } from './townChanges';
import { addHost, addRouter, emptyTown, join, move, remove } from './townEdits';
import { type TownFile, townExperiment, townProblem } from './townFile';

const { town } = ping;
const linksOf = (file: TownFile): readonly string[] => file.experiment.town.links.map(({ id }) => id);
const hostOf = (file: TownFile, id: string) => file.experiment.town.hosts.find((host) => host.id === id);

describe('building', () => {
  it('puts a computer beside the nearest router, connected, with a free address of its network', () => {
    const built = addHost(town, 'R2')!;
    expect(hostOf(built.town, built.id)).toEqual({ id: 'C', address: '198.51.100.10', link: 'C-R2' });
    expect(townProblem(built.town)).toBeNull();
    expect(unreachable(built.town.experiment.town, 'C', '192.0.2.10')).toBeNull();
  });

  it('connects the second computer of an empty town to the first, and a router to whoever is alone', () => {
    const { town: _town, apps: _apps, ...settings } = town.experiment;
    const one = addHost(emptyTown('x', settings), null)!;
    expect(townProblem(one.town)).toEqual({ kind: 'unknownPlace', where: 'town.hosts[0].link' });
    const two = addHost(one.town, null)!;
    expect(townProblem(two.town)).toBeNull();
    expect(linksOf(two.town)).toEqual(['B-A']);
    expect(linksOf(addRouter(one.town, null)!.town)).toEqual(['R1-A']);
    // Between the two there is a road, which keeps what it is like.
    const three = addRouter(
      changeLink(two.town, 'B-A', (link) => ({ ...link, delayNs: 7 })),
      'A',
    )!.town;
    const ends = three.experiment.town.links.map(({ from, to, delayNs }) => [from, to, delayNs]);
    expect(ends).toEqual([
      ['B', 'R1', 7],
      ['R1', 'A', 5_000_000],
    ]);
    expect(townProblem(three)).toBeNull();
    expect(unreachable(three.experiment.town, 'A', hostOf(three, 'B')!.address)).toBeNull();
  });

  it('stops at the limits', () => {
    let full = town;
    for (let built = addHost(full, null); built; built = addHost(full, null)) full = built.town;
    expect(full.experiment.town.hosts).toHaveLength(30);
    expect(townProblem(full)).toBeNull();
  });

  it('gives a computer a new road in place of its old one, and no road twice', () => {
    const moved = join(town, 'A', 'R2')!;
    expect(linksOf(moved)).toEqual(['R1-R2', 'R2-B', 'A-R2']);
    expect(hostOf(moved, 'A')!.link).toBe('A-R2');
    expect(join(town, 'R1', 'R2')).toBeNull();
    expect(join(town, 'A', 'A')).toBeNull();
  });

  it('takes away what needs what is gone: roads, programs, rows, detours; a translation stays', () => {
    const alone = remove(town, { kind: 'host', id: 'A' });
    expect(linksOf(alone)).toEqual(['R1-R2', 'R2-B']);
    expect(alone.experiment.apps).toEqual([]);
    expect(alone.spots['A']).toBeUndefined();
    const detour = twoPaths.town.experiment.town.links.find((link) => link.detour)!;
    const straight = remove(twoPaths.town, { kind: 'link', id: detour.detour! });
    expect(straight.experiment.town.links.find(({ id }) => id === detour.id)!.detour).toBeUndefined();
    const router = homeBehindNat.town.experiment.town.routers.find(({ nat }) => nat)!;
    const cut = remove(homeBehindNat.town, { kind: 'link', id: router.nat!.outside });
    expect(cut.experiment.town.routers.find(({ id }) => id === router.id)!.nat).toEqual(router.nat);
  });

  it('keeps houses on the map', () => {
    expect(move(town, 'A', { x: -500, y: 9000 }).spots['A']).toEqual({ x: 60, y: 540 });
  });
});

describe('changing', () => {
  it('lets programs follow an address, in URLs too, unless two have it', () => {
    const browsing = addApps(town, newApps(town, 'A', 'browse'))!;
    const changed = setAddress(browsing, 'B', '10.9.9.9');
    const text = JSON.stringify(changed.experiment.apps);
    expect(text).toContain('http://10.9.9.9/');
    expect(text).not.toContain('198.51.100.20');
    expect(setAddress(changed, 'A', '10.9.9.9').experiment.apps).toEqual(changed.experiment.apps);
  });

  it('renames a house wherever it is named', () => {
    const renamed = rename(town, 'A', 'home');
    expect(JSON.stringify(renamed)).not.toContain('"A"');
    expect(townProblem(renamed)).toBeNull();
    expect(renamed.spots['home']).toEqual(town.spots['A']);
  });

  it('begins tables by hand with those that were worked out', () => {
    const manual = setRouting(town, 'manual');
    expect(townExperiment(manual)).toEqual(townExperiment(town));
    const slow = changeLink(manual, 'R1-R2', (link) => ({ ...link, delayNs: 1 }));
    expect(slow.experiment.town.routers).toEqual(manual.experiment.town.routers);
  });

  it('says where nothing can arrive', () => {
    const plan = remove(town, { kind: 'link', id: 'R1-R2' }).experiment.town;
    expect(unreachable(plan, 'A', '198.51.100.20')).toBe('noPath');
    expect(unreachable(plan, 'A', '203.0.113.1')).toBeNull();
    expect(unreachable(plan, 'A', '9.9.9.9')).toBe('nobody');
  });
});

describe('taking a road away', () => {
  it('keeps no rule about a road that is gone, nor one that leads over it', () => {
    const { town: paths } = twoPaths;
    const [link, other] = paths.experiment.town.links.filter(({ from, to }) => [from, to].includes('R1'));
    const where = { link: link!.id, direction: link!.from === 'R1' ? 0 : 1, role: 'piece' } as const;
    const rules = [
      { ...where, nth: 1, verdict: { kind: 'via', link: other!.id } },
      { ...where, nth: 2, verdict: { kind: 'drop' } },
    ] as const;
    const ruled = { ...paths, experiment: { ...paths.experiment, rules } };
    expect(townProblem(ruled)).toBeNull();
    const after = (id: string) => remove(ruled, { kind: 'link', id }).experiment.rules;
    expect(after(other!.id)).toEqual([rules[1]]);
    expect(after(link!.id)).toEqual([]);
  });
});
