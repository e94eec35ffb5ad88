import { toBase64 } from './base64';
import type { Experiment } from './experiment';

/** An experiment as plain JSON: all bytes in base64. `parseExperiment` reads it back to an equal value. */
export function experimentToJson(experiment: Experiment): Record<string, unknown> {
  return plain(experiment) as Record<string, unknown>;
}

/** The same value with text in place of bytes, wherever they are. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return toBase64(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
