import type { Recorder } from '../../src/engine/recorder';
import { simulateLane } from '../../src/engine/simulate';
import type { Experiment, Nanoseconds } from '../../src/experiment/experiment';
import type { EventFacts, EventKind } from '../../src/trace/event';
import type { PacketIdentity } from '../../src/trace/packetRecord';
import type { ConnectionSnapshot } from '../../src/trace/snapshot';

/** What the sending host's connection was like from a moment on. */
interface Sample {
  readonly timeNs: Nanoseconds;
  readonly snapshot: ConnectionSnapshot;
}

/** One fast recovery, from its first retransmission to the ACK that ends it. */
export interface Episode {
  readonly fromNs: Nanoseconds;
  readonly toNs: Nanoseconds;
}

/** What is compared with other simulators: a recorder that keeps one sender's window and little else. */
export class TransferLog implements Recorder {
  eventCount = 0;
  readonly keepsSnapshots = true;
  /** Data segments sent again, by time and number from 1. */
  readonly retransmissions: { readonly timeNs: Nanoseconds; readonly segment: number }[] = [];
  finishNs: Nanoseconds | null = null;
  /** When each data segment first left. */
  readonly #departures: Nanoseconds[] = [];
  readonly #packets: PacketIdentity[] = [];
  readonly #samples: Sample[] = [];
  #latest: ConnectionSnapshot | undefined;

  record<K extends EventKind>(timeNs: Nanoseconds, kind: K, facts: EventFacts[K]): number {
    if (kind === 'packetSent') this.#sent(timeNs, facts as EventFacts['packetSent']);
    if (kind === 'bytesDelivered') this.finishNs = timeNs;
    // Host 0 is the sender.
    const isSender = kind === 'connectionChanged' && (facts as EventFacts['connectionChanged']).place === 0;
    if (isSender) this.#samples.push({ timeNs, snapshot: this.#latest! });
    this.eventCount += 1;
    return this.eventCount - 1;
  }

  addPacket(identity: PacketIdentity): number {
    return this.#packets.push(identity) - 1;
  }

  addSnapshot(snapshot: ConnectionSnapshot): number {
    this.#latest = snapshot;
    return 0;
  }

  addDelivered(): number {
    return 0;
  }

  /** cwnd in segments at a time in seconds. */
  cwndAt(seconds: number): number {
    const sample = this.#samples.findLast(({ timeNs }) => timeNs <= seconds * 1e9)!;
    return sample.snapshot.cwnd / sample.snapshot.sendMaxSegmentBytes;
  }

  /** When the first slow start ended, and with how many segments. */
  get slowStartEnd(): { readonly timeNs: Nanoseconds; readonly segments: number; readonly phase: string } {
    const { timeNs, snapshot } = this.#samples.find(
      ({ snapshot: { cwnd, phase } }) => cwnd > 0 && phase !== 'slowStart',
    )!;
    return { timeNs, segments: snapshot.cwnd / snapshot.sendMaxSegmentBytes, phase: snapshot.phase };
  }

  /** Data segments of each round: departures with a pause of so many seconds before and after. */
  roundsOf(pauseSeconds: number): readonly number[] {
    const rounds: number[] = [];
    let lastNs = -Infinity;
    for (const timeNs of this.#departures) {
      if (timeNs - lastNs > pauseSeconds * 1e9) rounds.push(0);
      rounds[rounds.length - 1]! += 1;
      lastNs = timeNs;
    }
    return rounds;
  }

  get recoveries(): readonly Episode[] {
    const episodes: Episode[] = [];
    let fromNs: Nanoseconds | undefined;
    for (const { timeNs, snapshot } of this.#samples) {
      const isRecovering = snapshot.phase === 'fastRecovery';
      if (isRecovering) fromNs ??= timeNs;
      else if (fromNs !== undefined) {
        episodes.push({ fromNs, toNs: timeNs });
        fromNs = undefined;
      }
    }
    return episodes;
  }

  #sent(timeNs: Nanoseconds, { packet }: EventFacts['packetSent']): void {
    const { role, piece } = this.#packets[packet]!;
    if (role === 'piece') this.#departures.push(timeNs);
    if (role === 'retransmission') this.retransmissions.push({ timeNs, segment: piece + 1 });
  }
}

/** Runs the TCP lane of an experiment. */
export function logOf(experiment: Experiment): TransferLog {
  const log = new TransferLog();
  const lane = simulateLane(experiment, 'tcp', log);
  while (lane.step(100_000));
  return log;
}
