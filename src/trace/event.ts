import type { Nanoseconds } from '../experiment/experiment';
import type { Reason } from './reason';

/**
 * What can happen, in the past tense. Numbers in columns are positions in this list: append, never reorder.
 */
export const EVENT_KINDS = [
  'appStarted',
  'appWrote',
  'socketOpened',
  'socketClosed',
  'packetSent',
  'packetQueued',
  'linkEntered',
  'packetLost',
  'packetDropped',
  'packetCorrupted',
  'packetDuplicated',
  'packetDelayed',
  'packetArrived',
  'packetForwarded',
  'packetAccepted',
  'connectionChanged',
  'timerSet',
  'timerCancelled',
  'timerExpired',
  'bytesDelivered',
  'appTold',
  'commandApplied',
  'appResumed',
  'packetMarked',
  'packetHeld',
  'packetRescued',
  'packetFragmented',
  'fragmentKept',
  'packetReassembled',
  'neighbourLearned',
  'packetDetoured',
  'cacheFilled',
  'cacheExpired',
  'packetRewritten',
  'mappingMade',
  'mappingExpired',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * The facts of each kind beside time, cause and reason. `place` is a node index (`…Sent`, `…Arrived`, sockets,
 * apps, timers) or a link way (`…Queued`, `linkEntered`, `…Lost` …); see `TownIndex`.
 */
export interface EventFacts {
  /** An app began to run on host `place`, using local `port`. */
  appStarted: { place: number; port: number };
  /** The app handed piece `piece` of flow `flow` (`PacketIdentity`), of `length` bytes, to its transport. */
  appWrote: { place: number; flow: number; piece: number; length: number };
  /** `protocol` is 6 for TCP and 17 for UDP: the same number is another socket for each (RFC 6335 §6). */
  socketOpened: { place: number; port: number; protocol: number };
  socketClosed: { place: number; port: number; protocol: number };
  /** Host or router `place` made this packet. */
  packetSent: { place: number; packet: number };
  /** Waits at the head of link way `place`; `queueLength` packets wait now, this one included. */
  packetQueued: { place: number; packet: number; queueLength: number };
  /** First bit goes out now, last bit at `departNs`; the last bit reaches the far end at `arriveNs` unless it is lost. */
  linkEntered: { place: number; packet: number; departNs: Nanoseconds; arriveNs: Nanoseconds };
  /** Weather, a hand or a cut took it, `fraction` (0 to 1) of the way along the link; 0 too while it waits before it. */
  packetLost: { place: number; packet: number; fraction: number };
  /** A machine threw it away: `place` is the link way whose queue is full, or the node, by `reason`. */
  packetDropped: { place: number; packet: number };
  /** Bit `bit` (from the first bit of the IP packet) was inverted on link way `place`, `fraction` of the way along. */
  packetCorrupted: { place: number; packet: number; bit: number; fraction: number };
  /** The link made a second copy, which is packet `copy`. */
  packetDuplicated: { place: number; packet: number; copy: number };
  /** The link holds this packet `delayNs` longer than its propagation delay: from here on if it is under way already. */
  packetDelayed: { place: number; packet: number; delayNs: Nanoseconds };
  /** The queue of link way `place`, `queueLength` packets long with this one, marked it instead of dropping it: CE. */
  packetMarked: { place: number; packet: number; queueLength: number };
  /** A hand keeps it, `fraction` of the way along link way `place`, until the next packet passes or until `untilNs`. */
  packetHeld: { place: number; packet: number; fraction: number; untilNs: Nanoseconds };
  /** A hand saw to it that weather, a rule or a full queue did not take or damage it there. */
  packetRescued: { place: number; packet: number; fraction: number };
  /** Node `place` cut it for the next link: packet `fragment` carries its payload from byte `offset` on. */
  packetFragmented: { place: number; packet: number; fragment: number; offset: number };
  /** Host `place` keeps this fragment, one of `fragments` that have come, until the rest is there. */
  fragmentKept: { place: number; packet: number; fragments: number };
  /** This was the last of `fragments` fragments: host `place` has the whole packet. */
  packetReassembled: { place: number; packet: number; fragments: number };
  /** Node `place` wrote down, or heard again, whose hardware address `address` has on link way `way`; ARP message `packet` said so. */
  neighbourLearned: { place: number; packet: number; address: number; way: number };
  /** It turned off before link way `place` and takes way `taken`. */
  packetDetoured: { place: number; packet: number; taken: number };
  /**
   * Router `place` translated its source (`natOutbound`) or its destination by mapping `mapping` of its own, which lasts
   * until `deadlineNs` from now on unless it is used again.
   */
  packetRewritten: { place: number; packet: number; mapping: number; deadlineNs: Nanoseconds };
  /** Router `place` ties a port inside to one of its own; addresses and protocol are in the reason. */
  mappingMade: { place: number; mapping: number; insidePort: number; outsidePort: number };
  mappingExpired: { place: number; mapping: number };
  /** Last bit reached node `place`. */
  packetArrived: { place: number; packet: number };
  /** Router `place` passed it on with this TTL. */
  packetForwarded: { place: number; packet: number; timeToLive: number };
  /** The transport of host `place` took it, well formed and meant for a socket (or an ICMP error it understood). */
  packetAccepted: { place: number; packet: number };
  /** The connection's public state became snapshot `snapshot` of the trace. */
  connectionChanged: { place: number; connection: number; snapshot: number };
  timerSet: { place: number; connection: number; timer: number; deadlineNs: Nanoseconds };
  timerCancelled: { place: number; connection: number; timer: number };
  timerExpired: { place: number; connection: number; timer: number };
  /** The receiving app read `length` bytes, found at `start` of the trace's delivered bytes; `packet` brought them (or the last of them). */
  bytesDelivered: { place: number; packet: number; start: number; length: number };
  /** The transport told the app on host `place` something, or the app told itself; `reason` says what. */
  appTold: { place: number; port: number };
  /** Command number `command` of the experiment took effect. */
  commandApplied: { command: number };
  /** The app on host `place` reads again after a pause, and something waits for it. */
  appResumed: { place: number; port: number };
  /** The resolver on host `place` remembers what `packet` brought as entry `entry` until `expiresNs`; `reason` says what. */
  cacheFilled: { place: number; packet: number; entry: number; expiresNs: Nanoseconds };
  /** Entry `entry` was forgotten. */
  cacheExpired: { place: number; entry: number };
}

export type EventOf<K extends EventKind> = Readonly<EventFacts[K]> & {
  readonly index: number;
  readonly kind: K;
  readonly timeNs: Nanoseconds;
  /** Index of the event that made this one happen, or -1 for an input (app start, command). */
  readonly cause: number;
  readonly reason: Reason;
};

export type TraceEvent = { [K in EventKind]: EventOf<K> }[EventKind];

/** How the facts of each kind lie in the four columns `place`, `packet`, `a`, `b` (in this order, `null` unused). */
export const EVENT_COLUMNS: {
  readonly [K in EventKind]: readonly [
    keyof EventFacts[K] | null,
    keyof EventFacts[K] | null,
    keyof EventFacts[K] | null,
    keyof EventFacts[K] | null,
  ];
} = {
  appStarted: ['place', null, 'port', null],
  appWrote: ['place', 'flow', 'piece', 'length'],
  socketOpened: ['place', null, 'port', 'protocol'],
  socketClosed: ['place', null, 'port', 'protocol'],
  packetSent: ['place', 'packet', null, null],
  packetQueued: ['place', 'packet', 'queueLength', null],
  linkEntered: ['place', 'packet', 'departNs', 'arriveNs'],
  packetLost: ['place', 'packet', 'fraction', null],
  packetDropped: ['place', 'packet', null, null],
  packetCorrupted: ['place', 'packet', 'bit', 'fraction'],
  packetDuplicated: ['place', 'packet', 'copy', null],
  packetDelayed: ['place', 'packet', 'delayNs', null],
  packetMarked: ['place', 'packet', 'queueLength', null],
  packetHeld: ['place', 'packet', 'fraction', 'untilNs'],
  packetRescued: ['place', 'packet', 'fraction', null],
  packetFragmented: ['place', 'packet', 'fragment', 'offset'],
  fragmentKept: ['place', 'packet', 'fragments', null],
  packetReassembled: ['place', 'packet', 'fragments', null],
  neighbourLearned: ['place', 'packet', 'address', 'way'],
  packetDetoured: ['place', 'packet', 'taken', null],
  packetRewritten: ['place', 'packet', 'mapping', 'deadlineNs'],
  mappingMade: ['place', 'mapping', 'insidePort', 'outsidePort'],
  mappingExpired: ['place', 'mapping', null, null],
  packetArrived: ['place', 'packet', null, null],
  packetForwarded: ['place', 'packet', 'timeToLive', null],
  packetAccepted: ['place', 'packet', null, null],
  connectionChanged: ['place', null, 'connection', 'snapshot'],
  timerSet: ['place', 'connection', 'timer', 'deadlineNs'],
  timerCancelled: ['place', 'connection', 'timer', null],
  timerExpired: ['place', 'connection', 'timer', null],
  bytesDelivered: ['place', 'packet', 'start', 'length'],
  appTold: ['place', null, 'port', null],
  commandApplied: [null, null, 'command', null],
  appResumed: ['place', null, 'port', null],
  cacheFilled: ['place', 'packet', 'entry', 'expiresNs'],
  cacheExpired: ['place', null, 'entry', null],
};

/** Timers a connection can run; numbers in columns are positions here. */
export const TIMERS = [
  'retransmission',
  'delayedAck',
  'persist',
  'timeWait',
  'keepAlive',
  'finWait2',
  'reordering',
  'tailLossProbe',
] as const;
export type Timer = (typeof TIMERS)[number];
