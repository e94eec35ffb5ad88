import type { StartWorker } from '../bridge/simulator';
import type { RunRequest, WorkerMessage } from '../bridge/protocol';

let warm: Worker | null = null;

/** Has a worker load its script before there is anything to do for it. */
export function warmWorker(): void {
  warm = makeWorker();
  // One that could not be started is not to be given work.
  warm.addEventListener('error', () => (warm = null), { once: true });
}

/** Starts the engine off the page's thread. */
export const startWorker: StartWorker = (onMessage, onDeath) => {
  const worker = warm ?? makeWorker();
  warm = null;
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => onMessage(data));
  worker.addEventListener('messageerror', onDeath);
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onDeath();
  });
  return {
    send: (request: RunRequest) => worker.postMessage(request, []),
    terminate: () => worker.terminate(),
  };
};

function makeWorker(): Worker {
  return new Worker(new URL('../bridge/worker.ts', import.meta.url), { type: 'module' });
}
