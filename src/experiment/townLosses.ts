import type { App, Router } from './experiment';
import { type TownFile, townExperiment } from './townFile';

/** Something that a town had before an edit and has no more. */
export type Loss =
  | { readonly kind: 'host' | 'router' | 'link'; readonly id: string }
  | { readonly kind: 'program'; readonly app: App }
  /** A router translates no more; it let in so many. */
  | { readonly kind: 'nat'; readonly id: string; readonly forwards: number }
  /** Of a road: what is late takes no other road any more. */
  | { readonly kind: 'detour'; readonly id: string }
  /** Rows of a table that was written by hand. */
  | { readonly kind: 'rows'; readonly id: string; readonly count: number }
  /** What was to befall packets, and what hands did. */
  | { readonly kind: 'rules' | 'commands'; readonly count: number };

/** All that an edit took away: what it was meant to, and whatever had to go with it. A renamed house is not gone. */
export function lossesOf(before: TownFile, after: TownFile): readonly Loss[] {
  const [was, is] = [before.experiment, after.experiment];
  return [
    ...goneFrom(was.town.hosts, is.town.hosts).map(({ id }): Loss => ({ kind: 'host', id })),
    ...goneFrom(was.town.routers, is.town.routers).map(({ id }): Loss => ({ kind: 'router', id })),
    ...goneFrom(was.town.links, is.town.links, isNoLonger).map(({ id }): Loss => ({ kind: 'link', id })),
    ...programsGone(was.apps, is.apps).map((app): Loss => ({ kind: 'program', app })),
    ...was.town.routers.flatMap((router, i) => translationGone(router, sameIn(is.town.routers, router, i))),
    ...detoursGone(before, after),
    ...rowsGone(before, after),
    ...fewer('rules', was.rules.length - is.rules.length),
    ...fewer('commands', was.commands.length - is.commands.length),
  ];
}

interface Named {
  readonly id: string;
}

/** A house whose name changed keeps its place in a list that is as long as before; a road keeps its name. */
function goneFrom<One extends Named>(
  before: readonly One[],
  after: readonly One[],
  isGone = before.length > after.length ? isNoLonger : () => false,
): readonly One[] {
  return before.filter((one) => isGone(one, after));
}

function isNoLonger({ id }: Named, after: readonly Named[]): boolean {
  return !after.some((one) => one.id === id);
}

function sameIn<One extends Named>(after: readonly One[], { id }: Named, index: number): One | undefined {
  return after.find((one) => one.id === id) ?? after[index];
}

/** An app that was changed is another one, in the place of the one before. */
function programsGone(before: readonly App[], after: readonly App[]): readonly App[] {
  const kept = new Set(after);
  return before.length > after.length ? before.filter((app) => !kept.has(app)) : [];
}

function translationGone({ id, nat }: Router, after: Router | undefined): readonly Loss[] {
  return nat && !after?.nat ? [{ kind: 'nat', id, forwards: nat.forwards.length }] : [];
}

/** What a person took away in its own field is no news. */
function detoursGone(before: TownFile, after: TownFile): readonly Loss[] {
  const { links } = after.experiment.town;
  return before.experiment.town.links.flatMap(({ id, detour }): readonly Loss[] => {
    const now = links.find((link) => link.id === id);
    const isGone = detour !== undefined && isNoLonger({ id: detour }, links);
    return now && isGone && now.detour === undefined ? [{ kind: 'detour', id }] : [];
  });
}

/** Rows that lead over a road that is gone, and all that are not worked out from the roads once those decide. */
function rowsGone(before: TownFile, after: TownFile): readonly Loss[] {
  if (before.routing === 'auto') return [];
  const { routers, links } = townExperiment(after).town;
  return before.experiment.town.routers.flatMap(({ id, routes }): readonly Loss[] => {
    const now = routers.find((router) => router.id === id);
    const gone = routes.filter(({ prefix, link }) =>
      after.routing === 'auto'
        ? !now?.routes.some((row) => row.prefix === prefix && row.link === link)
        : isNoLonger({ id: link }, links),
    );
    return now && gone.length > 0 ? [{ kind: 'rows', id, count: gone.length }] : [];
  });
}

function fewer(kind: 'rules' | 'commands', count: number): readonly Loss[] {
  return count > 0 ? [{ kind, count }] : [];
}
