import type { Nanoseconds, NodeId, Town } from '../../experiment/experiment';
import type { TraceEvent } from '../../trace/event';
import { follow } from '../../trace/follow';
import { type TownIndex, townIndex } from '../../trace/townIndex';
import type { Trace } from '../../trace/trace';
import { placesBetween } from './placesBetween';

/** One packet's way through the town, as the ladder draws it: x is 0 at the client, 1 at the server. */
export interface Arrow {
  readonly packet: number;
  readonly fromX: number;
  readonly startNs: Nanoseconds;
  /** Where and when it ends, as far as is known; for a packet under way the end of its link. */
  readonly toX: number;
  readonly endNs: Nanoseconds;
  readonly ending: 'flying' | 'arrived' | 'lost' | 'dropped';
  /** Packet that carried the same piece first, or -1. */
  readonly original: number;
  /** The network made it, on the way. */
  readonly isCopy: boolean;
  readonly isDamaged: boolean;
  readonly isDelayed: boolean;
  /** In a ladder of many columns: where its name stands, and whose packet it was. */
  readonly spot?: ArrowSpot;
}

/** The name stands in the gap right of column `gap`, right of where the arrow begins or left of it. */
export interface ArrowSpot {
  readonly gap: number;
  readonly isLeft: boolean;
  readonly from: NodeId;
  readonly to: NodeId;
}

interface ArrowIndex {
  readonly hosts: number;
  readonly places: TownIndex;
  readonly xs: readonly number[];
  /** By packet id, which is also the order of starting. */
  readonly arrows: Arrow[];
}

const arrowIndex = follow<ArrowIndex, Town>((_trace, town) => {
  const places = townIndex({ town });
  return { hosts: town.hosts.length, places, xs: placesBetween(town), arrows: [] };
}, addEvent);

/** An arrow for each packet of the trace, by packet id: in the order in which they were sent. */
export function arrowsOf(trace: Trace, town: Town): readonly Arrow[] {
  return arrowIndex(trace, town).arrows;
}

function addEvent(index: ArrowIndex, trace: Trace, number: number): void {
  const event = trace.event(number);
  if (!('packet' in event) || event.packet < 0) return;
  if (event.kind === 'packetSent') {
    start(index, trace, event.packet, index.xs[event.place] ?? 0, event.timeNs);
    return;
  }
  if (event.kind === 'packetDuplicated') {
    start(index, trace, event.copy, wayXs(index, event.place).from, event.timeNs);
  }
  const arrow = index.arrows[event.packet];
  const change = arrow ? changeBy(index, event) : null;
  if (arrow && change) index.arrows[event.packet] = { ...arrow, ...change };
}

function start(index: ArrowIndex, trace: Trace, packet: number, x: number, timeNs: Nanoseconds): void {
  const { original, duplicateOf } = trace.packet(packet);
  index.arrows[packet] = {
    packet,
    fromX: x,
    startNs: timeNs,
    toX: x,
    endNs: timeNs,
    ending: 'flying',
    original,
    isCopy: duplicateOf >= 0,
    isDamaged: false,
    isDelayed: false,
  };
}

function changeBy(index: ArrowIndex, event: TraceEvent): Partial<Arrow> | null {
  switch (event.kind) {
    case 'linkEntered':
      return { toX: wayXs(index, event.place).to, endNs: event.arriveNs };
    case 'packetLost': {
      const { from, to } = wayXs(index, event.place);
      return { toX: from + (to - from) * event.fraction, endNs: event.timeNs, ending: 'lost' };
    }
    case 'packetDropped': {
      // A full queue is the head of a link way, every other drop happens in a machine.
      const toX =
        event.reason.kind === 'queueFull' ? wayXs(index, event.place).from : (index.xs[event.place] ?? 0);
      return { toX, endNs: event.timeNs, ending: 'dropped' };
    }
    case 'packetArrived':
      return event.place < index.hosts
        ? { toX: index.xs[event.place] ?? 0, endNs: event.timeNs, ending: 'arrived' }
        : null;
    case 'packetCorrupted':
      return { isDamaged: true };
    case 'packetDelayed':
      return { isDelayed: true };
    default:
      return null;
  }
}

function wayXs({ places, xs }: ArrowIndex, way: number): { readonly from: number; readonly to: number } {
  const { from, to } = places.way(way);
  return { from: xs[places.node(from)] ?? 0, to: xs[places.node(to)] ?? 1 };
}
