import * as v from 'valibot';
import { inconsistencyOf } from './consistency';
import type { Experiment } from './experiment';
import { experimentSchema } from './experimentSchema';
import { LIMITS } from './limits';
import { PROBLEM_KINDS, type Problem, type ProblemKind } from './problem';
import { type Street, streetExperiment } from './street';

export type ParsedExperiment =
  | { readonly ok: true; readonly experiment: Experiment }
  | { readonly ok: false; readonly problem: Problem };

const WHERE_CHARACTERS = 120;

/** Reads an experiment from JSON text, as a file holds it. */
export function parseExperimentText(text: string): ParsedExperiment {
  const json = parseJson(text);
  return json.ok ? parseExperiment(json.value) : json;
}

/** Any value from JSON text that is no longer than an experiment may be. */
export function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem } {
  const limit = LIMITS.experimentCharacters;
  if (text.length > limit) return { ok: false, problem: { kind: 'tooBig', where: '', limit } };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: { kind: 'notJson', where: '' } };
  }
}

/** Checks a value from outside; the inverse of `experimentToJson`. The first problem found is told. */
export function parseExperiment(json: unknown): ParsedExperiment {
  if (hasOtherVersion(json)) return { ok: false, problem: { kind: 'unknownVersion', where: 'version' } };
  const parsed = v.safeParse(experimentSchema, json, { abortEarly: true });
  if (!parsed.success) return { ok: false, problem: problemOf(parsed.issues[0]) };
  const problem = inconsistencyOf(parsed.output);
  return problem ? { ok: false, problem } : { ok: true, experiment: parsed.output };
}

/** What is wrong with a street made by hand on the page or in the shell (a message too long, say), or `null`. */
export function streetProblem(street: Street): Problem | null {
  // What is switched off may be switched on again.
  return inconsistencyOf({ ...streetExperiment(street), commands: street.commands });
}

function hasOtherVersion(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'version' in json && json.version !== 1;
}

/** Our machine-readable problem for the first issue that valibot found. */
export function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const where = pathOf(issue).slice(0, WHERE_CHARACTERS);
  const kind = kindOf(issue);
  const limited = kind === 'tooBig' || kind === 'outOfRange';
  return limited && typeof issue.requirement === 'number'
    ? { kind, where, limit: issue.requirement }
    : { kind, where };
}

function kindOf(issue: v.BaseIssue<unknown>): ProblemKind {
  const own = PROBLEM_KINDS.find((kind) => kind === issue.message);
  if (own) return own;
  switch (issue.type) {
    case 'min_value':
    case 'max_value':
    case 'min_length':
      return 'outOfRange';
    case 'max_length':
      return 'tooBig';
    case 'picklist':
    case 'variant':
    case 'literal':
      return 'unknownChoice';
    case 'strict_object':
      if (issue.expected === 'never') return 'unknownField';
      return issue.expected === 'Object' ? 'wrongType' : 'missingField';
    default:
      return 'wrongType';
  }
}

/** `town.links[2].rateBps` for the keys on the way to the issue. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
