import type { TFunction } from 'i18next';
import { FILTER_WORDS } from '../../trace/filterExpression';
import type { Run } from '../../trace/run';

/** A term that can be put into the filter, and what it finds. */
export interface Suggestion {
  readonly term: string;
  readonly about: string;
}

/** What most people look for first. */
const FIRST = ['loss', 'retransmission', 'dupack', 'syn', 'tcp', 'udp'] as const;
const OTHERS = FILTER_WORDS.filter((word) => !FIRST.some((first) => first === word));

/** Everything that can be asked of this run, the usual first. */
export function suggestionsFor(t: TFunction, { experiment }: Run): readonly Suggestion[] {
  const word = (term: (typeof FILTER_WORDS)[number]): Suggestion => ({
    term,
    about: t(`panels.filter.words.${term}`),
  });
  const ports = new Set(
    experiment.apps.flatMap((app) =>
      app.kind === 'receive' ? experiment.lanes.map((lane) => app.port[lane]) : [],
    ),
  );
  return [
    ...FIRST.map(word),
    ...[...ports].map((port) => ({ term: `port ${port}`, about: t('panels.filter.words.port', { port }) })),
    ...experiment.town.hosts.map(({ id, address }) => ({
      term: `host ${address}`,
      about: t('panels.filter.words.host', { host: id }),
    })),
    ...OTHERS.map(word),
  ];
}

/** The part of a filter that is being typed: what comes after the last space, parenthesis or `!`. */
const TYPED = /[^\s()!]*$/u;

/** Those that begin with what is being typed, or say it in the viewer's own words. */
export function fittingSuggestions(all: readonly Suggestion[], filter: string): readonly Suggestion[] {
  const typed = (TYPED.exec(filter)?.[0] ?? '').toLowerCase();
  if (typed === '') return all;
  return all.filter(
    ({ term, about }) => term !== typed && (term.startsWith(typed) || about.toLowerCase().includes(typed)),
  );
}

/** The filter with the term in place of what was being typed. */
export function withSuggestion(filter: string, { term }: Suggestion): string {
  return `${filter.replace(TYPED, '')}${term} `;
}
