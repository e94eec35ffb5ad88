import { toBase64 } from './base64';
import type { App, Experiment } from './experiment';

/** An experiment as plain JSON: the bytes of payloads in base64. `parseExperiment` reads it back to an equal value. */
export function experimentToJson(experiment: Experiment): Record<string, unknown> {
  return { ...experiment, apps: experiment.apps.map(appToJson) };
}

function appToJson(app: App): Record<string, unknown> {
  if ('pages' in app) {
    return { ...app, pages: app.pages.map((page) => ({ ...page, bytes: toBase64(page.bytes) })) };
  }
  if (app.kind !== 'send') return { ...app };
  return { ...app, payload: { ...app.payload, bytes: toBase64(app.payload.bytes) } };
}
