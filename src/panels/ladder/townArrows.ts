import type { Experiment, Nanoseconds, NodeId } from '../../experiment/experiment';
import type { TraceEvent } from '../../trace/event';
import { follow } from '../../trace/follow';
import { packetEnds } from '../../trace/packetEnds';
import { type TownIndex, townIndex } from '../../trace/townIndex';
import type { Trace } from '../../trace/trace';
import type { Arrow } from './arrows';
import { delaysBetween } from './delaysBetween';

/** One packet's way between the two nodes that it is from and for; shares are 0 where it was made, 1 where it is to go. */
interface TownArrow {
  readonly packet: number;
  readonly from: NodeId;
  /** Where it came to, or was to come; an address where no node has it. */
  readonly to: string;
  readonly startNs: Nanoseconds;
  readonly startShare: number;
  readonly endNs: Nanoseconds;
  readonly endShare: number;
  readonly ending: Arrow['ending'];
  readonly original: number;
  /** Made on the way, by a link or by who cut the whole. */
  readonly isCopy: boolean;
  readonly isDamaged: boolean;
  readonly isDelayed: boolean;
}

type Place = Pick<Experiment, 'town'>;

interface ArrowIndex {
  readonly experiment: Place;
  readonly places: TownIndex;
  readonly hosts: number;
  readonly arrows: TownArrow[];
}

const arrowIndex = follow<ArrowIndex, Place>(
  (_trace, experiment) => ({
    experiment,
    places: townIndex(experiment),
    hosts: experiment.town.hosts.length,
    arrows: [],
  }),
  addEvent,
);

/** Every packet of a trace by its id: whose it was, and how far it came. */
export function townArrows(trace: Trace, experiment: Place): readonly TownArrow[] {
  return arrowIndex(trace, experiment).arrows;
}

/** The packets between these nodes, in the order in which they were made, as arrows from column to column. */
export function arrowsBetween(trace: Trace, experiment: Place, columns: readonly NodeId[]): readonly Arrow[] {
  const last = Math.max(1, columns.length - 1);
  return townArrows(trace, experiment).flatMap((arrow): Arrow[] => {
    const [from, to] = [columns.indexOf(arrow.from), columns.indexOf(arrow.to)];
    if (from < 0 || to < 0 || from === to) return [];
    const xAt = (share: number): number => (from + (to - from) * share) / last;
    const [fromX, toX] = [xAt(arrow.startShare), xAt(arrow.endShare)];
    const isLeft = to < from;
    // The gap beside the start, on the side where it goes.
    const gap = isLeft ? Math.ceil(fromX * last) - 1 : Math.floor(fromX * last);
    const spot = { gap: Math.max(0, Math.min(last - 1, gap)), isLeft, from: arrow.from, to: arrow.to };
    return [{ ...arrow, fromX, toX, spot }];
  });
}

function addEvent(index: ArrowIndex, trace: Trace, number: number): void {
  const event = trace.event(number);
  if (!('packet' in event) || event.packet < 0) return;
  switch (event.kind) {
    case 'packetSent':
      start(index, trace, event.packet, event.timeNs, 0);
      return;
    case 'packetDuplicated':
      start(index, trace, event.copy, event.timeNs, shareAt(index, event.packet, event.place));
      return;
    case 'packetFragmented':
      start(index, trace, event.fragment, event.timeNs, nodeShare(index, event.packet, event.place));
      change(index, event.packet, {
        endNs: event.timeNs,
        endShare: nodeShare(index, event.packet, event.place),
        ending: 'arrived',
      });
      return;
    default:
      change(index, event.packet, changeBy(index, event, event.packet));
  }
}

function start(index: ArrowIndex, trace: Trace, packet: number, timeNs: Nanoseconds, share: number): void {
  index.arrows[packet] = {
    packet,
    ...packetEnds(trace, index.experiment, packet),
    startNs: timeNs,
    startShare: share,
    endNs: timeNs,
    endShare: share,
    ending: 'flying',
    original: trace.packet(packet).original,
    isCopy: share > 0 || trace.packet(packet).duplicateOf >= 0,
    isDamaged: false,
    isDelayed: false,
  };
}

function change(index: ArrowIndex, packet: number, changed: Partial<TownArrow> | null): void {
  const arrow = index.arrows[packet];
  if (arrow && changed) index.arrows[packet] = { ...arrow, ...changed };
}

function changeBy(index: ArrowIndex, event: TraceEvent, packet: number): Partial<TownArrow> | null {
  switch (event.kind) {
    case 'linkEntered':
      return { endShare: shareAt(index, packet, event.place, 1), endNs: event.arriveNs, ending: 'flying' };
    case 'packetLost':
      return {
        endShare: shareAt(index, packet, event.place, event.fraction),
        endNs: event.timeNs,
        ending: 'lost',
      };
    case 'packetDropped': {
      // A full queue is the head of a link way, every other drop happens in a machine.
      const endShare =
        event.reason.kind === 'queueFull'
          ? shareAt(index, packet, event.place)
          : nodeShare(index, packet, event.place);
      return { endShare, endNs: event.timeNs, ending: 'dropped' };
    }
    case 'packetArrived':
      return arrival(index, packet, event.place, event.timeNs);
    case 'packetCorrupted':
      return { isDamaged: true };
    case 'packetDelayed':
      return { isDelayed: true };
    default:
      return null;
  }
}

/** A host is the end of a way, whatever address was written on the packet when it set out; a router is where it is meant. */
function arrival(
  { places, arrows, hosts }: ArrowIndex,
  packet: number,
  place: number,
  timeNs: Nanoseconds,
): Partial<TownArrow> | null {
  const node = places.nodes[place]!;
  const isEnd = place < hosts || arrows[packet]?.to === node;
  return isEnd ? { to: node, endShare: 1, endNs: timeNs, ending: 'arrived' } : null;
}

/** How far along a packet's way a link way is, or a part of it. */
function shareAt(index: ArrowIndex, packet: number, way: number, fraction = 0): number {
  const { from, to } = index.places.way(way);
  const [near, far] = [shareOf(index, packet, from), shareOf(index, packet, to)];
  return near + (far - near) * fraction;
}

function nodeShare(index: ArrowIndex, packet: number, place: number): number {
  return shareOf(index, packet, index.places.nodes[place]!);
}

/** Measured in propagation delay, so that a packet that never waits draws a straight line. */
function shareOf({ experiment, arrows }: ArrowIndex, packet: number, node: NodeId): number {
  const { from, to } = arrows[packet]!;
  if (node === from) return 0;
  if (node === to) return 1;
  const delays = delaysBetween(experiment.town);
  const [near, far] = [delays.get(from)?.get(node), delays.get(node)?.get(to)];
  if (near === undefined || far === undefined || near + far === 0) return 0.5;
  return near / (near + far);
}
