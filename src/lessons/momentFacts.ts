import { pieceDueNs, senderOf } from '../experiment/pieces';
import { callViewAt } from '../trace/callView';
import { connectionsOf, snapshotAt } from '../trace/connectionEnds';
import { packetFactsOf } from '../trace/packetFacts';
import type { Run } from '../trace/run';
import { sentIndex } from '../trace/scores';
import { countAtMost } from '../trace/follow';
import type { ConnectionSnapshot } from '../trace/snapshot';
import type { Facts, Moment } from './lesson';
import {
  duplicatesBeforeResend,
  orderOfArrival,
  orderOfReading,
  resendsOf,
  uselessFrames,
} from './predicates';

const MILLISECOND_NS = 1_000_000;

/** Every number that a sentence about this moment may need, by the name of its gap. Pieces count from 1, times from the first write. */
export function momentFacts(run: Run, moment: Moment): Facts {
  return {
    ms: sinceFirstWrite(run, moment.timeNs),
    ...packetNumbers(run, moment),
    ...readNumbers(run, moment),
    ...connectionNumbers(run, moment),
    ...sentNumbers(run, moment),
    ...pieceNumbers(run, moment),
    ...callNumbers(run, moment),
  };
}

/** What the whole run came to, for a sentence about it. */
export function runFacts(run: Run): Facts {
  return {
    arrived: orderOfArrival(run, 'tcp').join('·'),
    read: orderOfReading(run, 'tcp').join('·'),
    resends: resendsOf(run, 'tcp'),
    duplicates: duplicatesBeforeResend(run),
    ...Object.fromEntries(
      (run.result?.lanes ?? []).flatMap(({ transport, finishNs, missingPieces }) => [
        [`${transport}Ms`, finishNs === null ? '–' : sinceFirstWrite(run, finishNs)],
        [`${transport}Missing`, missingPieces.length],
        [`${transport}Useless`, uselessFrames(run, transport)],
      ]),
    ),
  };
}

/** What never comes, in the end. */
function pieceNumbers(run: Run, { lane }: Moment): Facts {
  const missing = run.result?.lanes[lane]?.missingPieces ?? [];
  return missing.length > 0 ? { missing: missing.map((piece) => piece + 1).join(', ') } : {};
}

function callNumbers(run: Run, { lane }: Moment): Facts {
  const call = callViewAt(run, lane, Infinity);
  if (!call) return {};
  const late = call.frames.filter(({ fate }) => fate === 'late').map(({ number }) => number + 1);
  return { late: late.join(', '), lateCount: late.length, burst: call.burst };
}

function sinceFirstWrite(run: Run, timeNs: number): number {
  const sender = senderOf(run.experiment);
  return Math.round((timeNs - (sender ? pieceDueNs(sender, 0) : 0)) / MILLISECOND_NS);
}

function packetNumbers(run: Run, { lane, packet }: Moment): Facts {
  const facts = packetFactsOf(run, { lane, packet });
  if (!facts) return {};
  return {
    ...(facts.piece >= 0 ? { piece: facts.piece + 1 } : {}),
    ...(facts.acknowledgment > 0 ? { ack: facts.acknowledgment } : {}),
    ...(facts.duplicateAck > 0 ? { nth: facts.duplicateAck } : {}),
  };
}

function readNumbers(run: Run, { lane, event }: Moment): Facts {
  const read = run.traces[lane]!.event(event);
  return read.kind === 'bytesDelivered' ? { bytes: read.length } : {};
}

function connectionNumbers(run: Run, { lane, timeNs }: Moment): Facts {
  const trace = run.traces[lane]!;
  const ends = trace.lane === 'tcp' ? connectionsOf(trace)[0] : undefined;
  const sender = ends && snapshotAt(trace, ends.opener, timeNs);
  const receiver = ends?.peer ? snapshotAt(trace, ends.peer, timeNs) : null;
  return { ...(sender ? senderNumbers(sender) : {}), ...(receiver ? receiverNumbers(receiver) : {}) };
}

function senderNumbers({ cwnd, ssthresh, inFlight, rtoNs }: ConnectionSnapshot): Facts {
  return { cwnd, ssthresh, inFlight, rto: Math.round(rtoNs / MILLISECOND_NS) };
}

/** Sequence numbers as a lesson has them: the SYN is 0, the first byte 1. */
function receiverNumbers({
  reassembly,
  receiveNext,
  initialReceiveSequence: base,
}: ConnectionSnapshot): Facts {
  const held = reassembly[0];
  const relative = (sequence: number): number => (sequence - base) >>> 0;
  return {
    expected: relative(receiveNext),
    ...(held ? { heldFrom: relative(held.start), heldTo: relative(held.end) } : {}),
  };
}

function sentNumbers(run: Run, { lane, timeNs }: Moment): Facts {
  const { times, retransmissions } = sentIndex(run.traces[lane]!, run.experiment);
  const sent = countAtMost(times, timeNs);
  return { resends: retransmissions[sent - 1] ?? 0 };
}
