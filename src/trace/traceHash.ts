import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { EVENT_COLUMNS, EVENT_KINDS, type TraceEvent } from './event';
import { PACKET_ROLES } from './packetRecord';
import type { Reason } from './reason';
import { NUMERIC_VARIABLES, PHASES, RANGE_VARIABLES, TCP_STATES, VARIABLES } from './snapshot';
import type { Trace } from './trace';

const CHUNK_BYTES = 65_536;

/**
 * SHA-256 in hex over everything the traces hold, in order: events, reasons, packets, snapshots with
 * what changed, delivered bytes.
 * Numbers go in as little-endian doubles, so the hash is the same on every platform.
 */
export function hashTraces(traces: readonly Trace[]): string {
  const sink = new HashSink();
  sink.number(traces.length);
  for (const trace of traces) {
    sink.text(trace.lane);
    // A trace keeps each different reason once: written out at its first use, by number from then on.
    const reasons = new Map<Reason, number>();
    addEvents(sink, trace, reasons);
    addPackets(sink, trace);
    addSnapshots(sink, trace, reasons);
    sink.bytes(trace.delivered());
  }
  return sink.finish();
}

/** Gathers numbers into chunks, because hashing eight bytes at a time is slow. */
class HashSink {
  readonly #hash = sha256.create();
  readonly #chunk = new Uint8Array(CHUNK_BYTES);
  readonly #view = new DataView(this.#chunk.buffer);
  #used = 0;

  number(value: number): void {
    if (this.#used + 8 > CHUNK_BYTES) this.#flush();
    this.#view.setFloat64(this.#used, value, true);
    this.#used += 8;
  }

  /** With its length in front, so that two neighbours cannot trade bytes. */
  bytes(value: Uint8Array): void {
    this.number(value.length);
    this.#flush();
    this.#hash.update(value);
  }

  text(value: string): void {
    this.bytes(utf8ToBytes(value));
  }

  finish(): string {
    this.#flush();
    return bytesToHex(this.#hash.digest());
  }

  #flush(): void {
    this.#hash.update(this.#chunk.subarray(0, this.#used));
    this.#used = 0;
  }
}

function addEvents(sink: HashSink, trace: Trace, reasons: Map<Reason, number>): void {
  sink.number(trace.eventCount);
  for (let number = 0; number < trace.eventCount; number += 1) {
    const event = trace.event(number);
    sink.number(event.timeNs);
    sink.number(EVENT_KINDS.indexOf(event.kind));
    sink.number(event.cause);
    for (const name of EVENT_COLUMNS[event.kind]) if (name !== null) sink.number(factOf(event, name));
    addReason(sink, event.reason, reasons);
  }
}

function addReason(sink: HashSink, reason: Reason, reasons: Map<Reason, number>): void {
  const known = reasons.get(reason);
  sink.number(known ?? reasons.size);
  if (known !== undefined) return;
  reasons.set(reason, reasons.size);
  sink.text(JSON.stringify(reason, Object.keys(reason).toSorted(byCodeUnits)));
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function factOf(event: TraceEvent, name: string): number {
  return (event as unknown as Readonly<Record<string, number>>)[name]!;
}

function addPackets(sink: HashSink, trace: Trace): void {
  sink.number(trace.packetCount);
  for (let id = 0; id < trace.packetCount; id += 1) {
    const packet = trace.packet(id);
    const { role, flow, piece, number, copy, original, duplicateOf, madeBy } = packet;
    sink.number(PACKET_ROLES.indexOf(role));
    for (const value of [flow, piece, number, copy, original, duplicateOf, madeBy]) sink.number(value);
    sink.bytes(packet.bytes);
  }
}

function addSnapshots(sink: HashSink, trace: Trace, reasons: Map<Reason, number>): void {
  sink.number(trace.snapshotCount);
  for (let number = 0; number < trace.snapshotCount; number += 1) {
    const snapshot = trace.snapshot(number);
    sink.number(TCP_STATES.indexOf(snapshot.state));
    sink.number(PHASES.indexOf(snapshot.phase));
    for (const variable of NUMERIC_VARIABLES) sink.number(snapshot[variable]);
    for (const variable of RANGE_VARIABLES) {
      const ranges = snapshot[variable];
      sink.number(ranges.length);
      for (const { start, end } of ranges) {
        sink.number(start);
        sink.number(end);
      }
    }
    const changes = trace.changeReasons(number);
    sink.number(changes.length);
    for (const { variable, reason } of changes) {
      sink.number(VARIABLES.indexOf(variable));
      addReason(sink, reason, reasons);
    }
  }
}
