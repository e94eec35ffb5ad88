import type { Experiment, Payload, Transport } from '../src/experiment/experiment';
import { CLASSROOM_TCP } from '../src/experiment/tcpPresets';
import { CLEAR_WEATHER, firstTown } from '../src/experiment/town';
import type { PacketIdentity } from '../src/trace/packetRecord';
import type { Run } from '../src/trace/run';
import { townIndex } from '../src/trace/townIndex';
import { Trace } from '../src/trace/trace';
import { parseAddress } from '../src/wire/address';
import { encodeIpv4, PROTOCOL } from '../src/wire/ipv4';
import { encodeUdp } from '../src/wire/udp';

/** Milliseconds as the nanoseconds a trace counts in. */
export const ms = (value: number): number => value * 1_000_000;

const ADDRESS = { C: parseAddress('192.0.2.10')!, S: parseAddress('198.51.100.20')! } as const;

/** An experiment in the first town whose client sends `text`, or `payload`, in pieces of `pieceBytes`. */
export function handMadeExperiment(
  { text = '', pieceBytes = 1, payload }: { text?: string; pieceBytes?: number; payload?: Payload },
  lanes: readonly Transport[] = ['tcp', 'udp'],
): Experiment {
  const bytes = new TextEncoder().encode(text);
  const port = { tcp: 80, udp: 9000 };
  return {
    version: 1,
    seed: 1,
    town: firstTown({ delayNs: ms(30), rateBps: 0, queuePackets: 10 }, CLEAR_WEATHER),
    lanes,
    apps: [
      { kind: 'receive', host: 'S', port },
      {
        kind: 'send',
        host: 'C',
        port: 50_000,
        to: { address: '198.51.100.20', port },
        payload: payload ?? { kind: 'text', name: '', mediaType: 'text/plain', bytes, numbered: false },
        pieceBytes,
        startNs: 0,
        everyNs: ms(20),
      },
    ],
    tcp: CLASSROOM_TCP,
    rules: [],
    commands: [],
  };
}

const CARRIER = {
  role: 'piece',
  flow: 0,
  piece: 0,
  number: 0,
  copy: 0,
  original: -1,
  duplicateOf: -1,
} as const;

/** A trace written by hand: one line of a test says one thing that happened. */
export class HandMade {
  readonly trace: Trace;
  readonly #places = townIndex(handMadeExperiment({}));

  constructor(lane: Transport) {
    this.trace = new Trace(lane);
  }

  node(id: string): number {
    return this.#places.node(id);
  }

  way(link: string, direction: 0 | 1 = 0): number {
    return this.#places.link(link) * 2 + direction;
  }

  /** C sends a datagram that carries `piece`; returns the packet. */
  sends(timeNs: number, piece: number, bytes: Uint8Array, identity: Partial<PacketIdentity> = {}): number {
    const who = {
      role: 'piece',
      flow: 0,
      piece,
      number: piece,
      copy: 0,
      original: -1,
      duplicateOf: -1,
    } as const;
    const packet = this.trace.addPacket({ ...who, ...identity }, datagram(bytes));
    this.trace.record(timeNs, 'packetSent', { place: this.node('C'), packet }, -1, {
      kind: 'appWrote',
      piece,
    });
    return packet;
  }

  /** The packet is put on a link way that takes it 30 ms. */
  enters(timeNs: number, packet: number, link = 'R2-R3'): void {
    const facts = { place: this.way(link), packet, departNs: timeNs, arriveNs: timeNs + ms(30) };
    this.trace.record(timeNs, 'linkEntered', facts, -1, { kind: 'linkFree' });
  }

  loses(timeNs: number, packet: number): void {
    const facts = { place: this.way('R2-R3'), packet, fraction: 0.5 };
    this.trace.record(timeNs, 'packetLost', facts, -1, { kind: 'weather', fate: 'loss' });
  }

  /** R2–R3 doubles piece 0, which `packet` carries; answers the copy. */
  doubles(timeNs: number, packet: number): number {
    const who = {
      role: 'piece',
      flow: 0,
      piece: 0,
      number: 0,
      copy: 0,
      original: -1,
      duplicateOf: packet,
    } as const;
    const copy = this.trace.addPacket(who, this.trace.packet(packet).bytes);
    const facts = { place: this.way('R2-R3'), packet, copy };
    this.trace.record(timeNs, 'packetDuplicated', facts, 0, { kind: 'weather', fate: 'duplicate' });
    return copy;
  }

  /** S's app reads `bytes`, brought by `packet`, of which nothing else need be known. */
  reads(timeNs: number, packet: number, bytes: Uint8Array<ArrayBuffer>): void {
    while (packet >= this.trace.packetCount) this.trace.addPacket(CARRIER, datagram(bytes));
    const start = this.trace.addDelivered(bytes);
    const facts = { place: this.node('S'), packet, start, length: bytes.length };
    this.trace.record(timeNs, 'bytesDelivered', facts, -1, { kind: 'inOrder' });
  }
}

/** A run that the engine still works on. */
export function unfinished(experiment: Experiment, traces: readonly Trace[]): Run {
  return { experiment, traces, result: null };
}

/** A UDP datagram from C:50000 to S:9000 with TTL 64. */
export function datagram(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = { sourcePort: 50_000, destinationPort: 9000 };
  return encodeIpv4(
    {
      typeOfService: 0,
      identification: 1,
      dontFragment: false,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: 64,
      protocol: PROTOCOL.udp,
      source: ADDRESS.C,
      destination: ADDRESS.S,
      options: new Uint8Array(0),
    },
    encodeUdp(header, payload, ADDRESS.C, ADDRESS.S),
  );
}

/** ASCII text as bytes. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.codePointAt(0)!);
}
