import type { Transport } from '../experiment/experiment';
import type { ReasonKind } from './reason';

/** Where a rule is written down. */
export interface RfcSection {
  readonly rfc: number;
  readonly section: string;
}

const at = (rfc: number, section: string): RfcSection => ({ rfc, section });

const SOURCES: { readonly [K in ReasonKind]: RfcSection | null } = {
  none: null,
  experimentStarted: null,
  pieceDue: null,
  command: null,
  pauseOver: null,
  appWrote: null,
  openActive: at(9293, '3.10.1'),
  answerSyn: at(9293, '3.5'),
  newData: at(9293, '3.10.2'),
  acknowledge: at(9293, '3.4'),
  acknowledgeSyn: at(9293, '3.5'),
  acknowledgeFin: at(9293, '3.6'),
  delayedAckExpired: at(9293, '3.8.6.3'),
  duplicateAck: at(5681, '4.2'),
  gapFilled: at(5681, '4.2'),
  retransmissionTimeout: at(6298, '5'),
  tripleDuplicateAck: at(5681, '3.2'),
  partialAck: at(6582, '3.2'),
  sackHole: at(6675, '4'),
  sackLikelyHole: at(6675, '4'),
  sackRescue: at(6675, '4'),
  resendAfterTimeout: at(5681, '3.1'),
  limitedTransmit: at(3042, '2'),
  appClosed: at(9293, '3.6'),
  appAborted: at(9293, '3.10.5'),
  windowProbe: at(9293, '3.8.6.1'),
  keepAliveProbe: at(9293, '3.8.4'),
  windowUpdate: at(9293, '3.8.6.2.2'),
  sillyWindowOverride: at(9293, '3.8.6.2.1'),
  unacceptableSegment: at(9293, '3.10.7.4'),
  challengeAck: at(5961, '3.2'),
  unexpectedAck: at(9293, '3.5.2'),
  portClosed: at(1122, '4.1.3.1'),
  noConnection: at(9293, '3.5.2'),
  timeToLiveExceeded: at(1812, '5.3.1'),
  networkUnreachable: at(1812, '5.2.7.1'),
  echoRequested: at(1122, '3.2.2.6'),
  weather: at(1122, '1.1.3'),
  rule: at(1122, '1.1.3'),
  queueFull: at(1812, '5.3.6'),
  linkBusy: null,
  linkFree: null,
  propagated: null,
  routed: at(1812, '5.2.4.3'),
  badIpChecksum: at(1122, '3.2.1.2'),
  badTransportChecksum: at(1122, '4.1.3.4'),
  malformed: at(1812, '5.2.2'),
  noRoute: at(1812, '5.2.7.1'),
  notMine: at(1122, '3.2.1.3'),
  segmentArrived: at(9293, '3.10.7'),
  segmentSent: at(9293, '3.4'),
  appCalled: at(9293, '3.9.1'),
  timerExpired: at(9293, '3.10.8'),
  inOrder: at(9293, '3.10.7.4'),
  outOfOrder: at(9293, '3.10.7.4'),
  oldDuplicate: at(9293, '3.10.7.4'),
  datagram: at(768, 'User Interface'),
  newlyAcknowledged: at(6298, '5'),
  allAcknowledged: at(6298, '5'),
  zeroWindow: at(9293, '3.8.6.1'),
  connectionEnded: at(9293, '3.6'),
  initialWindow: at(6928, '2'),
  slowStart: at(5681, '3.1'),
  congestionAvoidance: at(5681, '3.1'),
  cubicRenoFriendly: at(9438, '4.3'),
  cubicConcave: at(9438, '4.4'),
  cubicConvex: at(9438, '4.5'),
  delayIncrease: at(9438, '4.10'),
  lossReduction: at(5681, '3.2'),
  cubicReduction: at(9438, '4.6'),
  congestionExperienced: at(3168, '6.1.2'),
  timeoutReduction: at(5681, '3.1'),
  recoveryInflation: at(5681, '3.2'),
  partialAckDeflation: at(6582, '3.2'),
  proportionalReduction: at(6937, '3'),
  recoveryEnded: at(6582, '3.2'),
  reductionUndone: at(4015, '3.2'),
  idleRestart: at(5681, '4.1'),
  connected: at(9293, '3.5'),
  peerClosed: at(9293, '3.6'),
  closed: at(9293, '3.6'),
  connectionRefused: at(9293, '3.10.7.3'),
  connectionReset: at(9293, '3.10.7.4'),
  deliveryProblem: at(9293, '3.8.3'),
  gaveUp: at(9293, '3.8.3'),
  portUnreachable: at(1122, '4.1.3.3'),
  hostUnreachable: at(1122, '3.2.2.1'),
};

/** Where TCP has a rule of its own. */
const TCP_SOURCES: Partial<Record<ReasonKind, RfcSection>> = {
  badTransportChecksum: at(9293, '3.1'),
  portClosed: at(9293, '3.5.2'),
};

/** The RFC section behind a reason, or null where no RFC decides (an app's wish, a link's physics). */
export function reasonSource(kind: ReasonKind, transport: Transport): RfcSection | null {
  return (transport === 'tcp' && TCP_SOURCES[kind]) || SOURCES[kind];
}
