import type { Experiment, Nanoseconds } from '../experiment/experiment';
import type { EventFacts, EventKind } from '../trace/event';
import type { PacketIdentity } from '../trace/packetRecord';
import type { Reason } from '../trace/reason';
import { type TownIndex, townIndex } from '../trace/townIndex';
import { EventQueue } from './eventQueue';
import type { Packet } from './packet';
import type { Parts } from './parts';
import type { Recorder } from './recorder';

/** Something a link way ends at. */
export interface Receiver {
  /** A packet has arrived, whole. */
  receive(packet: Packet): void;
}

/** A host or router. */
export interface NetworkNode extends Receiver {
  /** The neighbour `address` that the packet was to go to next has not answered; the packet is thrown away. */
  neighbourSilent(packet: Packet, address: string): void;
}

/** What a node makes a packet from; the world gives it an id and writes it down. */
export interface NewPacket {
  readonly identity: PacketIdentity;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly payloadBytes: number;
  readonly weatherNs: Nanoseconds | null;
}

/** The clock, the queue of future actions and the log of one lane: what all entities share. */
export class World {
  readonly experiment: Experiment;
  readonly places: TownIndex;
  readonly queue = new EventQueue();
  readonly recorder: Recorder;
  readonly parts: Parts;
  now: Nanoseconds = 0;
  #isCutOff = false;
  readonly #controlCounts = new Map<number, number>();

  constructor(experiment: Experiment, recorder: Recorder, parts: Parts) {
    this.experiment = experiment;
    this.places = townIndex(experiment);
    this.recorder = recorder;
    this.parts = parts;
  }

  record<K extends EventKind>(kind: K, facts: EventFacts[K], cause: number, reason: Reason): number {
    return this.recorder.record(this.now, kind, facts, cause, reason);
  }

  /** Records what befell a packet, caused by what befell it last unless something else did it. */
  recordOf<K extends EventKind>(
    packet: Packet,
    kind: K,
    facts: EventFacts[K],
    reason: Reason,
    cause = packet.lastEvent,
  ): void {
    packet.lastEvent = this.record(kind, facts, cause, reason);
  }

  /** Makes a packet at node `place`. */
  makePacket(place: number, made: NewPacket, cause: number, reason: Reason): Packet {
    const { identity, bytes, payloadBytes, weatherNs } = made;
    const id = this.recorder.addPacket(identity, bytes);
    const lastEvent = this.record('packetSent', { place, packet: id }, cause, reason);
    const doubles = { count: 0 };
    // In one go: this is done for every packet, and spreading is slow.
    return {
      id,
      identity,
      maker: place,
      double: 0,
      doubles,
      payloadBytes,
      weatherNs,
      bytes,
      lastEvent,
      isCorrupted: false,
    };
  }

  /** The next number of a control packet made at node `place`: who it is for the fate dice. */
  nextControlNumber(place: number): number {
    const number = this.#controlCounts.get(place) ?? 0;
    this.#controlCounts.set(place, number + 1);
    return number;
  }

  /** The same of an ARP message, so that asking for addresses changes nobody's luck. */
  nextArpNumber(place: number): number {
    return this.nextControlNumber(-1 - place);
  }

  /** Something has run out that no town needs so much of: nothing more is to happen. */
  cutOff(): void {
    this.#isCutOff = true;
  }

  get isCutOff(): boolean {
    return this.#isCutOff;
  }

  at(timeNs: Nanoseconds, action: () => void): void {
    this.queue.add(timeNs, action);
  }
}
