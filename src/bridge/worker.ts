import { buffersOf } from '../trace/trace';
import { Answers } from './answers';
import type { RunRequest } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

// A message to itself is the shortest way to let a newer request in between two batches.
const turns = new MessageChannel();
const takeTurn = (): void => turns.port2.postMessage(null);
const answers = new Answers(async () => (await import('../engine/allParts')).allParts, takeTurn);

self.addEventListener('message', ({ data }: MessageEvent<RunRequest>) => answers.begin(data));

turns.port1.addEventListener('message', () => {
  const message = answers.take();
  if (!message) return;
  self.postMessage(message, message.kind === 'batch' ? buffersOf(message.batch) : []);
  takeTurn();
});
turns.port1.start();
