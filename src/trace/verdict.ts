import type { Nanoseconds, Transport } from '../experiment/experiment';
import { pieceCount, senderOf } from '../experiment/pieces';
import { notablesOf, type Notable } from './notables';
import type { LaneResult, Run } from './run';

/** How one lane's message fared, the strongest that is true. */
export type Outcome =
  /** Nothing was to be sent. */
  | 'empty'
  /** The app has exactly what was sent. */
  | 'intact'
  /** The room is not open and the sender was told so (RST or ICMP port unreachable). */
  | 'refused'
  /** The run was too long to be simulated to its end. */
  | 'cutOff'
  /** TCP stopped trying and told its app. */
  | 'gaveUp'
  /** The app, which made its own reliability, stopped trying. */
  | 'appGaveUp'
  /** The app got nothing at all and no one was told. */
  | 'nothing'
  /** Some pieces never came. */
  | 'missing'
  /** All came, but some twice or in another order. */
  | 'disordered'
  /** Every piece came once and in order, with bytes that are not those sent: a checksum let an error through. */
  | 'damaged';

/** One lane's end, for machines; the sentence is made of it in i18n. */
export interface LaneVerdict {
  readonly transport: Transport;
  readonly outcome: Outcome;
  readonly pieces: number;
  readonly missing: number;
  readonly repeated: number;
  readonly overtaken: number;
  readonly retransmissions: number;
  /** When the app got its last byte; when the sender was told, if it was refused or gave up; null if neither. */
  readonly finishNs: Nanoseconds | null;
}

/** The verdict over a finished run, lane by lane; null while it is still being computed. */
export function verdictOf(run: Run): readonly LaneVerdict[] | null {
  if (!run.result) return null;
  const sender = senderOf(run.experiment);
  const pieces = sender ? pieceCount(sender) : 0;
  return run.result.lanes.map((lane, number) => {
    const outcome = outcomeOf(lane, pieces);
    const wasTold = outcome === 'refused' || outcome === 'gaveUp' || outcome === 'appGaveUp';
    return {
      transport: lane.transport,
      outcome,
      pieces,
      missing: lane.missingPieces.length,
      repeated: lane.repeatedPieces.length,
      overtaken: lane.overtakenPieces.length,
      retransmissions: lane.retransmissions,
      finishNs: wasTold ? toldNs(run, number) : lane.finishNs,
    };
  });
}

const REFUSALS: ReadonlySet<string> = new Set(['connectionRefused', 'connectionReset', 'portUnreachable']);
const SURRENDERS: ReadonlySet<string> = new Set(['gaveUp', 'hostUnreachable']);

function outcomeOf(lane: LaneResult, pieces: number): Outcome {
  if (lane.deliveredBytes === 0 && REFUSALS.has(lane.senderTold)) return 'refused';
  if (!lane.intact && SURRENDERS.has(lane.senderTold)) return 'gaveUp';
  if (!lane.intact && lane.senderTold === 'appGaveUp') return 'appGaveUp';
  if (pieces === 0) return 'empty';
  if (lane.intact) return 'intact';
  if (lane.isCutOff) return 'cutOff';
  if (lane.deliveredBytes === 0) return 'nothing';
  if (lane.missingPieces.length > 0) return 'missing';
  return lane.repeatedPieces.length + lane.overtakenPieces.length > 0 ? 'disordered' : 'damaged';
}

/** When the sending app was first told what it was told in the end (each datagram gets its note), or null. */
function toldNs({ traces, experiment, result }: Run, lane: number): Nanoseconds | null {
  const trace = traces[lane];
  if (!trace) return null;
  const told = result?.lanes[lane]?.senderTold;
  const isTold = ({ kind, atSender, why }: Notable): boolean =>
    kind === 'appTold' && atSender && why === told;
  return notablesOf(trace, experiment).find(isTold)?.timeNs ?? null;
}
