import type { Problem } from '../../experiment/problem';
import type { Place } from '../../experiment/townEdits';
import type { TownFile } from '../../experiment/townFile';

/** Sentences of `builder.problem`. */
type TownProblemKey =
  | 'empty'
  | 'noRoad'
  | 'addressTwice'
  | 'nameTwice'
  | 'portTwice'
  | 'pingTwice'
  | 'wrongRow'
  | 'rowTwice'
  | 'natOutside'
  | 'forwardTwice'
  | 'detour'
  | 'loose'
  | 'zones'
  | 'tooBig'
  | 'homeless'
  | 'rule'
  | 'command'
  | 'other';

/** A sentence of `builder.problem`, what fills its gap, and what it is about. */
export interface TownProblem {
  readonly key: TownProblemKey;
  readonly name: string;
  readonly place: Place | null;
}

/** What is wrong with a town, and with which part of it. */
export function problemPlace({ kind, where }: Problem, { experiment }: TownFile): TownProblem {
  const { hosts, routers, links } = experiment.town;
  const [, list, digits] = /^(?:town\.)?(hosts|routers|links|apps|rules|commands)\[(\d+)\]/.exec(where) ?? [];
  const number = Number(digits);
  const at = (key: TownProblemKey, place: Place | null): TownProblem => ({
    key,
    name: place?.id ?? where,
    place,
  });
  switch (list) {
    case 'hosts':
      return at(keyOf(kind, where), { kind: 'host', id: hosts[number]?.id ?? '' });
    case 'routers':
      return at(keyOf(kind, where), { kind: 'router', id: routers[number]?.id ?? '' });
    case 'links':
      return at(linkKey(where), { kind: 'link', id: links[number]?.id ?? '' });
    case 'apps': {
      const id = experiment.apps[number]?.host ?? '';
      const key = appKey(kind, where);
      // Where nobody is there is nothing to be shown.
      return key === 'homeless' ? { key, name: id, place: null } : at(key, { kind: 'host', id });
    }
    case 'rules':
      return { key: 'rule', name: String(number + 1), place: null };
    case 'commands':
      return { key: 'command', name: String(number + 1), place: null };
    default:
      return at(where === 'town.hosts' ? 'empty' : 'other', null);
  }
}

function keyOf(kind: Problem['kind'], where: string): TownProblemKey {
  if (where.endsWith('.address')) return kind === 'duplicate' ? 'addressTwice' : 'other';
  if (where.endsWith('.id')) return 'nameTwice';
  if (where.includes('.routes[')) return where.endsWith('.prefix') ? 'rowTwice' : 'wrongRow';
  if (where.endsWith('.nat.outside')) return 'natOutside';
  if (where.includes('.nat.forwards[')) return 'forwardTwice';
  return where.startsWith('town.hosts') && where.endsWith('.link') ? 'noRoad' : 'other';
}

function linkKey(where: string): TownProblemKey {
  if (where.endsWith('.detour')) return 'detour';
  return where.endsWith('.id') ? 'nameTwice' : 'loose';
}

function appKey(kind: Problem['kind'], where: string): TownProblemKey {
  if (where.endsWith('.host')) return 'homeless';
  if (where.includes('.zones')) return 'zones';
  if (kind === 'tooBig') return 'tooBig';
  if (kind !== 'duplicate') return 'other';
  return where.endsWith('.identifier') ? 'pingTwice' : 'portTwice';
}
