import * as v from 'valibot';
import { zonesSchema } from './nameAppSchemas';
import type { Zone } from './nameApps';
import type { Problem } from './problem';
import { problemOf } from './validate';
import { zoneProblems } from './zoneProblems';

/** Zones that were written by a person, or all that is wrong with them; places are as `[0].records[2].data`. */
export function checkZones(
  json: unknown,
):
  | { readonly zones: readonly Zone[]; readonly problems: readonly [] }
  | { readonly zones: null; readonly problems: readonly Problem[] } {
  const parsed = v.safeParse(zonesSchema, json);
  if (!parsed.success) return { zones: null, problems: parsed.issues.map(problemOf) };
  const problems = [...zoneProblems(parsed.output, '')];
  return problems.length === 0 ? { zones: parsed.output, problems: [] } : { zones: null, problems };
}
