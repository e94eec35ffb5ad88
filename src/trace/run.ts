import type { Experiment, NodeId, Transport } from '../experiment/experiment';
import type { Trace } from './trace';

/** One experiment and what is known of it so far: a trace per lane, in the order of `experiment.lanes`. */
export interface Run {
  readonly experiment: Experiment;
  readonly traces: readonly Trace[];
  /** `null` while the engine still works. */
  readonly result: RunResult | null;
  /** While it still works: lanes in which nothing more will happen. */
  readonly lanesOver?: readonly number[];
}

/** The verdict of a finished run; what the scoreboard ends on and `cli run --json` prints. */
export interface RunResult {
  /**
   * Hash over the lanes' traces in order: equal experiments have equal hashes on every platform. Empty where a viewer
   * would not wait for the rest: that is not all of the experiment's run.
   */
  readonly traceSha256: string;
  /** When the last lane was finished, or null when a lane never was. */
  readonly finishNs: number | null;
  readonly lanes: readonly LaneResult[];
}

/** What became of one flow: the message of one send app, by its number among them. */
export interface FlowResult {
  readonly host: NodeId;
  readonly port: number;
  readonly transport: Transport;
  /** Bytes of its message. */
  readonly sentBytes: number;
  /** Bytes of its message that the receiving app read, doubles included, block numbers not. */
  readonly deliveredBytes: number;
  /** What the app can make of them is the message. */
  readonly intact: boolean;
  /** When the last byte reached the receiving app; null if none did. */
  readonly finishNs: number | null;
  /** Packets that carried its pieces once more. */
  readonly retransmissions: number;
}

/** What became of a lane; all that is said of a message and its pieces means flow 0. */
export interface LaneResult {
  readonly transport: Transport;
  /** Bytes of the message. */
  readonly sentBytes: number;
  /** Bytes of the message that the receiving app read, doubles included, block numbers not. */
  readonly deliveredBytes: number;
  readonly sentSha256: string;
  readonly deliveredSha256: string;
  /** What the app can make of the bytes it read (text: in order of reading; numbered blocks: each at its place) is the message. */
  readonly intact: boolean;
  /** Pieces of the message that never reached the app, that reached it twice or more, and that came after a later one. */
  readonly missingPieces: readonly number[];
  readonly repeatedPieces: readonly number[];
  readonly overtakenPieces: readonly number[];
  /** IP packets all hosts made, and their bytes. */
  readonly packetsSent: number;
  readonly bytesSent: number;
  readonly retransmissions: number;
  /** When the first and the last byte reached the receiving app; null if never. */
  readonly firstByteNs: number | null;
  readonly finishNs: number | null;
  /** The run was ended by a limit while things were still under way: nothing final can be said of it. */
  readonly isCutOff: boolean;
  /** What the sending app was told in the end. */
  readonly senderTold: string;
  /** All flows, the message first. */
  readonly flows: readonly FlowResult[];
}

/** Points at one packet of one lane; what selection and hover are made of. */
export interface PacketRef {
  readonly lane: number;
  readonly packet: number;
}

/** Whether both are one packet of a run, or none. */
export function isSamePacket(one: PacketRef | null, other: PacketRef | null): boolean {
  return one?.lane === other?.lane && one?.packet === other?.packet;
}
