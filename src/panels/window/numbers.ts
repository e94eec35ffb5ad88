import {
  type ConnectionSnapshot,
  LARGEST_WINDOW_BYTES,
  type Phase,
  PHASES,
  type Variable,
} from '../../trace/snapshot';
import { formatBytes, formatTime } from '../../ui/format';
import type { PanelWords } from '../useWords';

/** Sequence numbers in the window: counted from the sender's ISS, or as they stand in the headers. */
export interface Numbering {
  readonly isReal: boolean;
  /** The ISS of the end whose numbers these are. */
  readonly initialSequence: number;
}

/** The number at this offset from the ISS. */
export function sequenceText({ isReal, initialSequence }: Numbering, offset: number): string {
  return String(isReal ? (initialSequence + offset) >>> 0 : offset);
}

/** Variables that are sequence numbers, and the ISN that they count from. */
const COUNTED_FROM: Partial<Record<Variable, 'initialSendSequence' | 'initialReceiveSequence'>> = {
  sendUnacked: 'initialSendSequence',
  sendNext: 'initialSendSequence',
  receiveNext: 'initialReceiveSequence',
};

const TIMES: ReadonlySet<Variable> = new Set(['smoothedRttNs', 'rtoNs']);
const COUNTS: ReadonlySet<Variable> = new Set(['duplicateAcks']);

/** A variable's value as it is read: a number, an amount, a time or a word. */
export function valueText(
  { t, language }: PanelWords,
  variable: Variable,
  value: ConnectionSnapshot[Variable],
  snapshot: ConnectionSnapshot,
  isReal: boolean,
): string {
  if (typeof value === 'string') return isPhase(value) ? t(`windowPanel.phase.${value}`) : value;
  if (typeof value !== 'number') return '';
  const base = COUNTED_FROM[variable];
  if (base) return String(isReal ? value : (value - snapshot[base]) >>> 0);
  if (TIMES.has(variable)) {
    return value === 0 ? t('windowPanel.variables.none') : formatTime(value, language);
  }
  if (COUNTS.has(variable)) return String(value);
  return value >= LARGEST_WINDOW_BYTES ? t('windowPanel.variables.infinite') : formatBytes(value);
}

function isPhase(value: string): value is Phase {
  return PHASES.some((phase) => phase === value);
}
