import type { Experiment, Nanoseconds, NodeId, Town } from '../../experiment/experiment';
import { type EventOf, type Timer, TIMERS, type TraceEvent } from '../../trace/event';
import { follow } from '../../trace/follow';
import type { TcpState } from '../../trace/snapshot';
import { townIndex } from '../../trace/townIndex';
import type { Trace } from '../../trace/trace';
import { placesBetween } from './placesBetween';

/** Something that happened at an end and stands beside its life line. */
export type LifeNote = {
  readonly timeNs: Nanoseconds;
  /** The node at which it happened, and its life line: 0 for the left one. */
  readonly place: number;
  readonly side: 0 | 1;
  readonly spot?: NoteSpot;
} & (
  | { readonly kind: 'state'; readonly state: TcpState }
  /** A timer ran out, `afterNs` after it was set. */
  | { readonly kind: 'timer'; readonly timer: Timer; readonly afterNs: Nanoseconds }
);

/** A retransmission or persist timer that runs, drawn along the life line. */
export interface TimerSpan {
  readonly place: number;
  readonly side: 0 | 1;
  readonly spot?: NoteSpot;
  readonly startNs: Nanoseconds;
  /** Infinity while it runs. */
  readonly endNs: Nanoseconds;
  readonly ending: 'running' | 'cancelled' | 'expired';
}

/** Where it stands in a ladder of many columns. */
export interface NoteSpot {
  /** 0 for the first column, 1 for the last. */
  readonly x: number;
  /** Gaps, each right of the column of its number, in which it takes room. */
  readonly gaps: readonly number[];
  /** Words stand left of it. */
  readonly isLeft: boolean;
}

interface NoteIndex {
  readonly sides: readonly (0 | 1)[];
  readonly states: Map<string, TcpState>;
  readonly notes: LifeNote[];
  readonly spans: TimerSpan[];
  /** Position in `spans`, or -1 for a timer that has none, and when it was set. */
  readonly running: Map<string, { readonly span: number; readonly setNs: Nanoseconds }>;
}

const noteIndex = follow<NoteIndex, Town>(
  (_trace, town) => ({
    sides: placesBetween(town).map((x) => (x < 0.5 ? 0 : 1)),
    states: new Map(),
    notes: [],
    spans: [],
    running: new Map(),
  }),
  (index, trace, number) => {
    switch (trace.kindAt(number)) {
      case 'connectionChanged':
      case 'timerSet':
      case 'timerCancelled':
      case 'timerExpired':
        return addEvent(index, trace, trace.event(number));
      default:
        return undefined;
    }
  },
);

/** What stands beside the life lines of a lane: changes of state and timers that ran out in order of time, and timers that run. */
export function lifeNotesOf(
  trace: Trace,
  town: Town,
): { readonly notes: readonly LifeNote[]; readonly spans: readonly TimerSpan[] } {
  return noteIndex(trace, town);
}

/** These bring something to be sent again, so their running is drawn. */
const DRAWN: ReadonlySet<Timer> = new Set<Timer>(['retransmission', 'persist']);

function addEvent(index: NoteIndex, trace: Trace, event: TraceEvent): void {
  switch (event.kind) {
    case 'connectionChanged':
      return addState(index, trace, event);
    case 'timerSet':
      endTimer(index, event, 'cancelled');
      return setTimer(index, event);
    case 'timerCancelled':
      endTimer(index, event, 'cancelled');
      return undefined;
    case 'timerExpired': {
      const setNs = endTimer(index, event, 'expired') ?? event.timeNs;
      const timer = TIMERS[event.timer]!;
      index.notes.push({ ...placeOf(index, event), kind: 'timer', timer, afterNs: event.timeNs - setNs });
      return undefined;
    }
    default:
      return undefined;
  }
}

function addState(index: NoteIndex, trace: Trace, event: EventOf<'connectionChanged'>): void {
  const connection = `${event.place}:${event.connection}`;
  const { state } = trace.snapshot(event.snapshot);
  if (state === (index.states.get(connection) ?? 'CLOSED')) return;
  index.states.set(connection, state);
  const note: LifeNote = { ...placeOf(index, event), kind: 'state', state };
  const last = index.notes.at(-1);
  // The socket that a SYN makes is a copy of the one that listens: it has not listened itself.
  if (last?.kind === 'state' && last.state === 'LISTEN' && last.timeNs === note.timeNs) index.notes.pop();
  index.notes.push(note);
}

type TimerEvent = EventOf<'timerSet'> | EventOf<'timerCancelled'> | EventOf<'timerExpired'>;

function setTimer(index: NoteIndex, event: EventOf<'timerSet'>): void {
  const isDrawn = DRAWN.has(TIMERS[event.timer]!);
  index.running.set(timerKey(event), { span: isDrawn ? index.spans.length : -1, setNs: event.timeNs });
  if (!isDrawn) return;
  const { timeNs: startNs, ...where } = placeOf(index, event);
  index.spans.push({ ...where, startNs, endNs: Number.POSITIVE_INFINITY, ending: 'running' });
}

/** Ends a timer that runs, and answers when it was set. */
function endTimer(
  index: NoteIndex,
  event: TimerEvent,
  ending: 'cancelled' | 'expired',
): Nanoseconds | undefined {
  const key = timerKey(event);
  const running = index.running.get(key);
  index.running.delete(key);
  const span = running && index.spans[running.span];
  if (span) index.spans[running.span] = { ...span, endNs: event.timeNs, ending };
  return running?.setNs;
}

function timerKey({ place, connection, timer }: TimerEvent): string {
  return `${place}:${connection}:${timer}`;
}

function placeOf(
  { sides }: NoteIndex,
  { timeNs, place }: { readonly timeNs: number; readonly place: number },
) {
  return { timeNs, place, side: sides[place] ?? 0 } as const;
}

/** The same beside these columns; what happened elsewhere is left out. */
export function notesBeside(
  trace: Trace,
  experiment: Pick<Experiment, 'town'>,
  columns: readonly NodeId[],
): { readonly notes: readonly LifeNote[]; readonly spans: readonly TimerSpan[] } {
  const { nodes } = townIndex(experiment);
  const spots = nodes.map((id) => spotOf(columns.indexOf(id), columns.length - 1));
  const beside = <T extends LifeNote | TimerSpan>(all: readonly T[]): readonly T[] =>
    all.flatMap((one) => {
      const spot = spots[one.place];
      return spot ? [{ ...one, spot }] : [];
    });
  const { notes, spans } = lifeNotesOf(trace, experiment.town);
  return { notes: beside(notes), spans: beside(spans) };
}

function spotOf(column: number, last: number): NoteSpot | null {
  if (column < 0) return null;
  const isLeft = column === last && last > 0;
  const gaps = [column - 1, column].filter((gap) => gap >= 0 && gap < last);
  return { x: column / Math.max(1, last), gaps: isLeft ? gaps : gaps.toReversed(), isLeft };
}
