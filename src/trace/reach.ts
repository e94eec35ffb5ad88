import type { LinkId, Nanoseconds } from '../experiment/experiment';
import { packetEvents } from './packetBytesAt';
import type { ReasonKind } from './reason';
import type { PacketRef, Run } from './run';
import { townIndex } from './townIndex';
import type { Trace } from './trace';

/** Where and when a hand can be laid on a packet. */
export interface Reach {
  readonly link: LinkId;
  /** 0 from `from` to `to` of the link, 1 back. */
  readonly direction: 0 | 1;
  /** The first whole nanosecond at which it can. */
  readonly atNs: Nanoseconds;
}

/** One stay of a packet on a link way or in the queue before it. */
interface Stay {
  readonly way: number;
  readonly fromNs: Nanoseconds;
  readonly untilNs: Nanoseconds;
}

/**
 * Where a hand meets the packet at `timeNs`: where it is, or else the next link that it will be on; for a packet that is
 * not sent yet, `favourite` if it will be on that one. Null when it is past all links.
 */
export function reachOf(run: Run, ref: PacketRef, timeNs: Nanoseconds, favourite: LinkId): Reach | null {
  const places = townIndex(run.experiment);
  const trace = run.traces[ref.lane]!;
  const stays = staysOf(trace, ref.packet).filter(({ untilNs }) => untilNs > timeNs);
  const isSent = trace.timeAt(trace.packet(ref.packet).madeBy) <= timeNs;
  const liked = isSent ? undefined : stays.find(({ way }) => places.way(way).link.id === favourite);
  const stay = liked ?? stays[0];
  return stay ? reachAt(run, stay.way, Math.ceil(timeNs)) : null;
}

/** When the packet came to that way of that link first, waiting included; null when it never did. */
export function cameToNs(run: Run, ref: PacketRef, { link, direction }: Reach): Nanoseconds | null {
  const way = townIndex(run.experiment).link(link) * 2 + direction;
  const stay = staysOf(run.traces[ref.lane]!, ref.packet).find((one) => one.way === way);
  return stay ? stay.fromNs : null;
}

/**
 * Where a hand saves the packet from what has happened to it by `timeNs`: a loss, a full queue, a flipped bit; null if
 * nothing has. What another hand did is taken back where hands are listed, and not by a second one.
 */
export function rescueOf(run: Run, ref: PacketRef, timeNs: Nanoseconds): Reach | null {
  const trace = run.traces[ref.lane]!;
  for (const number of packetEvents(trace, ref.packet)) {
    const event = trace.event(number);
    if (event.timeNs > timeNs) break;
    if (BY_HANDS.has(event.reason.kind)) continue;
    const isTaken = event.kind === 'packetLost' || event.kind === 'packetCorrupted';
    const isTurnedAway = event.kind === 'packetDropped' && event.reason.kind === 'queueFull';
    if (isTaken || isTurnedAway) return reachAt(run, event.place, event.timeNs);
  }
  return null;
}

const BY_HANDS: ReadonlySet<ReasonKind> = new Set(['byHand', 'linkCut', 'poweredOff']);

/** Whether a hand has lost the packet by `timeNs`: then only its undoing saves it. */
export function isLostByHand({ traces }: Run, { lane, packet }: PacketRef, timeNs: Nanoseconds): boolean {
  const trace = traces[lane]!;
  return packetEvents(trace, packet).some((number) => {
    if (trace.kindAt(number) !== 'packetLost' || trace.timeAt(number) > timeNs) return false;
    return trace.event(number).reason.kind === 'byHand';
  });
}

function reachAt({ experiment }: Run, way: number, atNs: Nanoseconds): Reach {
  const { link, direction } = townIndex(experiment).way(way);
  return { link: link.id, direction, atNs };
}

function staysOf(trace: Trace, packet: number): readonly Stay[] {
  const stays: Stay[] = [];
  const end = (untilNs: Nanoseconds): void => {
    const last = stays.at(-1);
    if (last) stays[stays.length - 1] = { ...last, untilNs };
  };
  for (const number of packetEvents(trace, packet)) {
    const event = trace.event(number);
    switch (event.kind) {
      case 'packetQueued':
        stays.push({ way: event.place, fromNs: event.timeNs, untilNs: Infinity });
        break;
      case 'linkEntered':
        if (stays.at(-1)?.way === event.place) end(event.arriveNs);
        else stays.push({ way: event.place, fromNs: event.timeNs, untilNs: event.arriveNs });
        break;
      case 'packetArrived':
      case 'packetLost':
      case 'packetDropped':
        end(event.timeNs);
        break;
      default:
    }
  }
  return stays;
}
