const SECOND_NS = 1_000_000_000;

/**
 * The most that an experiment may ask for. Beyond these a run would be absurd or would freeze the machine, so
 * input that passes them is refused with one clear sentence. Sizes in bytes, times in ns, rates in bit/s.
 */
export const LIMITS = {
  payloadBytes: 1024 * 1024,
  pieces: 20_000,
  /** Of a call: a minute. */
  callFrames: 3000,
  /** Fits any link of MTU 1500 with the largest IP and TCP headers in use. */
  pieceBytes: 1400,
  hosts: 30,
  routers: 20,
  links: 64,
  routes: 64,
  apps: 64,
  rules: 500,
  commands: 500,
  /** Times that one app stops to read. */
  pauses: 100,
  /** With every octet written as `\DDD` (RFC 1035 §5.1). */
  domainNameCharacters: 1100,
  /** Of one name server. */
  zones: 16,
  zoneRecords: 200,
  /** Of the data of one record: a text that fits a message over TCP, and a page. */
  recordCharacters: 4000,
  rootHints: 13,
  /** Seven days: no run sees the end of it. */
  recordTtlSeconds: 604_800,
  leastEdnsBytes: 512,
  ednsBytes: 65_535,
  /** Times that one app looks a name up. */
  lookups: 1000,
  idCharacters: 32,
  nameCharacters: 255,
  seed: 0xffff_ffff,
  port: 65_535,
  echoIdentifier: 65_535,
  /** Requests of one ping. */
  echoes: 1000,
  /** That a firewall guards, or that one scan knocks at. */
  doors: 256,
  /** Of one router's address translation. */
  forwards: 64,
  /** Of a traceroute: more than a TTL can count of a town's routers. */
  hops: 64,
  /** Of one server, and of one program that opens them. */
  pages: 50,
  urls: 50,
  urlCharacters: 2000,
  delayNs: 10 * SECOND_NS,
  rateBps: 10_000_000_000,
  /** Slowest rate beside 0 (no serialisation time): a full queue of full packets still passes in a day or two. */
  slowestRateBps: 1000,
  queuePackets: 10_000,
  framingBytes: 100,
  /** Every link must carry a packet of so many bytes whole (RFC 791 §3.2). */
  leastMtuBytes: 68,
  mtuBytes: 65_535,
  /** When an app may start or a command may come: an hour, as long as a run can be. */
  timeNs: 3600 * SECOND_NS,
  /** Time between two pieces. */
  everyNs: 60 * SECOND_NS,
  ruleNth: 1_000_000,
  /** A packet that is to let the next one pass waits for it so long. */
  swapWaitNs: SECOND_NS,
  /** Of a packet that a command names, and how often it was sent again or doubled. */
  packetNumber: 1_000_000,
  /** A flipped bit is counted within one packet of at most 1500 bytes. */
  flipBit: 1500 * 8 - 1,
  initialWindowSegments: 10,
  windowScale: 14,
  quickAckSegments: 1000,
  challengeAcks: 1000,
  keepAliveProbes: 100,
  linearSynRetries: 20,
  growthSegments: 1000,
  bufferBytes: 64 * 1024 * 1024,
  /** A retransmission timer below this would fire more often than anything can answer. */
  shortestTimerNs: SECOND_NS / 1000,
  /** Retransmission timers, TIME-WAIT and give-up times. */
  timerNs: 3600 * SECOND_NS,
  delayedAckNs: SECOND_NS / 2,
  /** An experiment as JSON text: the payload in base64 and room for the rest. */
  experimentCharacters: 4 * 1024 * 1024,
  /** A payload up to this size travels inside a link. */
  linkPayloadBytes: 16 * 1024,
  linkCharacters: 128 * 1024,
  /** What a link may inflate to. */
  linkInflatedBytes: 512 * 1024,
  /** The log slider of the playback speed. */
  slowestSpeed: 0.000001,
  fastestSpeed: 1000,
} as const;
