import type { Nanoseconds, Transport } from '../experiment/experiment';
import { pieceCount, senderOf } from '../experiment/pieces';
import { type Divergence, firstDivergence } from './divergence';
import type { LaneResult, Run } from './run';

/** A figure in the first future and in the second. */
export interface Pair<T> {
  readonly here: T;
  readonly there: T;
}

/** What became of one lane in two futures. */
export interface LaneComparison {
  readonly transport: Transport;
  /** Where they part; null when the whole lane went the same. */
  readonly divergence: Divergence | null;
  /** When the app had its last byte; null if never. */
  readonly finishNs: Pair<Nanoseconds | null>;
  readonly retransmissions: Pair<number>;
  /** IP packets that hosts made. */
  readonly packets: Pair<number>;
  /** Different pieces of the message that the app has in the end. */
  readonly delivered: Pair<number>;
  readonly pieces: number;
  /** What the app has is what was sent. */
  readonly intact: Pair<boolean>;
  /** What the sending app was told last, as a kind of reason; `none` for nothing. */
  readonly told: Pair<string>;
  /** Pieces, from 0, that are missing in one future only. */
  readonly missingOnly: Pair<readonly number[]>;
}

const compared = new WeakMap<Run, WeakMap<Run, readonly LaneComparison[]>>();

/** Two runs of the same town and message side by side, lane by lane; null while one of them is not known to its end. */
export function compareRuns(here: Run, there: Run): readonly LaneComparison[] | null {
  if (!here.result || !there.result) return null;
  let others = compared.get(here);
  if (!others) compared.set(here, (others = new WeakMap()));
  let lanes = others.get(there);
  if (!lanes) {
    lanes = here.result.lanes.map((_, lane) => compareLane(here, there, lane));
    others.set(there, lanes);
  }
  return lanes;
}

function compareLane(here: Run, there: Run, lane: number): LaneComparison {
  const [one, other] = [here.result!.lanes[lane]!, there.result!.lanes[lane]!];
  const sender = senderOf(here.experiment);
  const pieces = sender ? pieceCount(sender) : 0;
  const pair = <T>(read: (result: LaneResult) => T): Pair<T> => ({ here: read(one), there: read(other) });
  return {
    transport: one.transport,
    divergence: firstDivergence(here.traces[lane]!, there.traces[lane]!),
    finishNs: pair(({ finishNs }) => finishNs),
    retransmissions: pair(({ retransmissions }) => retransmissions),
    packets: pair(({ packetsSent }) => packetsSent),
    delivered: pair(({ missingPieces }) => pieces - missingPieces.length),
    pieces,
    intact: pair(({ intact }) => intact),
    told: pair(({ senderTold }) => senderTold),
    missingOnly: {
      here: one.missingPieces.filter((piece) => !other.missingPieces.includes(piece)),
      there: other.missingPieces.filter((piece) => !one.missingPieces.includes(piece)),
    },
  };
}
