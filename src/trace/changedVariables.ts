import type { ConnectionSnapshot, Variable } from './snapshot';

/**
 * The variables that differ, in the order of `VARIABLES`; lists differ if they are not the same array. Written out,
 * because it is asked after everything that happens to a connection, and a loop over names is several times slower.
 */
export function changedVariables(before: ConnectionSnapshot, after: ConnectionSnapshot): readonly Variable[] {
  const changed: Variable[] = [];
  compareStates(before, after, changed);
  compareFlights(before, after, changed);
  compareRest(before, after, changed);
  return changed;
}

type Compare = (before: ConnectionSnapshot, after: ConnectionSnapshot, changed: Variable[]) => void;

const compareStates: Compare = (before, after, changed) => {
  if (before.state !== after.state) changed.push('state');
  if (before.phase !== after.phase) changed.push('phase');
  if (before.localPort !== after.localPort) changed.push('localPort');
  if (before.remotePort !== after.remotePort) changed.push('remotePort');
  if (before.initialSendSequence !== after.initialSendSequence) changed.push('initialSendSequence');
  if (before.initialReceiveSequence !== after.initialReceiveSequence) changed.push('initialReceiveSequence');
  if (before.sendUnacked !== after.sendUnacked) changed.push('sendUnacked');
  if (before.sendNext !== after.sendNext) changed.push('sendNext');
  if (before.highestSent !== after.highestSent) changed.push('highestSent');
  if (before.sendWindow !== after.sendWindow) changed.push('sendWindow');
  if (before.receiveNext !== after.receiveNext) changed.push('receiveNext');
  if (before.receiveWindow !== after.receiveWindow) changed.push('receiveWindow');
};

const compareFlights: Compare = (before, after, changed) => {
  if (before.cwnd !== after.cwnd) changed.push('cwnd');
  if (before.ssthresh !== after.ssthresh) changed.push('ssthresh');
  if (before.inFlight !== after.inFlight) changed.push('inFlight');
  if (before.pipe !== after.pipe) changed.push('pipe');
  if (before.sackedBytes !== after.sackedBytes) changed.push('sackedBytes');
  if (before.lostBytes !== after.lostBytes) changed.push('lostBytes');
  if (before.resentBytes !== after.resentBytes) changed.push('resentBytes');
  if (before.recoveryPoint !== after.recoveryPoint) changed.push('recoveryPoint');
  if (before.sendMaxSegmentBytes !== after.sendMaxSegmentBytes) changed.push('sendMaxSegmentBytes');
};

const compareRest: Compare = (before, after, changed) => {
  if (before.duplicateAcks !== after.duplicateAcks) changed.push('duplicateAcks');
  if (before.ecnAgreed !== after.ecnAgreed) changed.push('ecnAgreed');
  if (before.ecnEchoing !== after.ecnEchoing) changed.push('ecnEchoing');
  if (before.ecnOwesNotice !== after.ecnOwesNotice) changed.push('ecnOwesNotice');
  if (before.smoothedRttNs !== after.smoothedRttNs) changed.push('smoothedRttNs');
  if (before.rttVarianceNs !== after.rttVarianceNs) changed.push('rttVarianceNs');
  if (before.rtoNs !== after.rtoNs) changed.push('rtoNs');
  if (before.reassemblyBytes !== after.reassemblyBytes) changed.push('reassemblyBytes');
  if (before.readableBytes !== after.readableBytes) changed.push('readableBytes');
  if (before.unsentBytes !== after.unsentBytes) changed.push('unsentBytes');
  if (before.scoreboard !== after.scoreboard) changed.push('scoreboard');
  if (before.lost !== after.lost) changed.push('lost');
  if (before.resent !== after.resent) changed.push('resent');
  if (before.reassembly !== after.reassembly) changed.push('reassembly');
};
