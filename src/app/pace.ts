import type { Playback } from '../playback/playback';
import { openingSpeed } from '../playback/openingSpeed';
import { FILE_SPEED, FIRST_SPEED } from '../playback/speeds';
import type { Payload } from '../experiment/experiment';
import type { Run } from '../trace/run';
import { isTown, type Subject } from './subject';

/** So many times slower than at first can a town be looked at. */
const SLOWER = 8;

/** The speed at which what is opened plays, until a person chooses another. */
export class Pace {
  readonly #playback: Playback;
  /** The town's run has not told yet how fast things go there. */
  #isOpen = false;

  constructor(playback: Playback) {
    this.#playback = playback;
  }

  /** Another subject takes the place of `before`; `speed` is one that was asked for. */
  open(before: Subject, subject: Subject, speed: number | undefined): void {
    this.#isOpen = isTown(subject) && speed === undefined;
    if (speed !== undefined) this.#playback.setPace(speed, isTown(subject) ? speed / SLOWER : undefined);
    else if (isTown(before) && !isTown(subject)) this.#playback.setPace(paceOf(subject.payload));
  }

  /** A message of another kind: hundreds of pieces at a speed made for a dozen would take the viewer's patience. */
  send(before: Payload, payload: Payload): void {
    if (paceOf(before) !== paceOf(payload)) this.#playback.setSpeed(paceOf(payload));
  }

  /** More of the run has come. */
  show(run: Run): void {
    // A town that is being built says nothing of its pace until something moves in it.
    if (!this.#isOpen || run.traces.every(({ packetCount }) => packetCount === 0)) return;
    const speed = openingSpeed(run);
    this.#playback.setPace(speed, speed / SLOWER);
    this.#isOpen = run.result === null;
  }
}

function paceOf({ kind }: Payload): number {
  return kind === 'text' ? FIRST_SPEED : FILE_SPEED;
}
