import { captureOf, type Passage, passagesAt } from '../../src/capture/captureOf';
import type { Capture } from '../../src/capture/pcapng';
import { simulateAll } from '../../src/engine/simulate';
import { packetBytesAt } from '../../src/trace/packetBytesAt';
import type { PacketRecord } from '../../src/trace/packetRecord';
import { type TcpLabel, tcpLabelsOf } from '../../src/trace/tcpLabels';
import { decodeIpv4, PROTOCOL } from '../../src/wire/ipv4';
import { isMalformed } from '../../src/wire/malformed';
import { decodeTcp, FLAG, type TcpHeader } from '../../src/wire/tcp';
import { readWithTshark } from './tshark';
import type { CapturedRun } from './tsharkRuns';

/** What both the engine and Wireshark have a word for. */
export const VERDICTS = [
  'retransmission',
  'duplicateAck',
  'zeroWindow',
  'windowFull',
  'keepAlive',
] as const satisfies readonly TcpLabel[];
export type Verdict = (typeof VERDICTS)[number];

const ANALYSIS = 'tcp.analysis.';
const FIELDS = [
  'retransmission',
  'fast_retransmission',
  'spurious_retransmission',
  'out_of_order',
  'duplicate_ack',
  'zero_window',
  'window_full',
  'keep_alive',
  'keep_alive_ack',
] as const;
const FAULTS = ['_ws.malformed', 'ip.checksum.status', 'tcp.checksum.status'] as const;
/** What a checksum's status says when it is wrong. */
const BAD = '0';
export type AnalysisField = (typeof FIELDS)[number];

/**
 * Wireshark's word for each verdict. "Out of order" is none for a retransmission: by it Wireshark says that the network
 * was late, and not that the sender sent anything twice.
 */
const FIELDS_OF: Readonly<Record<Verdict, readonly AnalysisField[]>> = {
  retransmission: ['retransmission', 'fast_retransmission', 'spurious_retransmission'],
  duplicateAck: ['duplicate_ack'],
  zeroWindow: ['zero_window'],
  windowFull: ['window_full'],
  keepAlive: ['keep_alive'],
};

/** A segment as the capture shows it, damage included; numbers as on the wire. */
export interface SeenSegment {
  readonly header: TcpHeader;
  readonly length: number;
  /** The sequence number behind it; SYN and FIN count. */
  readonly end: number;
}

/** One packet of a capture and what both sides say of it. */
export interface Judged extends Passage {
  readonly record: PacketRecord;
  /** `undefined` for what is no TCP segment. */
  readonly segment: SeenSegment | undefined;
  readonly isDamaged: boolean;
  /** What Wireshark finds wrong with the packet itself. */
  readonly isMalformed: boolean;
  readonly hasBadChecksum: boolean;
  readonly labels: ReadonlySet<TcpLabel>;
  readonly analysis: ReadonlySet<AnalysisField>;
}

/** Whether the engine, which knows, and tshark, which guesses, give this verdict. */
export function saysEngine({ labels }: Judged, verdict: Verdict): boolean {
  return labels.has(verdict);
}

export function saysTshark({ analysis }: Judged, verdict: Verdict): boolean {
  return FIELDS_OF[verdict].some((field) => analysis.has(field));
}

/** Simulates, captures, and asks both sides about every packet of the capture. */
export function judge({ experiment, at }: CapturedRun): readonly Judged[] {
  const run = simulateAll(experiment);
  const [trace] = run.traces;
  const names = FIELDS.map((field) => `${ANALYSIS}${field}` as const);
  const read = readWithTshark(dated(captureOf(run, [0], at)), [...names, ...FAULTS]);
  return passagesAt(run, 0, at).map((passage, number) => {
    const record = trace!.packet(passage.packet);
    const seen = packetBytesAt(trace!, passage.packet, passage.event);
    const said = read[number]!;
    return {
      ...passage,
      record,
      segment: segmentOf(seen),
      isDamaged: isDamaged(record.bytes, seen),
      isMalformed: said['_ws.malformed'] !== '',
      hasBadChecksum: said['ip.checksum.status'] === BAD || said['tcp.checksum.status'] === BAD,
      labels: tcpLabelsOf(trace!, passage.packet),
      analysis: new Set(FIELDS.filter((field) => said[`${ANALYSIS}${field}`] !== '')),
    };
  });
}

/**
 * The capture as a machine with a clock would have dated it. At the very start of 1970, where our files begin, Wireshark
 * takes a SYN's time for unknown: without the first round trip it would call fewer segments out of order.
 */
function dated({ interfaces, packets }: Capture): Capture {
  const laterNs = 86_400_000_000_000;
  return {
    interfaces,
    packets: packets.map((packet) => ({ ...packet, timeNs: packet.timeNs + laterNs })),
  };
}

/** Behind the IP header, which changes on the way (TTL and checksum), nothing may. */
function isDamaged(sent: Uint8Array, seen: Uint8Array): boolean {
  const ipHeaderBytes = 20;
  return seen.some((octet, i) => i >= ipHeaderBytes && octet !== sent[i]);
}

function segmentOf(packet: Uint8Array<ArrayBuffer>): SeenSegment | undefined {
  const ip = decodeIpv4(packet);
  if (isMalformed(ip) || ip.header.protocol !== PROTOCOL.tcp) return undefined;
  const tcp = decodeTcp(ip.payload);
  if (isMalformed(tcp)) return undefined;
  const { header, payload } = tcp;
  const counts = (header.flags & (FLAG.syn | FLAG.fin)) === 0 ? 0 : 1;
  const end = (header.sequence + payload.length + counts) >>> 0;
  return { header, length: payload.length, end };
}
