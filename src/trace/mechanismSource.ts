import type { Mechanism } from '../experiment/tcpOptions';
import type { RfcSection } from './rfcSection';

const at = (rfc: number, section: string): RfcSection => ({ rfc, section });

/** Where each mechanism of TCP is written down, under the question that it answers. */
const SOURCES = {
  opening: {
    threeWayHandshake: at(9293, '3.5'),
    simultaneousOpen: at(9293, '3.5'),
    segmentSizeLimit: at(9293, '3.7.1'),
  },
  trust: {
    checksum: at(9293, '3.1'),
    reassembly: at(9293, '3.10.7.4'),
    sequenceCheck: at(9293, '3.10.7.4'),
    acknowledgmentCheck: at(9293, '3.10.7.4'),
    timestampCheck: at(7323, '5.3'),
  },
  loss: {
    retransmissionTimeout: at(6298, '5.4'),
    rttEstimation: at(6298, '2'),
    karn: at(6298, '3'),
    timerBackoff: at(6298, '5.5'),
    duplicateAcks: at(5681, '4.2'),
    fastRetransmit: at(5681, '3.2'),
    fastRecovery: at(5681, '3.2'),
    partialAcks: at(6582, '3.2'),
    limitedTransmit: at(3042, '2'),
  },
  crowding: {
    pipelining: at(9293, '3.8'),
    congestionControl: at(5681, '3'),
    slowStart: at(5681, '3.1'),
    congestionAvoidance: at(5681, '3.1'),
  },
  reader: {
    flowControl: at(9293, '3.8.6'),
    windowProbes: at(9293, '3.8.6.1'),
    windowUpdates: at(9293, '3.8.6.2.2'),
    sillyWindowAvoidance: at(9293, '3.8.6.2'),
  },
  ending: {
    finCheck: at(9293, '3.10.7.4'),
    halfClose: at(9293, '3.6'),
    timeWait: at(9293, '3.6.1'),
    userTimeout: at(9293, '3.8.3'),
    keepAliveProbes: at(9293, '3.8.4'),
  },
  strangers: {
    resets: at(9293, '3.5.2'),
    resetCheck: at(9293, '3.10.7.4'),
    challengeAcks: at(5961, '3.2'),
    synchronizeCheck: at(9293, '3.10.7.4'),
    icmpErrors: at(9293, '3.9.2.2'),
  },
} as const satisfies Record<string, Partial<Record<Mechanism, RfcSection>>>;

/** A question that mechanisms of TCP answer. */
export type MechanismQuestion = keyof typeof SOURCES;

export interface MechanismGroup {
  readonly question: MechanismQuestion;
  readonly mechanisms: readonly { readonly mechanism: Mechanism; readonly source: RfcSection }[];
}

/** All mechanisms that can be switched off, by the question that they answer. */
export const MECHANISM_GROUPS: readonly MechanismGroup[] = Object.entries(SOURCES).map(
  ([question, sources]) => ({
    question: question as MechanismQuestion,
    mechanisms: Object.entries(sources).map(([mechanism, source]) => ({
      mechanism: mechanism as Mechanism,
      source,
    })),
  }),
);
