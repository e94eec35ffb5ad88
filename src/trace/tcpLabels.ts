import type { Ipv4Address } from '../wire/address';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeTcp, FLAG, type TcpHeader } from '../wire/tcp';
import type { EventOf } from './event';
import { follow } from './follow';
import type { Reason, ReasonKind } from './reason';
import { sentLogOf } from './sentRanges';
import type { Trace } from './trace';

/** What a segment is in the story of its connection, by what its sender did and why. */
export type TcpLabel =
  /** Data, a SYN or a FIN that was sent before; probes, which ask and repair nothing, are not. */
  | 'retransmission'
  /** Says nothing but what the last segment of its sender said: the same ACK and window (RFC 5681 §2). */
  | 'duplicateAck'
  /** Advertises that there is no room (RFC 9293 §3.8.6.1). */
  | 'zeroWindow'
  /** Its last byte is the last that its sender believes the peer to have room for (RFC 9293 §3.8.6). */
  | 'windowFull'
  /** Asks whether there is room again (RFC 9293 §3.8.6.1). */
  | 'windowProbe'
  | 'windowProbeAck'
  /** Asks whether the peer is still there (RFC 9293 §3.8.4). */
  | 'keepAlive'
  | 'keepAliveAck';

interface Segment {
  readonly header: TcpHeader;
  readonly length: number;
  readonly remote: Ipv4Address;
}

/** One end of a connection. */
interface End {
  last: { readonly acknowledgment: number; readonly window: number } | undefined;
  /** Segments whose sender's view of the peer's window comes with its next change of state. */
  readonly sent: { readonly packet: number; readonly end: number }[];
}

interface LabelIndex {
  readonly labels: Map<number, Set<TcpLabel>>;
  readonly ends: Map<string, End>;
}

const NO_LABELS: ReadonlySet<TcpLabel> = new Set();

/** Sent before, and yet not sent again: probes, and new data whose first byte a probe once carried in vain. */
const REPAIRS_NOTHING: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
  'windowProbe',
  'keepAliveProbe',
  'newData',
]);
/** What comes out of order, from outside the window or not to be believed is answered by the last ACK once more. */
const REPEATS: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
  'duplicateAck',
  'unacceptableSegment',
  'challengeAck',
  'challengeReset',
  'challengeSyn',
]);

const labelIndex = follow<LabelIndex, null>(() => ({ labels: new Map(), ends: new Map() }), addEvent);

/**
 * The labels of a packet, kept up with the trace; a copy made by the network has those of its original. Every place
 * where it passes sees the same ones: they say what was meant, not what it looks like there.
 */
export function tcpLabelsOf(trace: Trace, packet: number): ReadonlySet<TcpLabel> {
  return labelIndex(trace, null).labels.get(packet) ?? NO_LABELS;
}

function addEvent(index: LabelIndex, trace: Trace, number: number): void {
  if (trace.lane !== 'tcp') return;
  switch (trace.kindAt(number)) {
    case 'packetSent':
    case 'packetDuplicated':
    case 'connectionChanged':
      break;
    default:
      return;
  }
  const event = trace.event(number);
  if (event.kind === 'packetSent') addSent(index, trace, event);
  else if (event.kind === 'packetDuplicated') copyLabels(index, event);
  else if (event.kind === 'connectionChanged') addChange(index, trace, event);
}

function addSent(index: LabelIndex, trace: Trace, event: EventOf<'packetSent'>): void {
  const { role, bytes } = trace.packet(event.packet);
  const segment = segmentOf(bytes);
  if (!segment) return;
  const { header, length, remote } = segment;
  const end = endOf(index, event.place, header, remote);
  const labels = new Set<TcpLabel>();
  const asked = answered(index, trace, event);
  const { kind } = event.reason;
  if (role === 'retransmission' && !REPAIRS_NOTHING.has(kind)) labels.add('retransmission');
  if (kind === 'windowProbe') labels.add('windowProbe');
  if (kind === 'keepAliveProbe') labels.add('keepAlive');
  if (asked?.has('windowProbe')) labels.add('windowProbeAck');
  else if (asked?.has('keepAlive')) labels.add('keepAliveAck');
  else if (isRepeated(end, segment, event.reason)) labels.add('duplicateAck');
  if (header.window === 0 && isPlain(header)) labels.add('zeroWindow');
  index.labels.set(event.packet, labels);
  end.last = header;
  if (length > 0) end.sent.push({ packet: event.packet, end: (header.sequence + length) >>> 0 });
}

/** The labels of the probe that a bare ACK answers, if it answers one. */
function answered(
  { labels }: LabelIndex,
  trace: Trace,
  { cause, reason }: EventOf<'packetSent'>,
): ReadonlySet<TcpLabel> | undefined {
  if (cause < 0 || !(REPEATS.has(reason.kind) || reason.kind === 'acknowledge')) return undefined;
  const arrived = trace.event(cause);
  return arrived.kind === 'packetAccepted' ? labels.get(arrived.packet) : undefined;
}

function isRepeated({ last }: End, { header, length }: Segment, { kind }: Reason): boolean {
  const isSame = last?.acknowledgment === header.acknowledgment && last.window === header.window;
  return REPEATS.has(kind) && length === 0 && isPlain(header) && isSame;
}

function isPlain({ flags }: TcpHeader): boolean {
  return (flags & (FLAG.syn | FLAG.fin | FLAG.rst)) === 0;
}

function copyLabels({ labels }: LabelIndex, { packet, copy }: EventOf<'packetDuplicated'>): void {
  const original = labels.get(packet);
  if (original) labels.set(copy, original);
}

/** A sender's state is recorded when it has dealt with the event in which it sent. */
function addChange(index: LabelIndex, trace: Trace, event: EventOf<'connectionChanged'>): void {
  const snapshot = trace.snapshot(event.snapshot);
  const { localPort: sourcePort, remotePort: destinationPort, sendUnacked, sendWindow } = snapshot;
  const remote = sentLogOf(trace, event.place, snapshot)?.remote;
  if (remote === undefined) return;
  const { sent } = endOf(index, event.place, { sourcePort, destinationPort }, remote);
  const edge = (sendUnacked + sendWindow) >>> 0;
  for (const { packet, end } of sent.splice(0)) {
    if (end === edge) index.labels.get(packet)?.add('windowFull');
  }
}

function endOf(
  { ends }: LabelIndex,
  place: number,
  { sourcePort, destinationPort }: Pick<TcpHeader, 'sourcePort' | 'destinationPort'>,
  remote: Ipv4Address,
): End {
  const key = `${place}/${sourcePort}/${remote}/${destinationPort}`;
  const known = ends.get(key);
  if (known) return known;
  const end: End = { last: undefined, sent: [] };
  ends.set(key, end);
  return end;
}

function segmentOf(packet: Uint8Array): Segment | undefined {
  const ip = decodeIpv4(packet);
  if (isMalformed(ip) || ip.header.protocol !== PROTOCOL.tcp) return undefined;
  const tcp = decodeTcp(ip.payload);
  if (isMalformed(tcp)) return undefined;
  return { header: tcp.header, length: tcp.payload.length, remote: ip.header.destination };
}
