import type { Nanoseconds } from '../../experiment/experiment';
import { countAtMost, follow } from '../../trace/follow';
import { mappingOf } from '../../trace/natMappings';
import type { Run } from '../../trace/run';
import type { Trace } from '../../trace/trace';
import { centreOf } from '../camera';
import { edgeTowards } from '../noteSpot';
import type { Point } from '../plan';
import { tempoOf } from '../tempo';
import type { MapPlan } from './mapTypes';

/** What a machine did with a packet just now: two numbers say the rest. */
interface Done {
  readonly kind: 'rewritten' | 'cut' | 'joined';
  readonly node: number;
  readonly timeNs: Nanoseconds;
  readonly packet: number;
  /** The port on the label before and after; how many fragments, twice. */
  readonly from: number;
  readonly to: number;
}

/** A note beside the machine that did it, for as long as it takes to be seen. */
export interface MapNote extends Point, Pick<Done, 'kind' | 'from' | 'to'> {
  readonly key: string;
  readonly opacity: number;
  /** Where the machine is that it speaks of. */
  readonly tip: Point;
}

/** So many notes are seen at once. */
export const MOST_NOTES = 6;

interface Index {
  readonly done: Done[];
  readonly times: Nanoseconds[];
}

const followed = follow<Index, null>(() => ({ done: [], times: [] }), addEvent);

function addEvent(index: Index, trace: Trace, number: number): void {
  const kind = trace.kindAt(number);
  if (kind !== 'packetRewritten' && kind !== 'packetFragmented' && kind !== 'packetReassembled') return;
  const event = trace.event(number);
  const add = (done: Pick<Done, 'kind' | 'from' | 'to'>, node: number, packet: number): void => {
    index.done.push({ ...done, node, packet, timeNs: event.timeNs });
    index.times.push(event.timeNs);
  };
  if (event.kind === 'packetRewritten') {
    const { inside, outside } = mappingOf(trace, event.place, event.mapping);
    const isOut = event.reason.kind === 'natOutbound';
    const [from, to] = isOut ? [inside.port, outside.port] : [outside.port, inside.port];
    add({ kind: 'rewritten', from, to }, event.place, event.packet);
  } else if (event.kind === 'packetReassembled') {
    add({ kind: 'joined', from: event.fragments, to: event.fragments }, event.place, event.packet);
  } else if (event.kind === 'packetFragmented') {
    const last = index.done.at(-1);
    // The pieces of one packet come one after the other.
    const isMore = last?.kind === 'cut' && last.packet === event.packet && last.timeNs === event.timeNs;
    if (isMore) index.done[index.done.length - 1] = { ...last, from: last.from + 1, to: last.to + 1 };
    else add({ kind: 'cut', from: 1, to: 1 }, event.place, event.packet);
  }
}

/** What machines have done with packets just before `timeNs`: the latest at each machine. */
export function notesAt(run: Run, plan: MapPlan, timeNs: Nanoseconds): readonly MapNote[] {
  const { fallNs } = tempoOf(run.experiment);
  const latest = new Map<number, MapNote>();
  run.traces.forEach((trace, lane) => {
    const { done, times } = followed(trace, null);
    for (let i = countAtMost(times, timeNs - fallNs); i < countAtMost(times, timeNs); i += 1) {
      const { node: number, kind, from, to, packet, timeNs: doneNs } = done[i]!;
      const spot = plan.notes[number];
      if (!spot) continue;
      const at = centreOf(spot);
      const tip = edgeTowards(plan.nodes[number]!.box, at);
      const opacity = Math.min(1, 1.5 * (1 - (timeNs - doneNs) / fallNs));
      const key = `${lane}:${packet}:${kind}:${number}`;
      latest.set(number, { key, kind, from, to, ...at, tip, opacity });
    }
  });
  return [...latest.values()].slice(-MOST_NOTES);
}
