import type { Experiment, Link } from '../experiment/experiment';
import { pieceCount, senderOf } from '../experiment/pieces';
import type { LaneResult, RunResult } from '../trace/run';

const PIECES_NAMED = 10;

/** The run in a few lines: what was asked for, then one line per lane. */
export function summaryLines(experiment: Experiment, result: RunResult): readonly string[] {
  return [askedLine(experiment), ...result.lanes.flatMap((lane) => [laneLine(lane), ...flowLines(lane)])];
}

function askedLine(experiment: Experiment): string {
  const sender = senderOf(experiment);
  const message = sender
    ? `${count(sender.payload.bytes.length, 'byte')} in ${count(pieceCount(sender), 'piece')}`
    : 'no message';
  const weather = experiment.town.links.map(weatherWords).filter((words) => words !== '');
  return `seed ${experiment.seed}, ${message}, ${weather.length > 0 ? weather.join(', ') : 'clear weather'}`;
}

function weatherWords({ id, weather }: Link): string {
  const amounts = [
    ['loss', weather.loss],
    ['reordering', weather.reorder],
    ['duplication', weather.duplicate],
    ['corruption', weather.corrupt],
  ] as const;
  const words = amounts.filter(([, amount]) => amount > 0).map(([name, amount]) => `${name} ${amount}`);
  return words.length === 0 ? '' : `${words.join(', ')} on ${id}`;
}

function laneLine(lane: LaneResult): string {
  const sent = `${count(lane.packetsSent, 'packet')} of ${count(lane.bytesSent, 'byte')}`;
  if (lane.flows.length === 0) return `${lane.transport.toUpperCase()}: ${sent}`;
  const parts = [
    lane.intact ? 'intact' : 'not intact',
    ...(lane.isCutOff ? ['cut off before its end'] : []),
    ...piecesWords('missing', lane.missingPieces),
    ...piecesWords('repeated', lane.repeatedPieces),
    ...piecesWords('overtaken', lane.overtakenPieces),
    lane.finishNs === null ? 'nothing arrived' : `last byte at ${(lane.finishNs / 1e9).toFixed(3)} s`,
    sent,
    count(lane.retransmissions, 'retransmission'),
    `sender told ${lane.senderTold}`,
  ];
  return `${lane.transport.toUpperCase()}: ${parts.join(', ')}`;
}

/** A message alone needs no line of its own. */
function flowLines({ flows }: LaneResult): readonly string[] {
  if (flows.length < 2) return [];
  return flows.map((flow, number) => {
    const bytes = `${flow.deliveredBytes} of ${count(flow.sentBytes, 'byte')}`;
    const end = flow.finishNs === null ? '' : `, last byte at ${(flow.finishNs / 1e9).toFixed(3)} s`;
    const again = count(flow.retransmissions, 'retransmission');
    const from = `${flow.host}:${flow.port} over ${flow.transport.toUpperCase()}`;
    return `  flow ${number + 1} from ${from}: ${bytes}${end}, ${again}`;
  });
}

/** Pieces count from 1 for people. */
function piecesWords(word: string, pieces: readonly number[]): readonly string[] {
  if (pieces.length === 0) return [];
  const named = pieces.slice(0, PIECES_NAMED).map((piece) => piece + 1);
  const more = pieces.length > PIECES_NAMED ? ' …' : '';
  return [`${count(pieces.length, 'piece')} ${word} (${named.join(' ')}${more})`];
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
