import type { Experiment } from './experiment';

/** Whether two experiments have the same trace; messages count as the same when their bytes are one and the same array. */
export function isSameExperiment(one: Experiment, other: Experiment): boolean {
  const [text, messages] = parted(one);
  const [otherText, others] = parted(other);
  const isSameMessage =
    messages.length === others.length && messages.every((bytes, i) => bytes === others[i]);
  return isSameMessage && text === otherText;
}

/** Whether they are the same but for what a person did while they ran. */
export function isSameButCommands(one: Experiment, other: Experiment): boolean {
  return isSameExperiment({ ...one, commands: [] }, { ...other, commands: [] });
}

type Parted = readonly [text: string, messages: readonly Uint8Array[]];

const known = new WeakMap<Experiment, Parted>();

/** All but the bytes as text, and the bytes in their order; the runs that are kept are asked again and again. */
function parted(experiment: Experiment): Parted {
  let found = known.get(experiment);
  if (!found) {
    found = partsOf(experiment);
    known.set(experiment, found);
  }
  return found;
}

function partsOf(experiment: Experiment): Parted {
  const messages: Uint8Array[] = [];
  const text = JSON.stringify(experiment, (_key, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value;
    messages.push(value);
    return 'bytes';
  });
  return [text, messages];
}
