import type { Nanoseconds, Transport } from '../experiment/experiment';
import { type Column, float64Column, int32Column, uint8Column } from './column';
import { EVENT_COLUMNS, EVENT_KINDS, type EventFacts, type EventKind, type TraceEvent } from './event';
import { PACKET_ROLES, type PacketIdentity, type PacketRecord } from './packetRecord';
import type { Reason } from './reason';
import { type ChangeReason, type ConnectionSnapshot, type SnapshotChanges, VARIABLES } from './snapshot';
import { type SnapshotBatch, SnapshotTable } from './snapshotTable';

const KIND_NUMBER = new Map<EventKind, number>(EVENT_KINDS.map((kind, number) => [kind, number]));

/** Typed-array columns of everything that was added since the last batch, ready to be transferred. */
export interface TraceBatch {
  readonly events: {
    readonly time: Float64Array<ArrayBuffer>;
    readonly kind: Uint8Array<ArrayBuffer>;
    readonly cause: Int32Array<ArrayBuffer>;
    readonly reason: Int32Array<ArrayBuffer>;
    /** The four fact columns of `EVENT_COLUMNS`. */
    readonly facts: readonly Float64Array<ArrayBuffer>[];
  };
  readonly packets: {
    /** role, flow, piece, number, copy, original, duplicateOf, madeBy, byteLength — a row of nine per packet. */
    readonly rows: Int32Array<ArrayBuffer>;
    readonly bytes: Uint8Array<ArrayBuffer>;
  };
  readonly snapshots: SnapshotBatch;
  readonly delivered: Uint8Array<ArrayBuffer>;
  readonly reasons: readonly Reason[];
}

const PACKET_ROW = 9;

/**
 * What happened in one lane: an append-only log. The engine records into one in the worker, the page
 * appends batches of it into another; both answer the same questions. Times never decrease.
 */
export class Trace {
  readonly lane: Transport;
  readonly keepsSnapshots = true;
  readonly #time = float64Column();
  readonly #kind = uint8Column();
  readonly #cause = int32Column();
  readonly #reason = int32Column();
  readonly #facts = [float64Column(), float64Column(), float64Column(), float64Column()] as const;
  readonly #packetRows = int32Column();
  readonly #packetStarts: number[] = [];
  readonly #packetBytes = uint8Column();
  readonly #snapshots = new SnapshotTable();
  readonly #delivered = uint8Column();
  readonly #reasons: Reason[] = [];
  readonly #reasonNumbers = new Map<string, number>();
  readonly #numberOf = (reason: Reason): number => this.#reasonNumber(reason);
  #sent = { events: 0, packets: 0, bytes: 0, delivered: 0, reasons: 0 };

  constructor(lane: Transport) {
    this.lane = lane;
  }

  get eventCount(): number {
    return this.#time.length;
  }

  get packetCount(): number {
    return this.#packetStarts.length;
  }

  get snapshotCount(): number {
    return this.#snapshots.length;
  }

  get deliveredLength(): number {
    return this.#delivered.length;
  }

  /** Time of the last event, 0 when there is none. */
  get endNs(): Nanoseconds {
    return this.eventCount === 0 ? 0 : this.#time.at(this.eventCount - 1);
  }

  /** Adds an event and returns its index. */
  record<K extends EventKind>(
    timeNs: Nanoseconds,
    kind: K,
    facts: EventFacts[K],
    cause: number,
    reason: Reason,
  ): number {
    this.#time.push(timeNs);
    this.#kind.push(KIND_NUMBER.get(kind)!);
    this.#cause.push(cause);
    this.#reason.push(this.#reasonNumber(reason));
    const names: readonly (keyof EventFacts[K] | null)[] = EVENT_COLUMNS[kind];
    for (let i = 0; i < 4; i += 1) {
      const name = names[i];
      this.#facts[i]!.push(name === null || name === undefined ? -1 : (facts[name] as number));
    }
    return this.eventCount - 1;
  }

  /** Adds a packet and returns its id; `madeBy` is the event that is about to be recorded for it. */
  addPacket(identity: PacketIdentity, bytes: Uint8Array<ArrayBuffer>, madeBy = this.eventCount): number {
    this.#packetStarts.push(this.#packetBytes.length);
    this.#packetBytes.append(bytes);
    const { role, flow, piece, number, copy, original, duplicateOf } = identity;
    this.#packetRows.append(
      Int32Array.of(
        PACKET_ROLES.indexOf(role),
        flow,
        piece,
        number,
        copy,
        original,
        duplicateOf,
        madeBy,
        bytes.length,
      ),
    );
    return this.packetCount - 1;
  }

  /** Adds a state of a connection, and why each variable is not what it was, and returns its number. */
  addSnapshot(snapshot: ConnectionSnapshot, changes: SnapshotChanges): number {
    return this.#snapshots.add(snapshot, changes, this.#numberOf);
  }

  /** Keeps what the receiving app read and returns where it starts. */
  addDelivered(bytes: Uint8Array<ArrayBuffer>): number {
    this.#delivered.append(bytes);
    return this.#delivered.length - bytes.length;
  }

  timeAt(index: number): Nanoseconds {
    return this.#time.at(index);
  }

  kindAt(index: number): EventKind {
    return EVENT_KINDS[this.#kind.at(index)]!;
  }

  causeAt(index: number): number {
    return this.#cause.at(index);
  }

  /** Whether event `index` has the time, kind, facts and kind of reason of event `otherIndex` of another trace. */
  isLike(index: number, other: Trace, otherIndex: number): boolean {
    return (
      this.#time.at(index) === other.#time.at(otherIndex) &&
      this.#kind.at(index) === other.#kind.at(otherIndex) &&
      this.#facts.every((column, i) => column.at(index) === other.#facts[i]!.at(otherIndex)) &&
      this.#reasons[this.#reason.at(index)]!.kind === other.#reasons[other.#reason.at(otherIndex)]!.kind
    );
  }

  event(index: number): TraceEvent {
    const kind = this.kindAt(index);
    const event: Record<string, unknown> = {
      index,
      kind,
      timeNs: this.#time.at(index),
      cause: this.#cause.at(index),
      reason: this.#reasons[this.#reason.at(index)]!,
    };
    EVENT_COLUMNS[kind].forEach((name, i) => {
      if (name !== null) event[name] = this.#facts[i]!.at(index);
    });
    return event as unknown as TraceEvent;
  }

  /** Index of the last event at or before `timeNs`, or -1. */
  indexAt(timeNs: Nanoseconds): number {
    return this.#time.lastAtMost(timeNs);
  }

  packet(id: number): PacketRecord {
    const row = id * PACKET_ROW;
    const at = (i: number): number => this.#packetRows.at(row + i);
    const start = this.#packetStarts[id]!;
    return {
      id,
      role: PACKET_ROLES[at(0)]!,
      flow: at(1),
      piece: at(2),
      number: at(3),
      copy: at(4),
      original: at(5),
      duplicateOf: at(6),
      madeBy: at(7),
      bytes: this.#packetBytes.slice(start, start + at(8)),
    };
  }

  /** `PacketIdentity.flow` of a packet, -1 of none. */
  flowOf(id: number): number {
    return id < 0 ? -1 : this.#packetRows.at(id * PACKET_ROW + 1);
  }

  snapshot(number: number): ConnectionSnapshot {
    return this.#snapshots.at(number);
  }

  /** Why variables are no longer what they were in the connection's snapshot before snapshot `number`. */
  changeReasons(number: number): readonly ChangeReason[] {
    return this.#snapshots.changesAt(number).map(([variable, reason]) => ({
      variable: VARIABLES[variable]!,
      reason: this.#reasons[reason]!,
    }));
  }

  /** What the receiving app read, `[start, end)` in the order it read it. */
  delivered(start = 0, end = this.deliveredLength): Uint8Array<ArrayBuffer> {
    return this.#delivered.slice(start, end);
  }

  /** Everything added since the last call. */
  takeBatch(): TraceBatch {
    const from = this.#sent;
    const batch: TraceBatch = {
      events: {
        time: this.#time.slice(from.events),
        kind: this.#kind.slice(from.events),
        cause: this.#cause.slice(from.events),
        reason: this.#reason.slice(from.events),
        facts: this.#facts.map((column: Column<Float64Array<ArrayBuffer>>) => column.slice(from.events)),
      },
      packets: {
        rows: this.#packetRows.slice(from.packets * PACKET_ROW),
        bytes: this.#packetBytes.slice(from.bytes),
      },
      snapshots: this.#snapshots.takeBatch(),
      delivered: this.#delivered.slice(from.delivered),
      reasons: this.#reasons.slice(from.reasons),
    };
    this.#sent = {
      events: this.eventCount,
      packets: this.packetCount,
      bytes: this.#packetBytes.length,
      delivered: this.#delivered.length,
      reasons: this.#reasons.length,
    };
    return batch;
  }

  append(batch: TraceBatch): void {
    this.#time.append(batch.events.time);
    this.#kind.append(batch.events.kind);
    this.#cause.append(batch.events.cause);
    this.#reason.append(batch.events.reason);
    batch.events.facts.forEach((values, i) => this.#facts[i]!.append(values));
    let start = this.#packetBytes.length;
    for (let row = 0; row < batch.packets.rows.length; row += PACKET_ROW) {
      this.#packetStarts.push(start);
      start += batch.packets.rows[row + 8]!;
    }
    this.#packetRows.append(batch.packets.rows);
    this.#packetBytes.append(batch.packets.bytes);
    this.#snapshots.append(batch.snapshots);
    this.#delivered.append(batch.delivered);
    this.#reasons.push(...batch.reasons);
  }

  #reasonNumber(reason: Reason): number {
    const key = keyOf(reason);
    let number = this.#reasonNumbers.get(key);
    if (number === undefined) {
      number = this.#reasons.length;
      this.#reasons.push(reason);
      this.#reasonNumbers.set(key, number);
    }
    return number;
  }
}

/** The same text for equal reasons; most say no more than their kind, and writing JSON takes ten times as long. */
function keyOf(reason: Reason): string {
  return Object.keys(reason).length === 1 ? reason.kind : JSON.stringify(reason);
}

/** The buffers of a batch, for the transfer list of `postMessage`. */
export function buffersOf(batch: TraceBatch): ArrayBuffer[] {
  const { events, packets, snapshots, delivered } = batch;
  const arrays = [events.time, events.kind, events.cause, events.reason, ...events.facts, packets.rows];
  const { rows, ranges, changes } = snapshots;
  const lists = [ranges, changes].flatMap(({ ends, values }) => [ends, values]);
  return [...arrays, packets.bytes, rows, ...lists, delivered].map((array) => array.buffer);
}
