import type { Nanoseconds } from '../experiment/experiment';
import type { EventFacts, EventKind } from '../trace/event';
import type { PacketIdentity } from '../trace/packetRecord';
import type { Reason } from '../trace/reason';
import type { ChangeReason, ConnectionSnapshot } from '../trace/snapshot';

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
  /** `changes`: the variables that are not what they were in the connection's last snapshot. */
  addSnapshot(snapshot: ConnectionSnapshot, changes: readonly ChangeReason[]): number;
  addDelivered(bytes: Uint8Array<ArrayBuffer>): number;
}
