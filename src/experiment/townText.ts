import * as v from 'valibot';
import { experimentToJson } from './experimentJson';
import { experimentSchema } from './experimentSchema';
import { LIMITS } from './limits';
import { isRecord } from './linkNames';
import type { Problem } from './problem';
import { textSchema } from './schema';
import { MAP_HEIGHT, MAP_WIDTH, type Spot } from './spot';
import { spotsFor } from './spotsFor';
import type { TownFile } from './townFile';
import { parseJson, problemOf } from './validate';

export type ParsedTown =
  /** `isBare`: made of an experiment that says nothing of a town's name and places. */
  | { readonly ok: true; readonly town: TownFile; readonly isBare?: true }
  | { readonly ok: false; readonly problem: Problem };

const spotSchema: v.GenericSchema<unknown, Spot> = v.strictObject({
  x: v.pipe(v.number(), v.minValue(0), v.maxValue(MAP_WIDTH)),
  y: v.pipe(v.number(), v.minValue(0), v.maxValue(MAP_HEIGHT)),
});

const townFileSchema: v.GenericSchema<unknown, TownFile> = v.strictObject({
  version: v.literal(1),
  kind: v.literal('town'),
  name: textSchema(LIMITS.nameCharacters),
  spots: v.record(v.string(), spotSchema),
  routing: v.picklist(['auto', 'manual']),
  experiment: experimentSchema,
});

/** Reads a town from JSON text, as a file holds it; a bare experiment becomes a town of that name. */
export function parseTownText(text: string, name: string): ParsedTown {
  const json = parseJson(text);
  return json.ok ? parseTownFile(json.value, name) : json;
}

/**
 * Checks the shape of a value from outside; the inverse of `townFileToJson`. A bare experiment is a town with its own
 * tables. What is impossible about a well-shaped town is for `townProblem` to say: it may still be opened and mended.
 */
export function parseTownFile(json: unknown, name: string): ParsedTown {
  if (isRecord(json) && 'version' in json && json['version'] !== 1) {
    return { ok: false, problem: { kind: 'unknownVersion', where: 'version' } };
  }
  if (isRecord(json) && 'apps' in json) return bareTown(json, name);
  const parsed = v.safeParse(townFileSchema, json, { abortEarly: true });
  if (!parsed.success) return { ok: false, problem: problemOf(parsed.issues[0]) };
  return { ok: true, town: withAllSpots(parsed.output) };
}

/** A town as plain JSON. */
export function townFileToJson(town: TownFile): Record<string, unknown> {
  return { ...town, experiment: experimentToJson(town.experiment) };
}

function bareTown(json: Record<string, unknown>, name: string): ParsedTown {
  const parsed = v.safeParse(experimentSchema, json, { abortEarly: true });
  if (!parsed.success) return { ok: false, problem: problemOf(parsed.issues[0]) };
  const town: TownFile = {
    version: 1,
    kind: 'town',
    name: name.slice(0, LIMITS.nameCharacters),
    spots: {},
    routing: 'manual',
    experiment: parsed.output,
  };
  return { ok: true, town: withAllSpots(town), isBare: true };
}

/** Every house has a place, and nothing else has one. */
function withAllSpots(town: TownFile): TownFile {
  const { hosts, routers } = town.experiment.town;
  const ids = [...hosts, ...routers].map(({ id }) => id);
  const known = new Map(Object.entries(town.spots));
  if (ids.length === known.size && ids.every((id) => known.has(id))) return town;
  const found = spotsFor(town.experiment.town);
  return { ...town, spots: Object.fromEntries(ids.map((id) => [id, known.get(id) ?? found.get(id)!])) };
}
