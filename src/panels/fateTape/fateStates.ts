import type { PieceFate } from '../../trace/fates';

/** What can happen to a piece; more than one can. */
export type FateState = 'loss' | 'delay' | 'duplicate' | 'corrupt';

/** Everything that happened to a piece, the gravest first; nothing when it went well. */
export function fateStates({ loss, delayNs, duplicate, corrupt }: PieceFate): readonly FateState[] {
  const states: FateState[] = [];
  if (loss) states.push('loss');
  if (corrupt) states.push('corrupt');
  if (delayNs > 0) states.push('delay');
  if (duplicate) states.push('duplicate');
  return states;
}

/** Nothing happened to it, in any lane. */
export function isPlain(fate: PieceFate): boolean {
  return !fate.unsettled && fateStates(fate).length === 0;
}
