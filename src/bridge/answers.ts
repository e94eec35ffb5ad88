import { firstParts } from '../engine/firstParts';
import { needsFurtherParts } from '../engine/needsFurtherParts';
import type { Parts } from '../engine/parts';
import { handle } from './handle';
import type { RunRequest, WorkerMessage } from './protocol';

/**
 * What a worker has to answer. The newest request takes over from every older one, also from one whose parts of the
 * engine are still being fetched. Once they have come they stay.
 */
export class Answers {
  readonly #fetchAll: () => Promise<Parts>;
  readonly #onReady: () => void;
  #parts: Parts = firstParts;
  #newest: RunRequest | null = null;
  #steps: Iterator<WorkerMessage> | null = null;

  /** `fetchAll` brings the parts for any experiment; `onReady` is called when there is something to take. */
  constructor(fetchAll: () => Promise<Parts>, onReady: () => void) {
    this.#fetchAll = fetchAll;
    this.#onReady = onReady;
  }

  /** Begins another request. */
  begin(request: RunRequest): void {
    this.#newest = request;
    this.#steps = null;
    if (this.#parts === firstParts && needsFurtherParts(request.experiment)) void this.#beginLater(request);
    else this.#start(request);
  }

  /** The next message, or undefined when there is none for now. */
  take(): WorkerMessage | undefined {
    const step = this.#steps?.next();
    if (step && step.done !== true) return step.value;
    this.#steps = null;
    return undefined;
  }

  async #beginLater(request: RunRequest): Promise<void> {
    try {
      this.#parts = await this.#fetchAll();
    } catch (error) {
      const { runId } = request;
      const failed: WorkerMessage = { kind: 'failed', runId, message: String(error) };
      if (this.#newest === request) this.#ready([failed].values());
      return;
    }
    if (this.#newest === request) this.#start(request);
  }

  #start(request: RunRequest): void {
    this.#ready(handle(request, this.#parts));
  }

  #ready(steps: Iterator<WorkerMessage>): void {
    this.#steps = steps;
    this.#onReady();
  }
}
