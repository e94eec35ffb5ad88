import type { TFunction } from 'i18next';
import type { LaneComparison, Pair } from '../../trace/compareRuns';
import { formatTime } from '../../ui/format';
import type { PanelWords } from '../useWords';

/** What is different for the receiver of a lane, in plain words, the weightiest first; empty when the futures are the same. */
export function differencesOf({ t, language }: PanelWords, lane: LaneComparison): readonly string[] {
  if (!lane.divergence) return [];
  const told = [
    ...deliveryWords(t, lane),
    ...finishWords(t, lane.finishNs, (timeNs) => formatTime(timeNs, language)),
    ...againWords(t, lane.retransmissions),
  ];
  return told.length > 0 ? told : [t('hands.compare.sameEnd')];
}

function deliveryWords(t: TFunction, { missingOnly, intact, delivered }: LaneComparison): readonly string[] {
  if (delivered.here === 0 && delivered.there > 0) return [t('hands.compare.neverHere')];
  if (delivered.there === 0 && delivered.here > 0) return [t('hands.compare.neverThere')];
  const words = [
    ...(missingOnly.here.length > 0 ? [t('hands.compare.missing', { list: listOf(missingOnly.here) })] : []),
    ...(missingOnly.there.length > 0 ? [t('hands.compare.found', { list: listOf(missingOnly.there) })] : []),
  ];
  if (words.length > 0 || intact.here === intact.there) return words;
  return [t(intact.here ? 'hands.compare.wholeHere' : 'hands.compare.brokenHere')];
}

function finishWords(
  t: TFunction,
  { here, there }: Pair<number | null>,
  format: (timeNs: number) => string,
): readonly string[] {
  if (here === null || there === null || here === there) return [];
  const time = format(Math.abs(here - there));
  return [t(here > there ? 'hands.compare.later' : 'hands.compare.earlier', { time })];
}

function againWords(t: TFunction, { here, there }: Pair<number>): readonly string[] {
  if (here === there) return [];
  const count = Math.abs(here - there);
  return [t(here > there ? 'hands.compare.againMore' : 'hands.compare.againLess', { count })];
}

/** More pieces than this are not listed one by one. */
const LISTED = 5;

/** Pieces as people count them. */
function listOf(pieces: readonly number[]): string {
  const shown = pieces.slice(0, LISTED).map((piece) => piece + 1);
  return `${shown.join(', ')}${pieces.length > LISTED ? ' …' : ''}`;
}
