import type { Recorder } from '../../src/engine/recorder';
import { simulateLane } from '../../src/engine/simulate';
import type { Experiment, Nanoseconds } from '../../src/experiment/experiment';
import { flowsOf } from '../../src/experiment/pieces';
import type { EventFacts, EventKind } from '../../src/trace/event';
import type { PacketIdentity } from '../../src/trace/packetRecord';

const ACTIONS_AT_ONCE = 1000;

/** Counts what the receiving apps of each flow read, and keeps nothing else: a minute of traffic in a second or two. */
class FlowCounter implements Recorder {
  readonly keepsSnapshots = false;
  readonly bytes: number[];
  readonly #flows: number[] = [];
  nowNs: Nanoseconds = 0;
  eventCount = 0;

  constructor(flows: number) {
    this.bytes = Array.from({ length: flows }, () => 0);
  }

  record<K extends EventKind>(timeNs: Nanoseconds, kind: K, facts: EventFacts[K]): number {
    this.nowNs = timeNs;
    this.eventCount += 1;
    if (kind === 'bytesDelivered') {
      const { packet, length } = facts as EventFacts['bytesDelivered'];
      this.bytes[this.#flows[packet]!]! += length;
    }
    return this.eventCount - 1;
  }

  addPacket({ flow }: PacketIdentity): number {
    return this.#flows.push(flow) - 1;
  }

  addSnapshot(): never {
    throw new Error('a counter keeps no snapshots');
  }

  addDelivered(): number {
    return 0;
  }
}

/** Bytes that each flow of the TCP lane brought its app by `untilNs`. */
export function deliveredBy(experiment: Experiment, untilNs: Nanoseconds): readonly number[] {
  const counter = new FlowCounter(flowsOf(experiment).length);
  const lane = simulateLane(experiment, 'tcp', counter);
  while (counter.nowNs < untilNs && lane.step(ACTIONS_AT_ONCE));
  return counter.bytes;
}
