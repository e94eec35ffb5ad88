import { buffersOf } from '../trace/trace';
import { handle } from './handle';
import type { RunRequest, WorkerMessage } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

let answers: Iterator<WorkerMessage> | null = null;
// A message to itself is the shortest way to let a newer request in between two batches.
const turns = new MessageChannel();

self.addEventListener('message', ({ data }: MessageEvent<RunRequest>) => {
  answers = handle(data);
  turns.port2.postMessage(null);
});

turns.port1.addEventListener('message', () => {
  const answer = answers?.next();
  if (!answer || answer.done) {
    answers = null;
    return;
  }
  const message = answer.value;
  self.postMessage(message, message.kind === 'batch' ? buffersOf(message.batch) : []);
  turns.port2.postMessage(null);
});
turns.port1.start();
