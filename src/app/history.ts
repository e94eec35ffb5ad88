import type { Street } from '../experiment/street';

/** The streets a viewer came through; the present one is not among them. */
export interface History {
  /** The latest last. */
  readonly past: readonly Street[];
  /** What was taken back, the next one first. */
  readonly future: readonly Street[];
}

/** Where one step through the history leads. */
export interface HistoryStep {
  readonly history: History;
  readonly street: Street;
}

export const NO_HISTORY: History = { past: [], future: [] };

/** More steps back than this nobody takes. */
const MOST_STEPS = 100;

/** A new street follows the one that is `left`; what was taken back before is gone. */
export function remember({ past }: History, left: Street): History {
  return { past: [...past, left].slice(-MOST_STEPS), future: [] };
}

/** Takes the latest change back; null when there is none. */
export function stepBack({ past, future }: History, present: Street): HistoryStep | null {
  const street = past.at(-1);
  return street ? { street, history: { past: past.slice(0, -1), future: [present, ...future] } } : null;
}

/** Makes the change that was taken back last once more; null when there is none. */
export function stepForward({ past, future }: History, present: Street): HistoryStep | null {
  const [street, ...rest] = future;
  return street ? { street, history: { past: [...past, present], future: rest } } : null;
}

/** Whether a moment of one street means the same in the other: only the road and what was done to it differ. */
export function sharesMoments(one: Street, other: Street): boolean {
  const isSameMessage = one.payload === other.payload && one.pieceBytes === other.pieceBytes;
  const isSamePlace = one.ports.tcp === other.ports.tcp && one.ports.udp === other.ports.udp;
  return isSameMessage && isSamePlace && one.seed === other.seed;
}
