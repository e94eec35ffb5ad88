import type { TFunction } from 'i18next';
import type { App, Host, Router, Transport } from '../../experiment/experiment';
import { FILTER_WORDS } from '../../trace/filterExpression';
import { isMessageRun } from '../../trace/messageRun';
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
  const ports = new Set(experiment.apps.flatMap((app) => portsOf(app, experiment.lanes)));
  const { hosts, routers } = experiment.town;
  // A street's two addresses are what its lines say; a town's lines say names.
  const termOf = isMessageRun(experiment)
    ? ({ address }: Host | Router) => `host ${address}`
    : ({ id }: Host | Router) => `host ${id}`;
  return [
    ...FIRST.map(word),
    ...[...ports].map((port) => ({ term: `port ${port}`, about: t('panels.filter.words.port', { port }) })),
    ...(isMessageRun(experiment) ? hosts : [...hosts, ...routers]).map((node) => ({
      term: termOf(node),
      about: t('panels.filter.words.host', { host: node.id }),
    })),
    ...OTHERS.map(word),
  ];
}

const DNS_PORT = 53;

/** The ports that others write to. */
function portsOf(app: App, lanes: readonly Transport[]): readonly number[] {
  switch (app.kind) {
    case 'receive':
      return app.transport ? [app.port[app.transport]] : lanes.map((lane) => app.port[lane]);
    case 'webServer':
    case 'streamServer':
    case 'echo':
      return [app.port];
    case 'nameServer':
    case 'resolver':
      return [DNS_PORT];
    default:
      return [];
  }
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
