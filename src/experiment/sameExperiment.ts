import type { Experiment } from './experiment';

/** Whether two experiments have the same trace; messages count as the same when their bytes are one and the same array. */
export function isSameExperiment(one: Experiment, other: Experiment): boolean {
  const ones = messagesOf(one);
  const others = messagesOf(other);
  const isSameMessage = ones.length === others.length && ones.every((bytes, i) => bytes === others[i]);
  return isSameMessage && withoutBytes(one) === withoutBytes(other);
}

function messagesOf({ apps }: Experiment): readonly Uint8Array[] {
  return apps.flatMap((app) => {
    if ('pages' in app) return app.pages.map(({ bytes }) => bytes);
    return app.kind === 'send' ? [app.payload.bytes] : [];
  });
}

function withoutBytes(experiment: Experiment): string {
  return JSON.stringify(experiment, (_key, value: unknown) =>
    value instanceof Uint8Array ? undefined : value,
  );
}
