import type { Nanoseconds } from '../experiment/experiment';
import type { EventFacts, EventKind } from '../trace/event';
import type { PacketIdentity } from '../trace/packetRecord';
import type { Recorder } from './recorder';

/** A recorder that keeps counts instead of a trace, for runs nobody will look at. */
export class Tally implements Recorder {
  eventCount = 0;
  packets = 0;
  /** One packet over one link is one hop. */
  packetHops = 0;
  retransmissions = 0;
  deliveredBytes = 0;
  /** When the last byte reached the receiving app. */
  finishNs: Nanoseconds | null = null;
  readonly keepsSnapshots = false;

  record<K extends EventKind>(timeNs: Nanoseconds, kind: K, facts: EventFacts[K]): number {
    this.eventCount += 1;
    if (kind === 'linkEntered') this.packetHops += 1;
    if (kind === 'bytesDelivered') {
      this.finishNs = timeNs;
      this.deliveredBytes += (facts as EventFacts['bytesDelivered']).length;
    }
    return this.eventCount - 1;
  }

  addPacket(identity: PacketIdentity): number {
    this.packets += 1;
    if (identity.role === 'retransmission' && identity.duplicateOf < 0) this.retransmissions += 1;
    return this.packets - 1;
  }

  addSnapshot(): never {
    throw new Error('a tally keeps no snapshots');
  }

  /** Bytes are counted when their event comes. */
  addDelivered(): number {
    return this.deliveredBytes;
  }
}
