import type { Experiment, Nanoseconds } from '../experiment/experiment';
import { pieceCount, senderOf } from '../experiment/pieces';
import { applicationIndex } from './applicationView';
import { countAtMost, follow } from './follow';
import type { Run } from './run';
import type { Trace } from './trace';

/** One lane's figures at one moment. */
export interface Scores {
  /** Different pieces the receiving app has. */
  readonly piecesInApp: number;
  readonly piecesTotal: number;
  /** IP packets the hosts made (routers' ICMP errors not counted), and their bytes. */
  readonly packetsSent: number;
  readonly bytesOnWire: number;
  readonly retransmissions: number;
  readonly firstByteNs: Nanoseconds | null;
  /** When the app got the last byte it ever got; null before that moment and while the run is not computed. */
  readonly finishNs: Nanoseconds | null;
}

/** Packets the hosts sent, one entry each; `bytes` and `retransmissions` are sums up to and with that packet. */
export interface SentIndex {
  readonly hosts: number;
  readonly times: Nanoseconds[];
  readonly bytes: number[];
  readonly retransmissions: number[];
  /** Packets that carried a piece once more, by flow. */
  readonly again: Map<number, number>;
}

/** The index of what hosts sent, kept up with the trace. */
export const sentIndex = follow<SentIndex, Pick<Experiment, 'town'>>(
  (_trace, { town }) => ({
    hosts: town.hosts.length,
    times: [],
    bytes: [],
    retransmissions: [],
    again: new Map(),
  }),
  addSent,
);

/** The figures of lane `lane` at `timeNs`. */
export function scoresAt(run: Run, lane: number, timeNs: Nanoseconds): Scores {
  const { experiment } = run;
  const sender = senderOf(experiment);
  const piecesTotal = sender ? pieceCount(sender) : 0;
  const trace = run.traces[lane];
  if (!trace) return { ...NOTHING, piecesTotal };
  const sent = sentIndex(trace, experiment);
  const packets = countAtMost(sent.times, timeNs);
  const app = applicationIndex(trace, experiment);
  const reads = countAtMost(app.readTimes, timeNs);
  const finishNs = run.result?.lanes[lane]?.finishNs ?? null;
  return {
    piecesInApp: app.distinctCounts[reads - 1] ?? 0,
    piecesTotal,
    packetsSent: packets,
    bytesOnWire: sent.bytes[packets - 1] ?? 0,
    retransmissions: sent.retransmissions[packets - 1] ?? 0,
    firstByteNs: reads > 0 ? app.readTimes[0]! : null,
    finishNs: finishNs !== null && finishNs <= timeNs ? finishNs : null,
  };
}

const NOTHING: Scores = {
  piecesInApp: 0,
  piecesTotal: 0,
  packetsSent: 0,
  bytesOnWire: 0,
  retransmissions: 0,
  firstByteNs: null,
  finishNs: null,
};

function addSent(index: SentIndex, trace: Trace, number: number): void {
  if (trace.kindAt(number) !== 'packetSent') return;
  const event = trace.event(number);
  // Nodes are numbered hosts first, then routers.
  if (event.kind !== 'packetSent' || event.place >= index.hosts) return;
  const packet = trace.packet(event.packet);
  const last = index.times.length - 1;
  const again = packet.role === 'retransmission' ? 1 : 0;
  index.again.set(packet.flow, (index.again.get(packet.flow) ?? 0) + again);
  index.times.push(event.timeNs);
  index.bytes.push((index.bytes[last] ?? 0) + packet.bytes.length);
  index.retransmissions.push((index.retransmissions[last] ?? 0) + again);
}
