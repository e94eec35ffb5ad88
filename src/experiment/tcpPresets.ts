import type { TcpOptions } from './tcpOptions';

const SECOND_NS = 1_000_000_000;
const MILLISECOND_NS = 1_000_000;

/** RFC values throughout; what the RFCs leave open takes their suggestion. */
export const RFC_TCP: TcpOptions = {
  initialWindowSegments: 10,
  rtoInitialNs: SECOND_NS,
  rtoMinNs: SECOND_NS,
  rtoMaxNs: 60 * SECOND_NS,
  delayedAckNs: 200 * MILLISECOND_NS,
  sampleEveryAck: false,
  timestamps: true,
  sackPermitted: true,
  windowScale: 7,
  receiveBufferBytes: 65_535,
  sendBufferBytes: 4 * 1024 * 1024,
  timeWaitNs: 240 * SECOND_NS,
  synGiveUpNs: 180 * SECOND_NS,
  dataGiveUpNs: 100 * SECOND_NS,
  nagle: true,
  quickAckSegments: 0,
  duplicateSack: false,
  rtoVarianceMinNs: MILLISECOND_NS,
  slowStartAfterIdle: true,
  growthLimitSegments: 1,
  challengeAckLimit: 10,
  dialect: 'rfc',
  congestionControl: 'reno',
  avoidanceGrowth: 'perWindow',
  hybridSlowStart: false,
  growsOnlyWhenLimited: false,
  ecn: false,
  rackTlp: false,
  tailLossProbe: true,
  proportionalRateReduction: false,
  forwardRtoRecovery: false,
  undoesSpuriousReductions: false,
  keepAlive: null,
  finWait2Ns: null,
  linearSynRetries: 0,
  without: [],
};

/** For lessons and the first screen: one ACK per segment, each an RTT sample, so that every arrow explains itself. */
export const CLASSROOM_TCP: TcpOptions = {
  ...RFC_TCP,
  // The RFC says "at least"; common stacks go on for a quarter of an hour, and a lesson should not end in despair.
  dataGiveUpNs: 900 * SECOND_NS,
  delayedAckNs: 0,
  sampleEveryAck: true,
  timestamps: false,
  nagle: false,
};

/** Linux as the packetdrill scripts of its authors set it up (their `defaults.sh`). */
export const LINUX_PACKETDRILL_TCP: TcpOptions = {
  ...RFC_TCP,
  rtoMinNs: 200 * MILLISECOND_NS,
  rtoMaxNs: 120 * SECOND_NS,
  delayedAckNs: 40 * MILLISECOND_NS,
  sampleEveryAck: true,
  windowScale: 8,
  receiveBufferBytes: 512 * 1024,
  timeWaitNs: 60 * SECOND_NS,
  quickAckSegments: 20,
  duplicateSack: true,
  rtoVarianceMinNs: 200 * MILLISECOND_NS,
  slowStartAfterIdle: false,
  growthLimitSegments: 1000,
  challengeAckLimit: 1000,
  finWait2Ns: 60 * SECOND_NS,
  dialect: 'linux',
  rackTlp: true,
  // Their scripts wait for the RTO.
  tailLossProbe: false,
  proportionalRateReduction: true,
  forwardRtoRecovery: true,
  undoesSpuriousReductions: true,
  congestionControl: 'cubic',
  growsOnlyWhenLimited: true,
};

/** Linux 6.18 with its settings as they come. Its buffers grow with use, which is not modelled: they stay as they begin. */
export const LINUX_TCP: TcpOptions = {
  ...LINUX_PACKETDRILL_TCP,
  windowScale: 10,
  // tcp_rmem: half of 131 072 is for payload.
  receiveBufferBytes: 65_536,
  // tcp_syn_retries: the tenth repeat leaves after 35 s and is waited for another 32.
  synGiveUpNs: 67 * SECOND_NS,
  linearSynRetries: 4,
  // tcp_retries2: fifteen doublings of the least RTO, up to its ceiling.
  dataGiveUpNs: 924_600 * MILLISECOND_NS,
  slowStartAfterIdle: true,
  hybridSlowStart: true,
  tailLossProbe: true,
};

/** What may be chosen by name. */
export const TCP_PRESETS = { classroom: CLASSROOM_TCP, rfc: RFC_TCP, linux: LINUX_TCP } as const;
/** The name of a preset, as links and the command line have it. */
export type TcpPreset = keyof typeof TCP_PRESETS;
