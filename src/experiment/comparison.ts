import { turn } from './interventions';
import type { Street, StreetCommand } from './street';

/** Which future stands beside the one that is shown. */
export type Comparison =
  | { readonly kind: 'none' }
  /**
   * What was done last is the other way round: it is not done, or it is if it is switched off now. `commands` are its
   * numbers in the street, if they are known: what was done last need not come last.
   */
  | { readonly kind: 'last'; readonly commands?: readonly number[] }
  /** The same of command number `command` of the street. */
  | { readonly kind: 'one'; readonly command: number }
  /** Nothing is done at all, or everything is if nothing is now. */
  | { readonly kind: 'all' }
  /** TCP has all its mechanisms. */
  | { readonly kind: 'mechanisms' };

/** What can be compared with a street. */
export function comparisonsOf({ commands, tcpChanges }: Street): readonly Comparison['kind'][] {
  const kinds: Comparison['kind'][] = [];
  if (commands.length > 0) kinds.push('last', 'one');
  if (commands.length > 1) kinds.push('all');
  if ((tcpChanges.without ?? []).length > 0) kinds.push('mechanisms');
  return [...kinds, 'none'];
}

/** The wish if it can be granted, else what comes nearest to it. */
export function possibleComparison(street: Street, wish: Comparison): Comparison {
  const kinds = comparisonsOf(street);
  if (kinds.includes(wish.kind) && commandsOf(wish).every((number) => street.commands[number])) return wish;
  if (kinds.includes('last')) return { kind: 'last' };
  return { kind: kinds.includes('mechanisms') ? 'mechanisms' : 'none' };
}

/** The commands that a wish names by their numbers. */
function commandsOf(wish: Comparison): readonly number[] {
  if (wish.kind === 'one') return [wish.command];
  return wish.kind === 'last' ? (wish.commands ?? []) : [];
}

/** Compares with what would be without what the later of two streets has and the earlier has not. */
export function withoutNews(before: Street, after: Street): Comparison {
  const news = after.commands.flatMap((one, number) => (before.commands.includes(one) ? [] : [number]));
  return news.length > 0 ? { kind: 'last', commands: news } : { kind: 'last' };
}

/** The street of the other future, or null when there is nothing to compare. */
export function otherStreet(street: Street, wish: Comparison): Street | null {
  const { commands } = street;
  const comparison = possibleComparison(street, wish);
  switch (comparison.kind) {
    case 'none':
      return null;
    case 'last':
      return { ...street, commands: turnSome(commands, comparison.commands ?? [commands.length - 1]) };
    case 'one':
      return { ...street, commands: turnSome(commands, [comparison.command]) };
    case 'all': {
      const isAnyOn = commands.some(({ isOff }) => !isOff);
      return {
        ...street,
        commands: commands.map((one) => ((one.isOff ?? false) === isAnyOn ? one : turn(one))),
      };
    }
    case 'mechanisms': {
      const { without: _, ...tcpChanges } = street.tcpChanges;
      return { ...street, tcpChanges };
    }
  }
}

function turnSome(commands: readonly StreetCommand[], numbers: readonly number[]): readonly StreetCommand[] {
  return commands.map((one, number) => (numbers.includes(number) ? turn(one) : one));
}
