import type { Problem } from '../../experiment/problem';
import type { Place } from '../../experiment/townEdits';
import type { TownFile } from '../../experiment/townFile';

/** A sentence of `builder.problem`, what fills its gap, and what it is about. */
export interface TownProblem {
  readonly key: 'empty' | 'noRoad' | 'addressTwice' | 'nameTwice' | 'portTwice' | 'wrongRow' | 'other';
  readonly name: string;
  readonly place: Place | null;
}

/** What is wrong with a town, and with which part of it. */
export function problemPlace({ kind, where }: Problem, { experiment }: TownFile): TownProblem {
  const { hosts, routers, links } = experiment.town;
  const [, list, digits] = /^(?:town\.)?(hosts|routers|links|apps)\[(\d+)\]/.exec(where) ?? [];
  const number = Number(digits);
  if (list === undefined)
    return { key: where === 'town.hosts' ? 'empty' : 'other', name: where, place: null };
  if (list === 'apps') {
    const host = experiment.apps[number]?.host ?? '';
    return {
      key: kind === 'duplicate' ? 'portTwice' : 'other',
      name: host,
      place: { kind: 'host', id: host },
    };
  }
  const place: Place =
    list === 'hosts'
      ? { kind: 'host', id: hosts[number]?.id ?? '' }
      : list === 'routers'
        ? { kind: 'router', id: routers[number]?.id ?? '' }
        : { kind: 'link', id: links[number]?.id ?? '' };
  return { key: keyOf(kind, where), name: place.id, place };
}

function keyOf(kind: Problem['kind'], where: string): TownProblem['key'] {
  if (where.endsWith('.address')) return kind === 'duplicate' ? 'addressTwice' : 'other';
  if (where.endsWith('.id')) return 'nameTwice';
  if (where.includes('.routes[')) return 'wrongRow';
  return where.startsWith('town.hosts') && where.endsWith('.link') ? 'noRoad' : 'other';
}
