import type { Nanoseconds } from '../experiment/experiment';
import type { EventFacts, EventKind } from '../trace/event';
import type { PacketIdentity } from '../trace/packetRecord';
import type { Reason } from '../trace/reason';
import type { ConnectionSnapshot, SnapshotChanges } from '../trace/snapshot';

/** Where the engine writes what happened; a `Trace` is one. */
export interface Recorder {
  readonly eventCount: number;
  record<K extends EventKind>(
    timeNs: Nanoseconds,
    kind: K,
    facts: EventFacts[K],
    cause: number,
    reason: Reason,
  ): number;
  /** To be copied: the bytes change on the way. */
  addPacket(identity: PacketIdentity, bytes: Uint8Array<ArrayBuffer>): number;
  /** Whether anybody will look at the connections: if not, no snapshot need be made. */
  readonly keepsSnapshots: boolean;
  /** Answers the snapshot's number. */
  addSnapshot(snapshot: ConnectionSnapshot, changes: SnapshotChanges): number;
  addDelivered(bytes: Uint8Array<ArrayBuffer>): number;
}
