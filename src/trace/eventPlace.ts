import type { TraceEvent } from './event';

/** Where something happened: at a node, or on a link way, `fraction` (0 to 1) of the way along. */
export type EventPlace =
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'way'; readonly way: number; readonly fraction: number };

/** The place of an event; null for a command, which is nowhere in the town. */
export function eventPlace(event: TraceEvent): EventPlace | null {
  switch (event.kind) {
    case 'commandApplied':
      return null;
    case 'packetLost':
    case 'packetCorrupted':
    case 'packetHeld':
    case 'packetRescued':
      return { kind: 'way', way: event.place, fraction: event.fraction };
    case 'packetQueued':
    case 'packetDuplicated':
    case 'packetDelayed':
    case 'packetMarked':
    case 'packetDetoured':
    case 'linkEntered':
      return { kind: 'way', way: event.place, fraction: 0 };
    case 'packetDropped':
      // A full queue is the head of a link way, every other drop happens in a machine.
      return event.reason.kind === 'queueFull'
        ? { kind: 'way', way: event.place, fraction: 0 }
        : { kind: 'node', node: event.place };
    default:
      return { kind: 'node', node: event.place };
  }
}
