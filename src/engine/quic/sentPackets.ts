import type { Nanoseconds } from '../../experiment/experiment';
import type { PacketNumbers } from '../../wire/quicFrame';
import type { RoundTrip } from './roundTrip';
import type { Chunk } from './sendStream';

/** So many packets overtake one before it counts as lost: kPacketThreshold (RFC 9002 §6.1.1). */
const PACKET_THRESHOLD = 3;

/** A packet that wants to be acknowledged. */
export interface SentPacket {
  readonly number: number;
  readonly sentNs: Nanoseconds;
  readonly bytes: number;
  readonly chunk: Chunk | undefined;
  readonly isHandshakeDone: boolean;
  /** The event of its sending. */
  readonly cause: number;
}

/** Why a packet is taken for lost: later ones were acknowledged, three of them, or a while ago (RFC 9002 §6.1). */
export interface LostPacket {
  readonly sent: SentPacket;
  readonly by: 'overtaken' | 'late';
}

/** What one end has sent and does not know to have arrived (RFC 9002 §A.1). */
export class SentPackets {
  readonly #waiting = new Map<number, SentPacket>();
  /** Taken for lost; they may turn up after all. */
  readonly #lost = new Map<number, SentPacket>();
  #largestAcknowledged = -1;
  #lastSentNs: Nanoseconds = 0;

  add(packet: SentPacket): void {
    this.#waiting.set(packet.number, packet);
    this.#lastSentNs = packet.sentNs;
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  get lastSentNs(): Nanoseconds {
    return this.#lastSentNs;
  }

  /** The packet that has waited longest. */
  get oldest(): SentPacket | undefined {
    return this.#waiting.values().next().value;
  }

  /** The bytes that have waited longest; undefined when no packet that waits has any. */
  get oldestChunk(): Chunk | undefined {
    for (const { chunk } of this.#waiting.values()) if (chunk) return chunk;
    return undefined;
  }

  /** Takes out what is acknowledged; `late` were taken for lost before. */
  acknowledge(ranges: readonly PacketNumbers[]): {
    readonly newly: readonly SentPacket[];
    readonly late: readonly SentPacket[];
    /** The largest number acknowledged is new: it gives a round trip (RFC 9002 §5.1). */
    readonly sample: SentPacket | undefined;
  } {
    const largest = ranges[0]?.last ?? -1;
    const sample = this.#waiting.get(largest);
    const newly = takeWithin(this.#waiting, ranges);
    const late = takeWithin(this.#lost, ranges);
    this.#largestAcknowledged = Math.max(this.#largestAcknowledged, largest);
    return { newly, late, sample };
  }

  /** Takes out what counts as lost by now (RFC 9002 §6.1). */
  takeLost(now: Nanoseconds, roundTrip: RoundTrip): readonly LostPacket[] {
    const lost: LostPacket[] = [];
    for (const sent of this.#overtaken()) {
      const isFar = this.#largestAcknowledged - sent.number >= PACKET_THRESHOLD;
      if (isFar) lost.push({ sent, by: 'overtaken' });
      else if (sent.sentNs + roundTrip.lossDelayNs <= now) lost.push({ sent, by: 'late' });
    }
    for (const { sent } of lost) {
      this.#waiting.delete(sent.number);
      this.#lost.set(sent.number, sent);
    }
    return lost;
  }

  /** When the first of those that were overtaken counts as lost; Infinity if there is none. */
  lossNs(roundTrip: RoundTrip): Nanoseconds {
    const times = this.#overtaken().map(({ sentNs }) => sentNs + roundTrip.lossDelayNs);
    return Math.min(...times, Infinity);
  }

  #overtaken(): readonly SentPacket[] {
    return [...this.#waiting.values()].filter(({ number }) => number < this.#largestAcknowledged);
  }
}

function takeWithin(
  packets: Map<number, SentPacket>,
  ranges: readonly PacketNumbers[],
): readonly SentPacket[] {
  const taken = [...packets.values()].filter(({ number }) =>
    ranges.some(({ first, last }) => first <= number && number <= last),
  );
  for (const { number } of taken) packets.delete(number);
  return taken;
}
