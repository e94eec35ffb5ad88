import { isArp } from '../wire/arp';
import { checksumSums } from '../wire/checksumSums';
import { isFragment } from '../wire/fragment';
import { decodeIcmp, isIcmpChecksumValid } from '../wire/icmp';
import { decodeIpv4 } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { uint16At } from '../wire/octets';
import { changesOf } from './changes';
import type { EventOf, TraceEvent } from './event';
import { packetBytesAt, packetEvents } from './packetBytesAt';
import { quotedPorts } from './packetSockets';
import { type PacketSort, packetSort } from './packetSort';
import type { ReasonKind } from './reason';
import { reasonSource } from './reasonSource';
import type { TcpState } from './snapshot';
import {
  protocolName,
  step,
  STORY_SOURCES as SOURCES,
  type StoryLayer,
  type StoryStep,
  type Telling,
} from './storyStep';
import type { Trace } from './trace';

/** What the IP layer of a host does with a packet that has come; nothing at a router, which is told when it passes it on. */
export function arrivedSteps(telling: Telling, event: EventOf<'packetArrived'>): readonly StoryStep[] {
  const { trace, packet, run } = telling;
  const host = run.experiment.town.hosts[event.place];
  if (!host || isEndedBy(trace, packet, event, AT_THE_DOOR)) return [];
  const bytes = packetBytesAt(trace, packet, event.index);
  if (isArp(bytes)) return [];
  const ip = decodeIpv4(bytes);
  // Only a whole packet goes up.
  const isWhole = !isMalformed(ip) && !isFragment(ip.header);
  return [
    step(telling, 'internet', { kind: 'headerFits' }, { source: SOURCES.hostHeaderFits }),
    step(telling, 'internet', { kind: 'mine', address: host.address }, { source: SOURCES.mine }),
    ...(isWhole ? handedUpSteps(telling, ip.header.protocol) : []),
  ];
}

/** With its last fragment a packet is whole, and goes up. */
export function joinedSteps(telling: Telling, event: EventOf<'packetReassembled'>): readonly StoryStep[] {
  const ip = decodeIpv4(packetBytesAt(telling.trace, telling.packet, event.index));
  return [
    step(telling, 'internet', { kind: 'joined' }, { reason: event.reason }),
    ...(isMalformed(ip) ? [] : handedUpSteps(telling, ip.header.protocol)),
  ];
}

function handedUpSteps(telling: Telling, number: number): readonly StoryStep[] {
  const protocol = protocolName(number);
  return protocol
    ? [step(telling, 'internet', { kind: 'handedUp', protocol }, { source: SOURCES.handedUp })]
    : [];
}

/** What a host throws away before its IP layer is done with it. */
const AT_THE_DOOR: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
  'badIpChecksum',
  'malformed',
  'notMine',
  'filtered',
  'poweredOff',
]);

function isEndedBy(
  trace: Trace,
  packet: number,
  arrival: TraceEvent,
  reasons: ReadonlySet<ReasonKind>,
): boolean {
  const next = packetEvents(trace, packet).find((number) => number > arrival.index);
  const event = next === undefined ? undefined : trace.event(next);
  return event?.kind === 'packetDropped' && reasons.has(event.reason.kind);
}

/** The transport takes it: its checks, what it is for, and what the connection makes of it. */
export function acceptedSteps(telling: Telling, event: EventOf<'packetAccepted'>): readonly StoryStep[] {
  const { trace } = telling;
  const effects: StoryStep[] = [];
  for (let number = event.index + 1; number < trace.eventCount; number += 1) {
    if (trace.timeAt(number) > event.timeNs) break;
    if (trace.causeAt(number) !== event.index) continue;
    effects.push(...effectSteps({ ...telling, event: trace.event(number) }));
  }
  return [...takenSteps(telling), ...effects];
}

function takenSteps(telling: Telling): readonly StoryStep[] {
  const { trace, packet, event } = telling;
  const bytes = packetBytesAt(trace, packet, event.index);
  if (isArp(bytes)) return [step(telling, 'link', { kind: 'accepted' }, { reason: event.reason })];
  const ip = decodeIpv4(bytes);
  const protocol = isMalformed(ip) ? undefined : protocolName(ip.header.protocol);
  if (!isMalformed(ip) && protocol === 'icmp') return icmpSteps(telling, ip.payload);
  return [
    ...socketSteps(telling),
    step(telling, protocol ? 'transport' : 'application', { kind: 'accepted' }, { reason: event.reason }),
  ];
}

/** ICMP is part of the internet layer: it looks at its own checksum, and at whom the packet that it quotes was from. */
function icmpSteps(telling: Telling, payload: Uint8Array): readonly StoryStep[] {
  const message = decodeIcmp(payload);
  const quoted = !isMalformed(message) && 'quote' in message ? quotedPorts(message.quote) : null;
  const fits = isIcmpChecksumValid(payload);
  return [
    ...(fits ? [step(telling, 'internet', { kind: 'icmpFits' }, { source: SOURCES.icmpFits })] : []),
    ...(quoted
      ? [step(telling, 'transport', { kind: 'reported', port: quoted.from }, { source: SOURCES.reported })]
      : []),
  ];
}

/** The transport's own checks: its checksum, then the port. */
function socketSteps(telling: Telling): readonly StoryStep[] {
  const { trace, packet, event } = telling;
  const bytes = packetBytesAt(trace, packet, event.index);
  const ip = decodeIpv4(bytes);
  const protocol = isMalformed(ip) ? undefined : protocolName(ip.header.protocol);
  // Of what came in fragments the last one is told of, and only the first has ports.
  if (isMalformed(ip) || isFragment(ip.header)) return [];
  if (!protocol || protocol === 'icmp' || ip.payload.length < 4) return [];
  const port = uint16At(ip.payload, 2);
  // A TCP without checksums takes what does not fit.
  const fits = checksumSums(bytes).some((sum) => sum.protocol === protocol && sum.fits);
  const source = reasonSource('badTransportChecksum', protocol);
  return [
    ...(fits ? [step(telling, 'transport', { kind: 'transportFits' }, { source })] : []),
    step(telling, 'transport', { kind: 'foundSocket', port }, { source: SOURCES[`${protocol}Socket`] }),
  ];
}

/** Who answers what comes, but the transports. */
const ANSWERING_LAYER: Partial<Record<PacketSort, StoryLayer>> = {
  arp: 'link',
  icmp: 'internet',
  raw: 'application',
};

/** What the acceptance of a segment did to the connection, and what was sent for it. */
function effectSteps(telling: Telling): readonly StoryStep[] {
  const { trace, event } = telling;
  if (event.kind === 'packetSent') {
    const layer = ANSWERING_LAYER[packetSort(trace.packet(event.packet).bytes)] ?? 'transport';
    return [step(telling, layer, { kind: 'answered', packet: event.packet }, { reason: event.reason })];
  }
  if (event.kind === 'appTold') {
    return [step(telling, 'application', { kind: 'told' }, { reason: event.reason })];
  }
  if (event.kind !== 'connectionChanged') return [];
  return changesOf(trace, event).flatMap(({ variable, from, to, reason }) => {
    if (variable === 'state') {
      const deed = {
        kind: 'stateChanged',
        from: (from ?? 'CLOSED') as TcpState,
        to: to as TcpState,
      } as const;
      return [step(telling, 'transport', deed, { reason })];
    }
    const bytes = variable === 'sendUnacked' && from !== null ? (Number(to) - Number(from)) >>> 0 : 0;
    return bytes > 0 ? [step(telling, 'transport', { kind: 'acknowledged', bytes }, { reason })] : [];
  });
}
