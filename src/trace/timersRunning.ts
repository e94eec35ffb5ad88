import type { Nanoseconds } from '../experiment/experiment';
import { type EventOf, type Timer, TIMERS } from './event';
import { countAtMost, follow } from './follow';
import type { Trace } from './trace';

/** A timer that runs: whose, since which `timerSet` event, until when. */
export interface RunningTimer {
  readonly timer: Timer;
  readonly place: number;
  readonly connection: number;
  readonly setBy: EventOf<'timerSet'>;
}

interface History {
  readonly times: Nanoseconds[];
  /** Events that set, cancelled or ended it. */
  readonly events: number[];
}

const timerHistories = follow<Map<string, History>, null>(
  () => new Map(),
  (histories, trace, number) => {
    const kind = trace.kindAt(number);
    if (kind !== 'timerSet' && kind !== 'timerCancelled' && kind !== 'timerExpired') return;
    const event = trace.event(number);
    if (event.kind !== 'timerSet' && event.kind !== 'timerCancelled' && event.kind !== 'timerExpired') return;
    const key = `${event.place}:${event.connection}:${event.timer}`;
    let history = histories.get(key);
    if (!history) histories.set(key, (history = { times: [], events: [] }));
    history.times.push(event.timeNs);
    history.events.push(number);
  },
);

/** The timers that run at `timeNs`, after all that happened by then, by what they wait for and then by host. */
export function timersRunningAt(trace: Trace, timeNs: Nanoseconds): readonly RunningTimer[] {
  const running: RunningTimer[] = [];
  for (const { times, events } of timerHistories(trace, null).values()) {
    const last = events[countAtMost(times, timeNs) - 1];
    const event = last === undefined ? null : trace.event(last);
    if (event?.kind !== 'timerSet') continue;
    const { place, connection } = event;
    running.push({ timer: TIMERS[event.timer]!, place, connection, setBy: event });
  }
  return running;
}
