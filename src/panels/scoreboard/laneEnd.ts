import { storyEndNs } from '../../trace/moments';
import type { LaneResult, Run } from '../../trace/run';

/** What the app's bytes are at the end, the strongest that is true. */
export type LaneMark =
  | { readonly kind: 'intact' | 'disordered' | 'doubled' | 'different' | 'empty' }
  | { readonly kind: 'missing' | 'gaveUp'; readonly number: number };

/** What a sender is told, or concludes, that has stopped trying. */
const SURRENDERS: ReadonlySet<string> = new Set(['gaveUp', 'appGaveUp']);

/** The mark of a finished lane. */
export function laneMark(lane: LaneResult): LaneMark {
  if (lane.sentBytes === 0) return { kind: 'empty' };
  if (lane.intact) return { kind: 'intact' };
  const number = lane.missingPieces.length;
  if (number > 0) return { kind: SURRENDERS.has(lane.senderTold) ? 'gaveUp' : 'missing', number };
  if (lane.overtakenPieces.length > 0) return { kind: 'disordered' };
  return { kind: lane.repeatedPieces.length > 0 ? 'doubled' : 'different' };
}

/**
 * When a viewer can know the mark: with the last byte if the message is whole, else when nothing of that lane is under
 * way any more. Null while the run is being computed.
 */
export function markNs(run: Run, lane: number): number | null {
  const result = run.result?.lanes[lane];
  const trace = run.traces[lane];
  if (!result || !trace) return null;
  if (result.intact && result.finishNs !== null) return result.finishNs;
  return storyEndNs({ ...run, traces: [trace] });
}
