import { isTown, type Subject } from './subject';

/** The streets and towns a viewer came through; the present one is not among them. */
export interface History {
  /** The latest last. */
  readonly past: readonly Subject[];
  /** What was taken back, the next one first. */
  readonly future: readonly Subject[];
}

/** Where one step through the history leads. */
export interface HistoryStep {
  readonly history: History;
  readonly subject: Subject;
}

export const NO_HISTORY: History = { past: [], future: [] };

/** More steps back than this nobody takes. */
const MOST_STEPS = 100;

/** A new one follows the one that is `left`; what was taken back before is gone. */
export function remember({ past }: History, left: Subject): History {
  return { past: [...past, left].slice(-MOST_STEPS), future: [] };
}

/** Takes the latest change back; null when there is none. */
export function stepBack({ past, future }: History, present: Subject): HistoryStep | null {
  const subject = past.at(-1);
  return subject ? { subject, history: { past: past.slice(0, -1), future: [present, ...future] } } : null;
}

/** Makes the change that was taken back last once more; null when there is none. */
export function stepForward({ past, future }: History, present: Subject): HistoryStep | null {
  const [subject, ...rest] = future;
  return subject ? { subject, history: { past: [...past, present], future: rest } } : null;
}

/** Whether a moment of one means the same in the other: of streets only the road and what was done to it differ. */
export function sharesMoments(one: Subject, other: Subject): boolean {
  if (isTown(one) || isTown(other)) return false;
  const isSameMessage = one.payload === other.payload && one.pieceBytes === other.pieceBytes;
  const isSamePlace = one.ports.tcp === other.ports.tcp && one.ports.udp === other.ports.udp;
  return isSameMessage && isSamePlace && one.seed === other.seed;
}
