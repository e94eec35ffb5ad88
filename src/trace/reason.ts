import type { DnsReason } from './dnsReason';
import type { DoorReason } from './doorReason';
import type { StreamReason } from './streamReason';
import type { WebReason } from './webReason';

/**
 * Why an event happened, for machines. Words live in i18n; the RFC section of each kind is in `reasonSource`.
 */
export type Reason =
  | { readonly kind: 'none' }
  // Inputs
  | { readonly kind: 'experimentStarted' }
  | { readonly kind: 'pieceDue'; readonly piece: number }
  | { readonly kind: 'command' }
  | { readonly kind: 'pauseOver' }
  /** Command number `command` of the experiment did it. */
  | { readonly kind: 'byHand'; readonly command: number }
  // Why a packet was sent
  | { readonly kind: 'appWrote'; readonly piece: number }
  | { readonly kind: 'appTimerExpired'; readonly timerNs: number }
  | { readonly kind: 'appAcknowledged'; readonly block: number }
  | { readonly kind: 'appFilteredDouble'; readonly block: number }
  | { readonly kind: 'openActive' }
  | { readonly kind: 'answerSyn' }
  | { readonly kind: 'newData' }
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'acknowledgeSyn' }
  | { readonly kind: 'acknowledgeFin' }
  | { readonly kind: 'delayedAckExpired' }
  | { readonly kind: 'duplicateAck'; readonly count: number }
  | { readonly kind: 'gapFilled' }
  | { readonly kind: 'retransmissionTimeout'; readonly backoff: number }
  | { readonly kind: 'tripleDuplicateAck'; readonly count: number }
  | { readonly kind: 'partialAck' }
  | { readonly kind: 'sackHole' }
  | { readonly kind: 'sackLikelyHole' }
  | { readonly kind: 'sackRescue' }
  | { readonly kind: 'reorderingTimeout' }
  | { readonly kind: 'tailLossProbe' }
  | { readonly kind: 'resendAfterTimeout' }
  | { readonly kind: 'limitedTransmit' }
  | { readonly kind: 'appClosed' }
  | { readonly kind: 'appAborted' }
  | { readonly kind: 'windowProbe' }
  | { readonly kind: 'keepAliveProbe' }
  | { readonly kind: 'windowUpdate' }
  | { readonly kind: 'sillyWindowOverride' }
  | { readonly kind: 'unacceptableSegment' }
  | { readonly kind: 'challengeAck' }
  | { readonly kind: 'challengeReset' }
  | { readonly kind: 'challengeSyn' }
  | { readonly kind: 'unexpectedAck' }
  | { readonly kind: 'portClosed' }
  | { readonly kind: 'noConnection' }
  | { readonly kind: 'timeToLiveExceeded' }
  | { readonly kind: 'networkUnreachable' }
  | { readonly kind: 'fragmentationNeeded'; readonly mtuBytes: number }
  | { readonly kind: 'echoRequested' }
  | { readonly kind: 'echoAsked'; readonly sequence: number }
  | { readonly kind: 'hopProbed'; readonly hop: number }
  // Fates on a link
  | { readonly kind: 'weather'; readonly fate: 'loss' | 'reorder' | 'duplicate' | 'corrupt' }
  | { readonly kind: 'rule'; readonly rule: number }
  | { readonly kind: 'linkCut' }
  | { readonly kind: 'queueFull'; readonly limit: number }
  | { readonly kind: 'backlogFull'; readonly limit: number }
  | { readonly kind: 'queueLong'; readonly threshold: number }
  | { readonly kind: 'linkBusy' }
  | { readonly kind: 'linkFree' }
  | { readonly kind: 'propagated' }
  | { readonly kind: 'routed'; readonly prefix: string }
  | { readonly kind: 'linkTooNarrow' }
  // What a host makes of fragments
  | { readonly kind: 'fragmentsMissing' }
  | { readonly kind: 'fragmentsComplete' }
  | { readonly kind: 'reassemblyTimeout' }
  // What neighbours on a link do (ARP)
  | { readonly kind: 'addressUnknown'; readonly address: string }
  | { readonly kind: 'addressAsked'; readonly address: string; readonly nth: number }
  | { readonly kind: 'addressAnswered' }
  | { readonly kind: 'addressHeard'; readonly address: string }
  | { readonly kind: 'badFrameCheck' }
  | { readonly kind: 'neighbourSilent'; readonly address: string }
  | { readonly kind: 'heldTooMany'; readonly limit: number }
  // IP without a transport
  | { readonly kind: 'rawDue'; readonly nth: number }
  /** The nth packet to come in; `text` is what it says where that is short and readable, else empty. */
  | { readonly kind: 'rawArrived'; readonly nth: number; readonly bytes: number; readonly text: string }
  | { readonly kind: 'protocolUnknown'; readonly protocol: number }
  | { readonly kind: 'protocolUnreachable' }
  // Why a machine threw a packet away
  | { readonly kind: 'badIpChecksum' }
  | { readonly kind: 'badTransportChecksum' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'noRoute' }
  | { readonly kind: 'notMine' }
  | { readonly kind: 'poweredOff' }
  // What a connection did
  | { readonly kind: 'segmentArrived' }
  | { readonly kind: 'segmentSent' }
  | { readonly kind: 'appCalled' }
  | { readonly kind: 'timerExpired' }
  | { readonly kind: 'inOrder' }
  | { readonly kind: 'outOfOrder' }
  | { readonly kind: 'oldDuplicate' }
  | { readonly kind: 'datagram' }
  // Why a timer was set or cancelled
  | { readonly kind: 'newlyAcknowledged' }
  | { readonly kind: 'allAcknowledged' }
  | { readonly kind: 'zeroWindow' }
  | { readonly kind: 'connectionEnded' }
  // Why another variable of a connection changed
  | { readonly kind: 'synArrived' }
  | { readonly kind: 'ackArrived' }
  | { readonly kind: 'duplicateAckArrived' }
  | { readonly kind: 'sackArrived' }
  | { readonly kind: 'finAcknowledged' }
  | { readonly kind: 'timeWaitOver' }
  | { readonly kind: 'windowAnnounced' }
  | { readonly kind: 'windowAdvertised' }
  | { readonly kind: 'segmentSizeAgreed' }
  | { readonly kind: 'ecnAgreed' }
  | { readonly kind: 'markArrived' }
  | { readonly kind: 'reductionHeard' }
  | { readonly kind: 'reductionOwed' }
  | { readonly kind: 'packetTooBig' }
  | { readonly kind: 'lossInferred' }
  | { readonly kind: 'lossCounted' }
  | { readonly kind: 'lossOvertaken' }
  | { readonly kind: 'firstRttSample' }
  | { readonly kind: 'rttSample' }
  | { readonly kind: 'timerBackoff' }
  | { readonly kind: 'rtoRestart' }
  // Why a congestion window or its threshold was set
  | { readonly kind: 'initialWindow' }
  | { readonly kind: 'slowStart' }
  | { readonly kind: 'congestionAvoidance' }
  | { readonly kind: 'cubicRenoFriendly' }
  | { readonly kind: 'cubicConcave' }
  | { readonly kind: 'cubicConvex' }
  | { readonly kind: 'delayIncrease' }
  | { readonly kind: 'lossReduction' }
  | { readonly kind: 'cubicReduction' }
  | { readonly kind: 'congestionExperienced' }
  | { readonly kind: 'timeoutReduction' }
  | { readonly kind: 'recoveryInflation' }
  | { readonly kind: 'partialAckDeflation' }
  | { readonly kind: 'proportionalReduction' }
  | { readonly kind: 'reductionCompleted' }
  | { readonly kind: 'recoveryEnded' }
  | { readonly kind: 'sackRecoveryEnded' }
  | { readonly kind: 'reductionUndone' }
  | { readonly kind: 'idleRestart' }
  // What an app is told
  | { readonly kind: 'connected' }
  | { readonly kind: 'peerClosed' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'connectionRefused' }
  | { readonly kind: 'connectionReset' }
  | { readonly kind: 'deliveryProblem' }
  | { readonly kind: 'gaveUp' }
  | { readonly kind: 'portUnreachable' }
  | { readonly kind: 'hostUnreachable' }
  | { readonly kind: 'messageTooBig' }
  | { readonly kind: 'echoReplied'; readonly sequence: number; readonly roundTripNs: number }
  /** Somebody on the way, `address`, says that the request did not get there. */
  | { readonly kind: 'echoFailed'; readonly sequence: number; readonly address: string }
  | {
      readonly kind: 'hopFound';
      readonly hop: number;
      readonly address: string;
      readonly roundTripNs: number;
    }
  | { readonly kind: 'hopSilent'; readonly hop: number }
  | { readonly kind: 'pathEnds'; readonly hop: number; readonly roundTripNs: number }
  | { readonly kind: 'pathBroken'; readonly hop: number; readonly address: string }
  /** A connection between the same two sockets is not over. */
  | { readonly kind: 'connectionExists' }
  /** By itself: an app that makes its own reliability has stopped trying. */
  | { readonly kind: 'appGaveUp' }
  | DnsReason
  | DoorReason
  | WebReason
  | StreamReason;

export type ReasonKind = Reason['kind'];
