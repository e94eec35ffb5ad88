import { NO_BYTES } from '../../wire/octets';
import type { PacketNumbers, QuicFrame } from '../../wire/quicFrame';
import type { QuicPacket, QuicPacketKind } from '../../wire/quicModel';
import type { StreamReason } from '../../trace/streamReason';
import type { World } from '../world';
import { CongestionWindow } from './congestionWindow';
import type { QuicHandshake } from './handshake';
import { IdleTime } from './idleTime';
import { frameOf, HANDSHAKE_STREAM, INITIAL_STREAM, planFor, reasonFor } from './packetPlan';
import { PeerAddress } from './peerAddress';
import { ReceivedPackets } from './receivedPackets';
import { RoundTrip } from './roundTrip';
import type { Chunk } from './sendStream';
import { SentPackets } from './sentPackets';
import { Streams } from './streams';

/** 1-RTT packets that wait for the end of the handshake (RFC 9001 §5.7). */
const MOST_EARLY = 10;

/** A packet that a connection wants to send, but for its connection IDs. */
export type QuicDraft = Omit<QuicPacket, 'destinationId' | 'sourceId'>;

/** What a connection needs of its program. */
export interface QuicContext {
  readonly world: World;
  /** Sends a packet in a datagram; `original` is the packet that carried its bytes first. Answers packet, event and length. */
  send(
    draft: QuicDraft,
    original: number | undefined,
    cause: number,
    reason: StreamReason,
  ): { readonly packet: number; readonly sent: number; readonly bytes: number };
  tell(reason: StreamReason, cause: number): void;
  /** Streams can be used from now on. */
  ready(cause: number): void;
  /** In-order bytes of a stream, and whether they are its last. */
  heard(stream: number, bytes: Uint8Array, isEnd: boolean, cause: number): void;
  /** The other end has closed, or says nothing any more. */
  closed(how: 'byPeer' | 'idle', cause: number): void;
}

/** One end of a connection of the model of QUIC: reliable streams over datagrams (RFC 9000, RFC 9002). */
export class QuicConnection {
  readonly #context: QuicContext;
  readonly #isClient: boolean;
  readonly #handshake: QuicHandshake;
  readonly #streams = new Streams();
  readonly #sent = new SentPackets();
  readonly #received = new ReceivedPackets();
  readonly #window = new CongestionWindow();
  readonly #roundTrip = new RoundTrip();
  readonly #early: { readonly packet: QuicPacket; readonly cause: number }[] = [];
  #nextNumber = 0;
  #owesHandshakeDone = false;
  /** Probes in a row that nothing came of. */
  #probes = 0;
  readonly #peerAddress: PeerAddress;
  readonly #idle: IdleTime;
  #lastCause = -1;
  #wakeNs = Infinity;
  #isOver = false;

  constructor(context: QuicContext, isClient: boolean, handshake: QuicHandshake) {
    this.#context = context;
    this.#isClient = isClient;
    this.#handshake = handshake;
    this.#peerAddress = new PeerAddress(isClient);
    this.#idle = new IdleTime(context.world.now);
  }

  /** Streams can be used. */
  get isReady(): boolean {
    return this.#handshake.isComplete && !this.#isOver;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** The client's Initial. */
  open(cause: number): void {
    this.#streams.sender(INITIAL_STREAM).write(this.#handshake.open(), false, cause);
    this.flush(cause);
  }

  /** Gives bytes to a stream; they go with the next `flush`. */
  write(stream: number, bytes: Uint8Array, isLast: boolean, cause: number): void {
    this.#streams.sender(stream).write(bytes, isLast, cause);
  }

  close(cause: number): void {
    if (this.#isOver) return;
    this.#send('oneRtt', [{ kind: 'close' }], cause, { kind: 'streamClosing' });
    this.#isOver = true;
  }

  /** Its program is gone: it says nothing any more. */
  vanish(): void {
    this.#isOver = true;
  }

  /** A packet has come in a datagram of so many bytes. */
  receive(packet: QuicPacket, bytes: number, cause: number): void {
    if (this.#isOver) return;
    this.#idle.heard(this.#context.world.now);
    this.#lastCause = cause;
    this.#peerAddress.heard(packet.kind, bytes);
    const wasReady = this.isReady;
    this.#take(packet, cause);
    if (!wasReady && this.isReady) {
      this.#owesHandshakeDone = !this.#isClient;
      this.#context.ready(cause);
      for (const early of this.#early.splice(0)) this.#take(early.packet, early.cause);
    }
    this.flush(cause);
  }

  /** Sends what there is to send, as far as the window goes; what is owed beside it goes along. */
  flush(cause: number): void {
    if (this.#isOver) return;
    while (this.#maySend()) {
      const acks = this.#received.ackFrames();
      const chunk = this.#streams.next(this.isReady, (stream) => planFor(stream, acks));
      if (!chunk) break;
      this.#sendChunk(chunk, cause);
    }
    if (this.#owesHandshakeDone && this.#maySend()) {
      this.#owesHandshakeDone = false;
      this.#send('oneRtt', [{ kind: 'handshakeDone' }], cause, { kind: 'streamHandshakeDone' });
    }
    if (this.#received.owesAck && this.#peerAddress.maySend) {
      const kind = this.isReady ? 'oneRtt' : 'handshake';
      this.#send(kind, [], cause, { kind: 'streamAcknowledged', number: this.#received.largest });
    }
    this.#schedule();
  }

  #maySend(): boolean {
    return this.#peerAddress.maySend && this.#window.hasRoom;
  }

  #take(packet: QuicPacket, cause: number): void {
    if (packet.kind === 'oneRtt' && !this.#handshake.isComplete) {
      if (this.#early.length < MOST_EARLY) this.#early.push({ packet, cause });
      return;
    }
    if (!this.#received.add(packet.number)) return;
    for (const frame of packet.frames) if (!this.#isOver) this.#takeFrame(packet.kind, frame, cause);
  }

  #takeFrame(kind: QuicPacketKind, frame: QuicFrame, cause: number): void {
    switch (frame.kind) {
      case 'padding':
        return;
      case 'ack':
        return this.#takeAck(frame.ranges, cause);
      case 'close':
        this.#isOver = true;
        return this.#context.closed('byPeer', cause);
      case 'ping':
      case 'handshakeDone':
        return this.#received.oweAck();
      case 'crypto':
        this.#received.oweAck();
        if (kind !== 'oneRtt') this.#takeHandshake(kind, frame.offset, frame.data, cause);
        return;
      case 'stream': {
        this.#received.oweAck();
        const receiver = this.#streams.receiver(frame.stream);
        const { parts, isEnd } = receiver.add(frame.offset, frame.data, frame.isLast);
        for (const part of parts) this.#context.heard(frame.stream, part, false, cause);
        if (isEnd) this.#context.heard(frame.stream, NO_BYTES, true, cause);
      }
    }
  }

  #takeHandshake(kind: 'initial' | 'handshake', offset: number, data: Uint8Array, cause: number): void {
    const receiver = this.#streams.receiver(kind === 'initial' ? INITIAL_STREAM : HANDSHAKE_STREAM);
    for (const part of receiver.add(offset, data, false).parts) {
      const words = this.#handshake.hear(kind, part);
      this.#streams.sender(INITIAL_STREAM).write(words.initial, false, cause);
      this.#streams.sender(HANDSHAKE_STREAM).write(words.handshake, false, cause);
    }
  }

  #takeAck(ranges: readonly PacketNumbers[], cause: number): void {
    const { newly, late, sample } = this.#sent.acknowledge(ranges);
    if (sample) this.#roundTrip.sample(this.#context.world.now - sample.sentNs);
    if (newly.length > 0) this.#probes = 0;
    for (const { bytes, sentNs } of newly) this.#window.acknowledged(bytes, sentNs);
    for (const { chunk } of [...newly, ...late]) this.#streams.acknowledge(chunk);
    this.#noticeLosses(cause);
  }

  /** What is lost goes again in new packets; without a cause it was noticed by the clock. */
  #noticeLosses(cause?: number): void {
    const { now } = this.#context.world;
    for (const { sent, by } of this.#sent.takeLost(now, this.#roundTrip)) {
      const { number, chunk } = sent;
      this.#window.lost(sent.bytes, sent.sentNs, now);
      const windowBytes = this.#window.bytes;
      this.#context.tell({ kind: 'streamPacketLost', number, by, windowBytes }, cause ?? sent.cause);
      this.#streams.sendAgain(chunk);
      if (sent.isHandshakeDone) this.#owesHandshakeDone = true;
    }
  }

  #sendChunk(chunk: Chunk, cause: number): void {
    const { stream, original } = chunk;
    const { kind } = planFor(stream, []);
    const frame = frameOf(chunk, this.#streams.bytesOf(chunk));
    const reason = reasonFor(stream, this.#nextNumber, original >= 0);
    this.#send(kind, [frame], original >= 0 ? cause : Math.max(cause, chunk.cause), reason, chunk);
  }

  #send(
    kind: QuicPacketKind,
    frames: readonly QuicFrame[],
    cause: number,
    reason: StreamReason,
    chunk?: Chunk,
  ): void {
    const number = this.#nextNumber;
    this.#nextNumber += 1;
    const all = [...this.#received.ackFrames(), ...frames];
    this.#received.acknowledged();
    const original = chunk && chunk.original >= 0 ? chunk.original : undefined;
    const { packet, sent, bytes } = this.#context.send(
      { kind, number, frames: all },
      original,
      cause,
      reason,
    );
    this.#peerAddress.sent(bytes);
    const [first] = frames;
    // Only these ask for an acknowledgment (RFC 9002 §2).
    if (!first || first.kind === 'close') return;
    this.#idle.asked(this.#context.world.now);
    this.#sent.add({
      number,
      sentNs: this.#context.world.now,
      bytes,
      chunk: chunk && { ...chunk, original: original ?? packet },
      isHandshakeDone: first.kind === 'handshakeDone',
      cause: sent,
    });
    this.#window.sent(bytes);
  }

  /** Sets the one timer: for a loss by time, else for a probe (RFC 9002 §6.2), or the end of patience. */
  #schedule(): void {
    const wakeNs = Math.min(this.#idleEndNs, this.#recoveryNs());
    if (wakeNs === this.#wakeNs) return;
    this.#wakeNs = wakeNs;
    const { world } = this.#context;
    world.at(Math.max(wakeNs, world.now), () => {
      if (this.#isOver || this.#wakeNs !== wakeNs) return;
      this.#wakeNs = Infinity;
      this.#wake();
    });
  }

  get #idleEndNs(): number {
    return this.#idle.endNs(this.#roundTrip.probeTimeoutNs);
  }

  /** Who may not send cannot ask either (RFC 9002 §6.2.2.1). */
  #recoveryNs(): number {
    const lossNs = this.#sent.lossNs(this.#roundTrip);
    if (lossNs !== Infinity) return lossNs;
    if (!this.#peerAddress.maySend) return Infinity;
    // A client whose server may not send goes on asking until it can use streams (RFC 9002 §6.2.2.1).
    const isWaiting = !this.#sent.isEmpty || (this.#isClient && !this.#handshake.isComplete);
    if (!isWaiting) return Infinity;
    return this.#sent.lastSentNs + this.#roundTrip.probeTimeoutNs * 2 ** this.#probes;
  }

  #wake(): void {
    const { now } = this.#context.world;
    const cause = this.#sent.oldest?.cause ?? this.#lastCause;
    if (now >= this.#idleEndNs) {
      this.#isOver = true;
      return this.#context.closed('idle', cause);
    }
    if (this.#sent.lossNs(this.#roundTrip) <= now) this.#noticeLosses();
    else this.#probe(cause);
    this.flush(cause);
  }

  /** What has waited longest goes again, whatever the window says; else an empty question (RFC 9002 §6.2.4). */
  #probe(cause: number): void {
    this.#probes += 1;
    const chunk = this.#sent.oldestChunk;
    if (chunk) return this.#sendChunk(chunk, cause);
    const kind = this.isReady ? 'oneRtt' : 'handshake';
    this.#send(kind, [{ kind: 'ping' }], cause, { kind: 'streamProbe', number: this.#nextNumber });
  }
}
