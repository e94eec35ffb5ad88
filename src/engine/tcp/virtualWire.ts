import type { Nanoseconds } from '../../experiment/experiment';
import type { TcpOptions } from '../../experiment/tcpOptions';
import { CLASSROOM_TCP, RFC_TCP } from '../../experiment/tcpPresets';
import { ECN } from '../../wire/ipv4';
import { isMalformed } from '../../wire/malformed';
import { decodeTcp, encodeTcp, FLAG, type TcpHeader } from '../../wire/tcp';
import { type AppNotice, Connection, type Endpoint, type OutgoingSegment } from './connection';
import type { TimerChange } from './timers';

/** Nanoseconds. */
export const MS = 1_000_000;

/** More steps than any honest run needs: beyond it something goes round in circles. */
const LARGEST_RUN = 200_000;

/** Letters of a ladder line, tcpdump's. */
const FLAG_LETTERS = [
  [FLAG.syn, 'S'],
  [FLAG.fin, 'F'],
  [FLAG.rst, 'R'],
  [FLAG.ack, '.'],
  [FLAG.ece, 'E'],
  [FLAG.cwr, 'W'],
] as const;

/** A segment on the wire. */
export interface Flight {
  readonly from: 'C' | 'S';
  readonly timeMs: number;
  /** Of `S F R . E W` those that are set. */
  readonly flags: string;
  /** Counts from 1: this side's segments with payload, or those without. */
  readonly nth: number;
  readonly segment: OutgoingSegment;
}

/** What becomes of a segment on the wire; nothing, if it says nothing. */
export interface Fate {
  readonly isLost?: boolean;
  readonly extraMs?: number;
  /** A router marks it, if it allows that (RFC 3168 §5). */
  readonly isMarked?: boolean;
  /** Arrives once more, so much later. */
  readonly copyAfterMs?: number;
}

/** Two ends and what is between them. */
export interface WireSetup {
  readonly oneWayMs?: number;
  readonly maxSegmentBytes?: number;
  readonly options?: Partial<TcpOptions>;
  readonly serverOptions?: Partial<TcpOptions>;
  readonly clientSequence?: number;
  readonly serverSequence?: number;
  /** What both timestamp clocks show at time 0. */
  readonly timestampOffset?: number;
  readonly fate?: (flight: Flight) => Fate | undefined;
}

/** Byte `offset` of every stream that is sent here. */
export function byteAt(offset: number): number {
  return (offset * 31 + (offset >>> 8)) & 0xff;
}

/** One end: a connection and an app that reads at once and closes after its peer, unless told otherwise. */
export class Side {
  readonly name: 'C' | 'S';
  readonly connection: Connection;
  readonly notices: string[] = [];
  readonly timers: string[] = [];
  readonly received: number[] = [];
  readsAtOnce = true;
  closesAfterPeer = true;
  onNotice: (kind: AppNotice['kind']) => void = () => {};
  readonly #wire: VirtualWire;
  /** Bytes that the connection has taken so far. */
  #written = 0;

  constructor(wire: VirtualWire, name: 'C' | 'S', ends: readonly [Endpoint, Endpoint], setup: WireSetup) {
    this.#wire = wire;
    this.name = name;
    const own = name === 'S' ? setup.serverOptions : {};
    this.connection = new Connection({
      options: { ...CLASSROOM_TCP, dataGiveUpNs: RFC_TCP.dataGiveUpNs, ...setup.options, ...own },
      maxSegmentBytes: setup.maxSegmentBytes ?? 1000,
      local: ends[0],
      remote: ends[1],
      initialSequence: wire.initial[name],
      ...(setup.timestampOffset === undefined ? {} : { timestampOffset: setup.timestampOffset }),
      context: {
        send: (segment) => wire.carry(name, segment),
        tell: (notice) => this.#told(notice),
        timer: (change) => this.#timerChanged(change),
      },
    });
  }

  /** Writes the next `length` bytes of the stream and returns how many were taken. */
  write(length: number): number {
    const bytes = Uint8Array.from({ length }, (_, i) => byteAt(this.#written + i));
    const accepted = this.connection.write(this.#wire.now, bytes);
    this.#written += accepted;
    return accepted;
  }

  /** Reads what is there, at most `limit` bytes. */
  read(limit = Infinity): void {
    for (const byte of this.connection.read(this.#wire.now, limit)) this.received.push(byte);
  }

  get written(): number {
    return this.#written;
  }

  close(): void {
    this.connection.close(this.#wire.now);
  }

  /** Whether the app was told that the connection failed. */
  get hasFailed(): boolean {
    return this.notices.some((notice) => /gaveUp|connectionRe/.test(notice));
  }

  /** Whether what was read is the beginning of the stream, and nothing else. */
  get isIntact(): boolean {
    return this.received.every((byte, offset) => byte === byteAt(offset));
  }

  #told({ kind }: AppNotice): void {
    this.notices.push(`${this.#wire.now / MS} ${kind}`);
    if (kind === 'readable' && this.readsAtOnce) this.read();
    if (kind === 'peerClosed' && this.closesAfterPeer) this.close();
    this.onNotice(kind);
  }

  #timerChanged({ kind, timer, deadlineNs }: TimerChange): void {
    this.timers.push(`${this.#wire.now / MS} ${timer} ${kind} ${deadlineNs / MS}`);
  }
}

/** Two connections and a wire between them, in virtual time. The server listens from the start. */
export class VirtualWire {
  readonly client: Side;
  readonly server: Side;
  readonly initial: { readonly C: number; readonly S: number };
  readonly flights: Flight[] = [];
  /** One line per segment sent: time in ms, sender, flags, sequence numbers relative to the ISNs, `lost`. */
  readonly ladder: string[] = [];
  now: Nanoseconds = 0;
  readonly #setup: WireSetup;
  readonly #events: { readonly timeNs: Nanoseconds; readonly run: () => void }[] = [];
  readonly #counts = new Map<string, number>();

  constructor(setup: WireSetup = {}) {
    this.#setup = setup;
    this.initial = { C: setup.clientSequence ?? 100, S: setup.serverSequence ?? 300 };
    const client = { address: 0xc000020a, port: 50_000 };
    const server = { address: 0xc6336414, port: 80 };
    this.client = new Side(this, 'C', [client, server], setup);
    this.server = new Side(this, 'S', [server, client], setup);
    this.server.connection.openPassive(0);
  }

  /** Does something at a time; actions of one instant keep their order. */
  at(timeMs: number, run: () => void): this {
    const timeNs = Math.round(timeMs * MS);
    let index = this.#events.length;
    while (index > 0 && this.#events[index - 1]!.timeNs > timeNs) index -= 1;
    this.#events.splice(index, 0, { timeNs, run });
    return this;
  }

  /** The client opens at once; the handshake then takes its time. */
  open(): this {
    return this.at(0, () => this.client.connection.openActive(this.now));
  }

  /** Lets time pass until nothing is left to do, or until `untilMs`. */
  run(untilMs = Infinity): this {
    for (let step = 0; step < LARGEST_RUN; step += 1) {
      const eventNs = this.#events[0]?.timeNs ?? Infinity;
      const wakeNs = Math.min(this.client.connection.wakeAt(), this.server.connection.wakeAt());
      const nextNs = Math.min(eventNs, wakeNs);
      if (nextNs === Infinity || nextNs > untilMs * MS) return this;
      this.now = nextNs;
      if (eventNs <= wakeNs) this.#events.shift()!.run();
      else for (const { connection } of [this.client, this.server]) connection.wake(this.now);
    }
    throw new Error(`no end in sight:\n${this.ladder.slice(-20).join('\n')}`);
  }

  /** The ladder without what happened before `fromMs`. */
  ladderFrom(fromMs: number): string[] {
    return this.ladder.filter((line) => Number.parseFloat(line) >= fromMs);
  }

  carry(from: 'C' | 'S', segment: OutgoingSegment): void {
    const timeMs = this.now / MS;
    const flags = flagsOf(segment.header);
    const key = `${from} ${segment.payload.length > 0}`;
    const nth = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, nth);
    const flight = { from, timeMs, flags, nth, segment };
    this.flights.push(flight);
    const fate = this.#setup.fate?.(flight) ?? {};
    this.ladder.push(this.#lineOf(flight, fate));
    if (fate.isLost) return;
    this.#deliver(flight, fate, fate.extraMs ?? 0);
    if (fate.copyAfterMs !== undefined) this.#deliver(flight, fate, fate.copyAfterMs);
  }

  /** Puts a segment on the wire that neither side sent; sequence numbers relative to the ISNs. */
  inject(from: 'C' | 'S', segment: Partial<TcpHeader> & { readonly payload?: Uint8Array }): void {
    const ports = from === 'C' ? [50_000, 80] : [80, 50_000];
    const header: TcpHeader = {
      sourcePort: ports[0]!,
      destinationPort: ports[1]!,
      flags: FLAG.ack,
      window: 65_535,
      urgentPointer: 0,
      options: [],
      ...segment,
      sequence: (this.initial[from] + (segment.sequence ?? 0)) >>> 0,
      acknowledgment: (this.initial[from === 'C' ? 'S' : 'C'] + (segment.acknowledgment ?? 0)) >>> 0,
    };
    const target = from === 'C' ? this.server : this.client;
    target.connection.receive(this.now, header, segment.payload ?? new Uint8Array(0));
  }

  #deliver({ from, timeMs, segment }: Flight, { isMarked }: Fate, extraMs: number): void {
    const decoded = decodeTcp(encodeTcp(segment.header, segment.payload, 0, 0));
    if (isMalformed(decoded)) throw new Error(`malformed: ${decoded.malformed}`);
    const target = from === 'C' ? this.server : this.client;
    const ecn = isMarked && segment.ecn !== ECN.notCapable ? ECN.experienced : segment.ecn;
    this.at(timeMs + (this.#setup.oneWayMs ?? 250) + extraMs, () => {
      target.connection.receive(this.now, decoded.header, decoded.payload, ecn);
    });
  }

  #lineOf({ from, timeMs, flags, segment }: Flight, fate: Fate): string {
    const { header, payload } = segment;
    const peer = from === 'C' ? 'S' : 'C';
    const sequence = (header.sequence - this.initial[from]) >>> 0;
    const relativeAck = (header.acknowledgment - this.initial[peer]) >>> 0;
    const parts = [`${timeMs} ${from}`, flags, `${sequence}:${sequence + payload.length}`];
    if (flags.includes('.')) parts.push(`ack ${relativeAck}`);
    for (const option of header.options) {
      if (option.kind !== 'sack') continue;
      const blocks = option.blocks.map(({ left, right }) =>
        [left, right].map((edge) => (edge - this.initial[peer]) >>> 0).join('-'),
      );
      parts.push(`sack ${blocks.join(' ')}`);
    }
    if (fate.isLost) parts.push('lost');
    return parts.join(' ');
  }
}

function flagsOf({ flags }: TcpHeader): string {
  return FLAG_LETTERS.filter(([bit]) => (flags & bit) !== 0)
    .map(([, letter]) => letter)
    .join('');
}
