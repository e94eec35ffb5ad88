import type { Nanoseconds } from '../experiment/experiment';
import type { Ipv4Address } from '../wire/address';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeTcp, FLAG, type TcpHeader } from '../wire/tcp';
import { follow } from './follow';
import type { ConnectionSnapshot, SequenceRange } from './snapshot';
import type { Trace } from './trace';

/** One sending of a packet. */
export interface Sending {
  readonly packet: number;
  readonly timeNs: Nanoseconds;
}

/** Numbers that went out together first; offsets from the ISS, so that they never wrap. A SYN or FIN counts one. */
export interface SentRange {
  readonly start: number;
  readonly end: number;
  /** Every packet that carried any of it, in order of time. */
  readonly sendings: readonly Sending[];
}

/** What a segment said about the other direction. */
export interface Report extends Sending {
  readonly acknowledgment: number;
  readonly blocks: readonly SequenceRange[];
}

/** All that one end of a connection has sent. */
export interface SentLog {
  readonly initialSequence: number;
  /** Where it is sent to. */
  readonly remote: Ipv4Address;
  /** Where the other end began to count, by the first acknowledgment; null before that. It holds through a NAT. */
  readonly peerInitialSequence: number | null;
  /** In order, without gaps. */
  readonly ranges: readonly SentRange[];
  readonly reports: readonly Report[];
  /** When each report was sent. */
  readonly reportTimes: readonly Nanoseconds[];
}

interface Segment {
  readonly destination: Ipv4Address;
  readonly header: TcpHeader;
  readonly payload: Uint8Array;
}

interface GrowingLog extends SentLog {
  peerInitialSequence: number | null;
  readonly ranges: (SentRange & { readonly sendings: Sending[] })[];
  readonly reports: Report[];
  readonly reportTimes: Nanoseconds[];
}

const NO_BLOCKS: readonly SequenceRange[] = [];

/** By host and ports (`sendingKey`); of several connections to one address that used them, the latest is the last. */
export const sentLogs = follow<Map<string, GrowingLog[]>, null>(
  () => new Map(),
  (logs, trace, number) => {
    if (trace.lane !== 'tcp' || trace.kindAt(number) !== 'packetSent') return;
    const event = trace.event(number);
    if (event.kind !== 'packetSent') return;
    const tcp = segmentOf(trace, event.packet);
    if (!tcp) return;
    const { header, payload } = tcp;
    const log = logFor(logs, sendingKey(event.place, header.sourcePort, header.destinationPort), tcp);
    if (log) add(log, { packet: event.packet, timeNs: event.timeNs }, header, payload.length);
  },
);

/** What the end with this snapshot, on host `place`, has sent; undefined before its SYN. */
export function sentLogOf(trace: Trace, place: number, snapshot: ConnectionSnapshot): SentLog | undefined {
  const { localPort, remotePort, initialSendSequence } = snapshot;
  const logs = sentLogs(trace, null).get(sendingKey(place, localPort, remotePort));
  return logs?.findLast(({ initialSequence }) => initialSequence === initialSendSequence);
}

function logFor(logs: Map<string, GrowingLog[]>, key: string, segment: Segment): GrowingLog | undefined {
  const { header, destination: remote } = segment;
  let known = logs.get(key);
  if (!known) logs.set(key, (known = []));
  const last = known.findLast((log) => log.remote === remote);
  const isNew = (header.flags & FLAG.syn) !== 0 && last?.initialSequence !== header.sequence;
  if (!isNew) return last;
  const log = {
    initialSequence: header.sequence,
    remote,
    peerInitialSequence: null,
    ranges: [],
    reports: [],
    reportTimes: [],
  };
  known.push(log);
  return log;
}

/** The header and text of a TCP packet as its maker sent it; undefined if it is none. */
export function segmentOf(trace: Trace, packet: number): Segment | undefined {
  const ip = decodeIpv4(trace.packet(packet).bytes);
  if (isMalformed(ip) || ip.header.protocol !== PROTOCOL.tcp) return undefined;
  const tcp = decodeTcp(ip.payload);
  return isMalformed(tcp) ? undefined : { ...tcp, destination: ip.header.destination };
}

function add(log: GrowingLog, sending: Sending, header: TcpHeader, dataBytes: number): void {
  const { flags } = header;
  if ((flags & FLAG.ack) !== 0) {
    log.peerInitialSequence ??= (header.acknowledgment - 1) >>> 0;
    const sack = header.options.find((option) => option.kind === 'sack');
    const blocks = sack?.blocks.map(({ left, right }) => ({ start: left, end: right })) ?? NO_BLOCKS;
    log.reports.push({ ...sending, acknowledgment: header.acknowledgment, blocks });
    log.reportTimes.push(sending.timeNs);
  }
  const length = dataBytes + ((flags & (FLAG.syn | FLAG.fin)) === 0 ? 0 : 1);
  const start = (header.sequence - log.initialSequence) >>> 0;
  const end = start + length;
  for (let i = firstBeyond(log.ranges, start); i < log.ranges.length; i += 1) {
    if (log.ranges[i]!.start >= end) break;
    log.ranges[i]!.sendings.push(sending);
  }
  const sentBefore = log.ranges.at(-1)?.end ?? 0;
  if (end > sentBefore && start <= sentBefore) {
    log.ranges.push({ start: Math.max(start, sentBefore), end, sendings: [sending] });
  }
}

/** Index of the first range that ends beyond `offset`. */
export function firstBeyond(ranges: readonly SentRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The key of what host `place` sends from one port to another. */
export function sendingKey(place: number, sourcePort: number, destinationPort: number): string {
  return `${place}:${sourcePort}>${destinationPort}`;
}
