import { dialectOf } from './dialect';
import { DuplicateThreshold, FirstSegmentLost } from './duplicateThreshold';
import { ForwardRto } from './forwardRto';
import type { LossDetection } from './lossDetection';
import { PartedRecovery } from './partedRecovery';
import { isOn } from './mechanisms';
import { ProportionalReduction } from './proportionalReduction';
import { Rack } from './rack';
import type { LossRecovery } from './recovery';
import { Reordering } from './reordering';
import { SpuriousReduction } from './spuriousReduction';
import type { TransmissionControlBlock } from './transmissionControlBlock';
import { ImmediateReduction, InflatedReduction, type WindowReduction } from './windowReduction';

/** The loss recovery that the experiment asks for, once it is known whether SACK is in use. */
export function recoveryFor(tcb: TransmissionControlBlock): LossRecovery {
  const { congestion, sentSegments, hasSack } = tcb;
  const { options } = tcb.setup;
  const isPaced = options.proportionalRateReduction;
  const dialect = dialectOf(tcb);
  return new PartedRecovery({
    congestion,
    board: sentSegments,
    detection: isOn(tcb, 'fastRetransmit') ? detectionFor(tcb) : undefined,
    reduction: isOn(tcb, 'fastRecovery') ? reductionFor(tcb) : undefined,
    reordering: new Reordering(dialect.learnsReordering),
    spurious: options.undoesSpuriousReductions ? new SpuriousReduction() : undefined,
    forwardRto: options.forwardRtoRecovery ? new ForwardRto(hasSack, dialect.trustsFullAck) : undefined,
    hasSack,
    isImpatient: !hasSack && !isPaced,
    countsDuplicatesAsSacked: isPaced,
    countsDelivery: options.growthLimitSegments > 1,
    endsBeyondPoint: !hasSack && dialect.recoversBeyondPoint,
    keepsReports: dialect.keepsReports,
    hasLimitedTransmit: isOn(tcb, 'limitedTransmit'),
    hasPartialAcks: isOn(tcb, 'partialAcks'),
  });
}

function detectionFor(tcb: TransmissionControlBlock): LossDetection {
  const { sentSegments: board, hasSack, setup, rtt } = tcb;
  if (!hasSack) return new FirstSegmentLost(board, !isOn(tcb, 'partialAcks'));
  return setup.options.rackTlp ? new Rack(board, rtt) : new DuplicateThreshold(board);
}

function reductionFor(tcb: TransmissionControlBlock): WindowReduction {
  const { congestion, sendMaxSegmentBytes, hasSack, setup } = tcb;
  if (setup.options.proportionalRateReduction) {
    return new ProportionalReduction(congestion, sendMaxSegmentBytes, dialectOf(tcb).reducesCautiously);
  }
  return hasSack
    ? new ImmediateReduction(congestion)
    : new InflatedReduction(congestion, sendMaxSegmentBytes);
}
