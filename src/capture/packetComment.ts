import type { EventOf } from '../trace/event';
import { packetEvents } from '../trace/packetBytesAt';
import type { Reason } from '../trace/reason';
import type { TownIndex } from '../trace/townIndex';
import type { Trace } from '../trace/trace';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';

/** The words of packet comments: data for Wireshark's users, so English only, and only here. */
const WORDS = {
  retransmission: (copy: number) => `retransmission ${copy}`,
  /** Pieces count from 1, as people do. */
  retransmissionOf: (copy: number, piece: number) => `retransmission ${copy} of piece ${piece + 1}`,
  isCopy: (road: string) => `second copy made ${road}`,
  doubled: (road: string) => `doubled ${road}`,
  copyToo: (words: string) => `its second copy: ${words}`,
  lost: (road: string, by: string) => `lost ${road} by ${by}`,
  damaged: (bit: number, road: string) => `bit ${bit} inverted ${road}`,
  unnoticed: 'which no checksum noticed',
  delayed: (delayNs: number, road: string) => `held ${delayNs / 1e6} ms longer ${road}`,
  marked: (road: string, waiting: number) => `congestion experienced, ${waiting} packets waiting ${road}`,
  queueFull: (node: string, limit: number) => `dropped at ${node}, queue full with ${limit} packets`,
  badChecksum: (checksum: string, node: string) => `discarded by the ${checksum} checksum at ${node}`,
  dropped: (node: string, why: string) => `dropped at ${node}, ${why}`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
  byWeather: 'weather',
  byRule: 'a rule of the experiment',
  /** Commands count from 1, as in the transcript. */
  byHand: (command: number) => `command ${command + 1}`,
  byCut: 'a cut of the link',
  byPowerCut: 'a power cut',
  detoured: (road: string, other: string) => `sent ${other} instead of ${road}`,
  heldBack: (road: string) => `kept ${road} for the next one to pass`,
  rescued: (road: string) => `rescued ${road}`,
  doneBy: (words: string, by: string) => `${words} by ${by}`,
} as const;

/** What else makes a machine drop a packet. */
const DROP_WORDS: Partial<Record<Reason['kind'], string>> = {
  malformed: 'malformed',
  noRoute: 'no route to its destination',
  fragmentationNeeded: 'too long for the next link',
  reassemblyTimeout: 'its other fragments did not come',
  notMine: 'addressed to another host',
  timeToLiveExceeded: 'its time to live ran out',
  portClosed: 'no app listens on its port',
  noConnection: 'it belongs to no connection',
  poweredOff: 'its power is off',
  filtered: 'a firewall lets nothing through to its port',
  natNoMapping: 'no row of the NAT table is for it',
  natNoPorts: 'it has no port that a NAT could go by',
  natFragmentAlone: 'a fragment whose first has not come to the NAT',
  neighbourSilent: 'its next hop does not answer ARP',
  protocolUnknown: 'no app knows its protocol',
  heldTooMany: 'too many waited for an ARP answer',
  badFrameCheck: 'the check sequence of its frame does not fit',
};

const TRANSPORT_NAMES: Readonly<Record<number, string>> = {
  [PROTOCOL.icmp]: 'ICMP',
  [PROTOCOL.tcp]: 'TCP',
  [PROTOCOL.udp]: 'UDP',
};

/**
 * What the network did to a packet on its whole way, in one line: lost, dropped, damaged, doubled, delayed, and
 * whether it is a retransmission or a copy that a link made. Empty for a packet to which nothing happened.
 */
export function packetComment(trace: Trace, places: TownIndex, packetId: number): string {
  const { role, copy, piece, duplicateOf } = trace.packet(packetId);
  const words: string[] = [];
  if (role === 'retransmission' && duplicateOf < 0) {
    words.push(piece < 0 ? WORDS.retransmission(copy) : WORDS.retransmissionOf(copy, piece));
  }
  words.push(...misfortunes(trace, places, packetId));
  return words.join('; ');
}

function misfortunes(trace: Trace, places: TownIndex, packetId: number): readonly string[] {
  const events = packetEvents(trace, packetId).map((number) => trace.event(number));
  const wasDamaged = events.some(({ kind }) => kind === 'packetCorrupted');
  return events.flatMap((event): readonly string[] => {
    switch (event.kind) {
      case 'packetDuplicated': {
        const road = roadName(places, event.place);
        if (event.copy === packetId) return [WORDS.isCopy(road)];
        const ofCopy = misfortunes(trace, places, event.copy).slice(1);
        return [byHand(WORDS.doubled(road), event.reason), ...ofCopy.map(WORDS.copyToo)];
      }
      case 'packetLost':
        return [WORDS.lost(roadName(places, event.place), loserOf(event.reason))];
      case 'packetCorrupted':
        return [byHand(WORDS.damaged(event.bit, roadName(places, event.place)), event.reason)];
      case 'packetDelayed':
        return [byHand(WORDS.delayed(event.delayNs, roadName(places, event.place)), event.reason)];
      case 'packetDetoured':
        return [WORDS.detoured(roadName(places, event.place), roadName(places, event.taken))];
      case 'packetHeld':
        return [byHand(WORDS.heldBack(roadName(places, event.place)), event.reason)];
      case 'packetRescued':
        return [byHand(WORDS.rescued(roadName(places, event.place)), event.reason)];
      case 'packetMarked':
        return [WORDS.marked(roadName(places, event.place), event.queueLength)];
      case 'packetDropped':
        return [dropWords(trace, places, event)];
      case 'packetAccepted':
        return wasDamaged ? [WORDS.unnoticed] : [];
      default:
        return [];
    }
  });
}

function loserOf(reason: Reason): string {
  switch (reason.kind) {
    case 'rule':
      return WORDS.byRule;
    case 'byHand':
      return WORDS.byHand(reason.command);
    case 'linkCut':
      return WORDS.byCut;
    case 'poweredOff':
      return WORDS.byPowerCut;
    default:
      return WORDS.byWeather;
  }
}

/** Who did it is said of hands only. */
function byHand(words: string, reason: Reason): string {
  return reason.kind === 'byHand' ? WORDS.doneBy(words, WORDS.byHand(reason.command)) : words;
}

function dropWords(
  trace: Trace,
  places: TownIndex,
  { place, packet, reason }: EventOf<'packetDropped'>,
): string {
  if (reason.kind === 'queueFull') return WORDS.queueFull(places.way(place).from, reason.limit);
  const node = places.nodes[place]!;
  if (reason.kind === 'badIpChecksum') return WORDS.badChecksum('IP', node);
  if (reason.kind === 'badTransportChecksum') return WORDS.badChecksum(transportName(trace, packet), node);
  return WORDS.dropped(node, DROP_WORDS[reason.kind] ?? reason.kind);
}

function transportName(trace: Trace, packetId: number): string {
  const decoded = decodeIpv4(trace.packet(packetId).bytes);
  return (isMalformed(decoded) ? undefined : TRANSPORT_NAMES[decoded.header.protocol]) ?? 'transport';
}

function roadName(places: TownIndex, place: number): string {
  const { from, to } = places.way(place);
  return WORDS.between(from, to);
}
