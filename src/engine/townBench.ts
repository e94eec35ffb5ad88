import type { App, Experiment, Host, Link, Route, Router, Town } from '../experiment/experiment';
import { CLASSROOM_TCP } from '../experiment/tcpPresets';
import { CLEAR_WEATHER } from '../experiment/town';
import type { EventKind, EventOf, TraceEvent } from '../trace/event';
import type { Run } from '../trace/run';

const MS = 1_000_000;

/** A link of 10 ms that takes no time to put packets on, named by its ends. */
export function road(from: string, to: string, over: Partial<Link> = {}): Link {
  return {
    id: `${from}-${to}`,
    from,
    to,
    delayNs: 10 * MS,
    rateBps: 0,
    queuePackets: 1000,
    framingBytes: 0,
    weather: CLEAR_WEATHER,
    ...over,
  };
}

export const house = (id: string, address: string, link: string): Host => ({ id, address, link });

/** A router whose table is written `prefix>link`. */
export function post(id: string, address: string, ...table: readonly string[]): Router {
  const routes = table.map((row): Route => {
    const [prefix = '', link = ''] = row.split('>');
    return { prefix, link };
  });
  return { id, address, routes };
}

/** An experiment with these apps in a town, in the UDP lane alone. */
export function inTown(town: Town, apps: readonly App[], over: Partial<Experiment> = {}): Experiment {
  const tcp = CLASSROOM_TCP;
  return { version: 1, seed: 1, town, lanes: ['udp'], apps, tcp, rules: [], commands: [], ...over };
}

/** The events of one kind in the first lane. */
export function eventsOf<K extends EventKind>(run: Run, kind: K): readonly EventOf<K>[] {
  const trace = run.traces[0]!;
  return Array.from({ length: trace.eventCount }, (_, index): TraceEvent => trace.event(index)).filter(
    (event): event is Extract<TraceEvent, { kind: K }> => event.kind === kind,
  ) as unknown as readonly EventOf<K>[];
}
