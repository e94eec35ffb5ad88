import { formatAddress } from '../wire/address';
import { isArp } from '../wire/arp';
import { decodeIpv4 } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import type { EventOf } from './event';
import { acceptedSteps, arrivedSteps, joinedSteps } from './hostStory';
import { linkSteps } from './linkStory';
import { packetTransport } from './eventTransport';
import { mappingOf } from './natMappings';
import { packetEvents } from './packetBytesAt';
import type { ReasonKind } from './reason';
import type { PacketRef, Run } from './run';
import {
  protocolName,
  step,
  STORY_SOURCES as SOURCES,
  type StoryLayer,
  type StoryStep,
  type Telling,
} from './storyStep';
import { townIndex } from './townIndex';

/** What was done with a packet, layer by layer and place by place, and why: in order of time. */
export function packetStory(run: Run, { lane, packet }: PacketRef): readonly StoryStep[] {
  const trace = run.traces[lane];
  if (!trace || packet >= trace.packetCount) return [];
  const places = townIndex(run.experiment);
  return packetEvents(trace, packet).flatMap((number) =>
    stepsOf({ run, trace, places, packet, event: trace.event(number) }),
  );
}

function stepsOf(telling: Telling): readonly StoryStep[] {
  const { event } = telling;
  switch (event.kind) {
    case 'packetSent':
      return sentSteps(telling, event);
    case 'packetForwarded':
      return forwardedSteps(telling, event);
    case 'packetArrived':
      return arrivedSteps(telling, event);
    case 'packetFragmented':
      return cutSteps(telling, event);
    case 'fragmentKept':
      return [step(telling, 'internet', { kind: 'kept' }, { reason: event.reason })];
    case 'packetReassembled':
      return joinedSteps(telling, event);
    case 'packetRewritten':
      return [rewrittenStep(telling, event)];
    case 'packetAccepted':
      return acceptedSteps(telling, event);
    case 'packetDropped':
      return droppedSteps(telling, event);
    case 'bytesDelivered':
      return [
        step(
          telling,
          'application',
          { kind: 'delivered', bytes: event.length },
          {
            reason: event.reason,
            source:
              packetTransport(telling.trace, telling.packet) === 'tcp' ? SOURCES.tcpRead : SOURCES.udpRead,
          },
        ),
      ];
    default:
      return linkSteps(telling);
  }
}

function sentSteps(telling: Telling, { reason }: EventOf<'packetSent'>): readonly StoryStep[] {
  const { bytes } = telling.trace.packet(telling.packet);
  if (isArp(bytes)) return [step(telling, 'link', { kind: 'made' }, { reason })];
  const ip = decodeIpv4(bytes);
  const timeToLive = isMalformed(ip) ? 0 : ip.header.timeToLive;
  const protocol = isMalformed(ip) ? undefined : protocolName(ip.header.protocol);
  const maker = protocol === 'icmp' ? 'internet' : protocol ? 'transport' : 'application';
  return [
    step(telling, maker, { kind: 'made' }, { reason }),
    step(telling, 'internet', { kind: 'addressed', timeToLive }, { source: SOURCES.addressed }),
  ];
}

/** Told once of the whole, however many fragments it makes, and of each of them as its beginning. */
function cutSteps(
  telling: Telling,
  { index, fragment, reason }: EventOf<'packetFragmented'>,
): readonly StoryStep[] {
  const { trace, packet } = telling;
  const first = packetEvents(trace, packet).find((number) => {
    const event = trace.event(number);
    return event.kind === 'packetFragmented' && event.packet === packet;
  });
  if (fragment !== packet && first !== index) return [];
  return [step(telling, 'internet', { kind: 'cut' }, { reason })];
}

/** A router that translates addresses reads and writes what is behind the IP header too. */
function rewrittenStep(telling: Telling, event: EventOf<'packetRewritten'>): StoryStep {
  const { inside, outside } = mappingOf(telling.trace, event.place, event.mapping);
  const isOutbound = event.reason.kind === 'natOutbound';
  const { address, port } = isOutbound ? outside : inside;
  const kind = isOutbound ? 'rewrittenSource' : 'rewrittenDestination';
  const socket = `${formatAddress(address)}:${port}`;
  return step(telling, 'transport', { kind, socket }, { reason: event.reason });
}

/** A router sees to the IP header and to nothing inside it. */
function forwardedSteps(telling: Telling, event: EventOf<'packetForwarded'>): readonly StoryStep[] {
  const lowered = { kind: 'lowered', from: event.timeToLive + 1, to: event.timeToLive } as const;
  return [
    step(telling, 'internet', { kind: 'headerFits' }, { source: SOURCES.routerHeaderFits }),
    step(telling, 'internet', lowered, { source: SOURCES.lowered }),
    step(telling, 'internet', { kind: 'renewed' }, { source: SOURCES.renewed }),
    step(telling, 'internet', { kind: 'passedOn' }, { reason: event.reason }),
  ];
}

/** The layer that threw it away follows from the reason. */
function droppedSteps(telling: Telling, { reason }: EventOf<'packetDropped'>): readonly StoryStep[] {
  const layer = DROPPING_LAYER[reason.kind] ?? 'transport';
  return [step(telling, layer, { kind: 'dropped' }, { reason })];
}

const DROPPING_LAYER: Partial<Record<ReasonKind, StoryLayer>> = {
  queueFull: 'link',
  badFrameCheck: 'link',
  heldTooMany: 'link',
  neighbourSilent: 'link',
  protocolUnknown: 'internet',
  badIpChecksum: 'internet',
  malformed: 'internet',
  notMine: 'internet',
  noRoute: 'internet',
  fragmentationNeeded: 'internet',
  reassemblyTimeout: 'internet',
  timeToLiveExceeded: 'internet',
  filtered: 'internet',
  natNoMapping: 'internet',
  natNoPorts: 'internet',
  natFragmentAlone: 'internet',
  poweredOff: 'internet',
};
