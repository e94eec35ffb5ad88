import type { Session } from './session';

/** Short enough to be said aloud in a class. */
const SEEDS = 9999;

/** The same message and weather with other dice. */
export function newLuck(session: Session): void {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  session.restartWith({ seed: 1 + (random % SEEDS) });
}
