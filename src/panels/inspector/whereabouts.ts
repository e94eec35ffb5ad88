import type { Nanoseconds } from '../../experiment/experiment';
import type { TraceEvent } from '../../trace/event';
import { packetEvents } from '../../trace/packetBytesAt';
import type { TownIndex } from '../../trace/townIndex';
import type { Trace } from '../../trace/trace';

/** Where a packet is, or how it ended. */
export type Whereabouts =
  | { readonly kind: 'notYet'; readonly timeNs: Nanoseconds }
  | { readonly kind: 'lost' | 'queued' | 'onLink' | 'copied'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'sent' | 'dropped' | 'arrived' | 'read' | 'atHost' | 'atRouter';
      readonly where: string;
    };

/** Index of the last event of the packet at or before `timeNs`, or -1 while it does not exist yet. */
export function lastEventAt(trace: Trace, packet: number, timeNs: Nanoseconds): number {
  let last = -1;
  for (const event of packetEvents(trace, packet)) {
    if (trace.timeAt(event) > timeNs) break;
    last = event;
  }
  return last;
}

/** What the packet's last event says of its place; `hosts` is how many of the nodes are hosts. */
export function whereaboutsOf(
  trace: Trace,
  places: TownIndex,
  hosts: number,
  packet: number,
  eventIndex: number,
): Whereabouts {
  if (eventIndex < 0) return { kind: 'notYet', timeNs: trace.timeAt(trace.packet(packet).madeBy) };
  const event = trace.event(eventIndex);
  const node = 'place' in event ? (places.nodes[event.place] ?? '') : '';
  switch (event.kind) {
    case 'packetSent':
      return { kind: 'sent', where: node };
    case 'packetQueued':
    case 'packetMarked':
      return { kind: 'queued', ...ends(places, event.place) };
    case 'packetDuplicated':
      return { kind: event.copy === packet ? 'copied' : 'onLink', ...ends(places, event.place) };
    case 'linkEntered':
    case 'packetDelayed':
    case 'packetCorrupted':
      return { kind: 'onLink', ...ends(places, event.place) };
    case 'packetLost':
      return { kind: 'lost', ...ends(places, event.place) };
    case 'packetDropped':
      return { kind: 'dropped', where: dropPlace(places, event) };
    case 'packetArrived':
      return { kind: event.place < hosts ? 'atHost' : 'atRouter', where: node };
    case 'packetForwarded':
      return { kind: 'atRouter', where: node };
    case 'bytesDelivered':
      return { kind: 'read', where: node };
    default:
      return { kind: 'arrived', where: node };
  }
}

function ends(places: TownIndex, way: number): { readonly from: string; readonly to: string } {
  const { from, to } = places.way(way);
  return { from, to };
}

/** A full queue drops at the head of a link way, everything else in a node. */
function dropPlace(places: TownIndex, event: Extract<TraceEvent, { kind: 'packetDropped' }>): string {
  return event.reason.kind === 'queueFull' ? places.way(event.place).from : (places.nodes[event.place] ?? '');
}
