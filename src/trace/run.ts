import type { Experiment, Transport } from '../experiment/experiment';
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
  /** Hash over the lanes' traces in order: equal experiments have equal hashes on every platform. */
  readonly traceSha256: string;
  /** When the last lane was finished, or null when a lane never was. */
  readonly finishNs: number | null;
  readonly lanes: readonly LaneResult[];
}

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
