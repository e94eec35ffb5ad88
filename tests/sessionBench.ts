import { handle } from '../src/bridge/handle';
import type { SimulationWorker, StartWorker } from '../src/bridge/simulator';
import { allParts } from '../src/engine/allParts';
import { defaultStreet } from '../src/experiment/street';
import { Session } from '../src/app/session';
import { createViewStore } from '../src/app/viewStore';

/** A town whose workers answer when told to; `asked` counts what they were asked for. */
export function stand() {
  const waiting: (() => void)[] = [];
  let asked = 0;
  const startWorker: StartWorker = (onMessage): SimulationWorker => ({
    send: (request) => {
      asked += 1;
      waiting.push(() =>
        [...handle(request, allParts)].forEach((message) => onMessage(structuredClone(message))),
      );
    },
    terminate: () => {},
  });
  const session = new Session(defaultStreet('en'), createViewStore('en', 'light'), startWorker);
  const work = (): void => {
    // Done with this future, the town may want the other one.
    while (waiting.length > 0) waiting.shift()!();
  };
  session.open(defaultStreet('en'), { atNs: 0, isPlaying: false });
  work();
  return { session, work, asked: () => asked, now: () => session.experiment.getState() };
}
