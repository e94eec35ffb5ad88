import { isDnsReason } from './dnsReasonSource';
import { formatAddress } from '../wire/address';
import { decodeArp, isArp } from '../wire/arp';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { uint16At } from '../wire/octets';
import { decodeTcp } from '../wire/tcp';
import type { TraceEvent } from './event';
import { eventTransport } from './eventTransport';
import type { FilterExpression, FilterSide, FilterWord } from './filterExpression';
import { packetFactsOf } from './packetFacts';
import type { Run } from './run';
import { tcpLabelsOf } from './tcpLabels';
import type { Trace } from './trace';
import { type TranscriptEntry, transcriptText } from './transcript';

/** The lines that a filter lets pass, in their order. */
export function filteredEntries(
  run: Run,
  entries: readonly TranscriptEntry[],
  filter: FilterExpression,
): readonly TranscriptEntry[] {
  if (filter.kind === 'all') return entries;
  const hosts = hostsOf(run);
  return entries.filter((entry) => passes(filter, lineOf(run, entry, hosts)));
}

/** A line with all that can be asked of it, found out when it is asked. */
interface Line {
  readonly run: Run;
  readonly entry: TranscriptEntry;
  readonly trace: Trace;
  readonly event: TraceEvent;
  /** -1 for a line that is about no packet. */
  readonly packet: number;
  readonly hosts: readonly HostName[];
}

interface HostName {
  readonly id: string;
  readonly address: string;
}

/** One end of a packet, or where something happened; `port` is -1 where there is none. */
interface End {
  readonly address: string;
  readonly port: number;
}

function lineOf(run: Run, entry: TranscriptEntry, hosts: readonly HostName[]): Line {
  const trace = run.traces[entry.lane]!;
  const event = trace.event(entry.event);
  // An app that reads is told of by a remark, although a packet brought what it read.
  const packet = 'packet' in event && event.kind !== 'bytesDelivered' ? event.packet : -1;
  return { run, entry, trace, event, packet, hosts };
}

function passes(filter: FilterExpression, line: Line): boolean {
  switch (filter.kind) {
    case 'all':
      return true;
    case 'word':
      return hasWord(filter.word, line);
    case 'port':
      return endsOf(line, filter.side).some(({ port }) => port === filter.port);
    case 'host':
      return endsOf(line, filter.side).some(({ address }) => isCalled(line, address, filter.host));
    case 'text':
      return transcriptText(line.run, line.entry).toLowerCase().includes(filter.text);
    case 'not':
      return !passes(filter.of, line);
    case 'and':
      return passes(filter.left, line) && passes(filter.right, line);
    case 'or':
      return passes(filter.left, line) || passes(filter.right, line);
  }
}

/** Words for what happened hold for that line; words for a packet hold for every line about it. */
function hasWord(word: FilterWord, line: Line): boolean {
  const { kind } = line.event;
  switch (word) {
    case 'loss':
      return kind === 'packetLost';
    case 'drop':
      return kind === 'packetDropped';
    case 'corrupt':
      return kind === 'packetCorrupted';
    case 'duplicate':
      return kind === 'packetDuplicated';
    case 'delay':
      return kind === 'packetDelayed';
    case 'mark':
      return kind === 'packetMarked';
    case 'timer':
      return kind === 'timerExpired';
    case 'state':
      return kind === 'connectionChanged';
    case 'app':
      return (
        kind === 'appStarted' || kind === 'appTold' || kind === 'appResumed' || kind === 'bytesDelivered'
      );
    case 'cache':
      return kind === 'cacheFilled' || kind === 'cacheExpired';
    case 'command':
      return kind === 'commandApplied';
    default:
      return isPacketOf(word, line);
  }
}

function isPacketOf(word: FilterWord, { run, entry, trace, event, packet }: Line): boolean {
  const facts = packetFactsOf(run, { lane: entry.lane, packet });
  if (word === 'dns') return facts ? facts.dns !== null : isDnsReason(event.reason);
  if (!facts) return word === eventTransport(trace, event) && event.kind !== 'commandApplied';
  const { sort } = facts;
  switch (word) {
    case 'tcp':
    case 'udp':
    case 'icmp':
      return protocolOf(trace, packet) === PROTOCOL[word];
    case 'syn':
      return sort === 'syn' || sort === 'synAck';
    case 'arp':
    case 'fin':
    case 'rst':
    case 'ack':
      return sort === word;
    case 'data':
      return facts.dataBytes > 0;
    case 'retransmission':
      return facts.again > 0;
    case 'dupack':
      return facts.duplicateAck > 0;
    case 'sack':
      return hasSackBlocks(trace, packet);
    case 'zerowindow':
      return tcpLabelsOf(trace, packet).has('zeroWindow');
    case 'probe':
      return tcpLabelsOf(trace, packet).has('windowProbe') || tcpLabelsOf(trace, packet).has('keepAlive');
    default:
      return false;
  }
}

function protocolOf(trace: Trace, packet: number): number {
  const ip = decodeIpv4(trace.packet(packet).bytes);
  return isMalformed(ip) ? -1 : ip.header.protocol;
}

function hasSackBlocks(trace: Trace, packet: number): boolean {
  const ip = decodeIpv4(trace.packet(packet).bytes);
  if (isMalformed(ip) || ip.header.protocol !== PROTOCOL.tcp) return false;
  const tcp = decodeTcp(ip.payload);
  return !isMalformed(tcp) && tcp.header.options.some(({ kind }) => kind === 'sack');
}

/** The ends of a packet as it was sent; for a remark, where it happened. */
function endsOf(line: Line, side: FilterSide): readonly End[] {
  const [source, destination] = line.packet < 0 ? [placeOf(line)] : packetEnds(line.trace, line.packet);
  const asked = side === 'src' ? [source] : side === 'dst' ? [destination] : [source, destination];
  return asked.filter((end) => end !== undefined);
}

function packetEnds(trace: Trace, packet: number): readonly End[] {
  const { bytes } = trace.packet(packet);
  if (isArp(bytes)) return arpEnds(bytes);
  const ip = decodeIpv4(bytes);
  if (isMalformed(ip)) return [];
  const { protocol, source, destination } = ip.header;
  const hasPorts = (protocol === PROTOCOL.tcp || protocol === PROTOCOL.udp) && ip.payload.length >= 4;
  return [source, destination].map((address, i) => ({
    address: formatAddress(address),
    port: hasPorts ? uint16At(ip.payload, i * 2) : -1,
  }));
}

/** Who asks or answers, and who is asked or told (RFC 826). */
function arpEnds(bytes: Uint8Array): readonly End[] {
  const message = decodeArp(bytes);
  if (isMalformed(message)) return [];
  const { senderProtocol, targetProtocol } = message;
  return [senderProtocol, targetProtocol].map((address) => ({ address: formatAddress(address), port: -1 }));
}

function placeOf({ trace, event, hosts }: Line): End | undefined {
  const host = 'place' in event ? hosts[event.place] : undefined;
  if (!host) return undefined;
  const port =
    event.kind === 'connectionChanged'
      ? trace.snapshot(event.snapshot).localPort
      : 'port' in event
        ? event.port
        : -1;
  return { address: host.address, port };
}

function isCalled({ hosts }: Line, address: string, host: string): boolean {
  return address === host || hosts.some(({ id, ...known }) => id === host && known.address === address);
}

/** By node number, names in lower case as filters hold them. */
function hostsOf({ experiment }: Run): readonly HostName[] {
  const { hosts, routers } = experiment.town;
  return [...hosts, ...routers].map(({ id, address }) => ({ id: id.toLowerCase(), address }));
}
