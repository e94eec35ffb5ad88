import type { Nanoseconds } from '../experiment/experiment';
import { LIMITS } from '../experiment/limits';
import type { EventFacts } from '../trace/event';
import { flipBit } from '../wire/ipv4';
import { Flight, type FlightPlan } from './flight';
import type { Packet } from './packet';
import type { Touch } from './touch';
import type { World } from './world';

/** Less than any packet's length: nothing comes between. */
const JUST_BEHIND_NS = 1;

/** What the hands need of the way they are on. */
interface Way {
  readonly place: number;
  /** Packets that wait for the transmitter; hands may take some out. */
  readonly waiting: Packet[];
  /** Makes a twin that follows the packet. */
  readonly double: (packet: Packet, touch: Touch) => void;
}

/** A hand that makes a packet let the next one pass, and from when on it waits for that. */
interface Courtesy {
  readonly touch: Touch;
  readonly fromNs: Nanoseconds;
}

/** What people do to packets on one link way: there and then, or when the one they mean comes. */
export class HandsOnWay {
  readonly #world: World;
  readonly #way: Way;
  /** In the order in which they entered. */
  readonly #flights = new Set<Flight>();
  readonly #courtesies = new Map<Flight, Courtesy>();
  /** Their packets are still to come. */
  #touches: readonly Touch[] = [];
  readonly #rescues: Touch[] = [];

  constructor(world: World, way: Way) {
    this.#world = world;
    this.#way = way;
  }

  /** A packet enters; `meet` is to follow when the way has planned what it has in store for it. */
  enter(packet: Packet, plan: FlightPlan): Flight {
    const flight = new Flight(this.#world, packet, plan);
    this.#flights.add(flight);
    return flight;
  }

  /** Those who let the next one pass go behind this one; hands that waited for it are on it. */
  meet(flight: Flight): void {
    if (!flight.isDoomed) {
      for (const [first, courtesy] of this.#courtesies) this.#goBehind(first, courtesy, flight);
    }
    const meant = this.#touches.filter((touch) => touch.isMeant(flight.packet));
    if (meant.length === 0) return;
    this.#touches = this.#touches.filter((touch) => !meant.includes(touch));
    for (const touch of meant) this.#actWhenSeen(touch, flight);
  }

  /** The flight is over. */
  leave(flight: Flight): void {
    flight.end();
    this.#flights.delete(flight);
    this.#courtesies.delete(flight);
  }

  /** A hand on a packet: where it is, or as soon as it comes. */
  touch(touch: Touch): void {
    if (touch.act.kind === 'rescue') return void this.#rescues.push(touch);
    const flight = [...this.#flights].find(({ packet }) => touch.isMeant(packet));
    if (flight) return this.#act(touch, flight);
    const waiting = this.#way.waiting.find((packet) => touch.isMeant(packet));
    if (!waiting || !this.#actOnWaiting(touch, waiting)) this.#touches = [...this.#touches, touch];
  }

  /** Whether a hand saves the packet from what is about to befall it; that is written down. */
  rescues(packet: Packet, fraction: number): boolean {
    const rescue = this.#rescues.find((touch) => touch.isMeant(packet));
    if (rescue) this.#record(rescue, packet, 'packetRescued', { fraction });
    return rescue !== undefined;
  }

  /** Everything that is on the way is lost where it is. */
  loseAll(lose: (packet: Packet, fraction: number) => void): void {
    for (const flight of this.#flights) {
      lose(flight.packet, flight.fraction);
      this.leave(flight);
    }
  }

  /** What is lost or damaged as soon as it comes is so half-way along, where it can be seen. */
  #actWhenSeen(touch: Touch, flight: Flight): void {
    const { kind } = touch.act;
    if (kind === 'drop' || kind === 'flip') flight.at(flight.halfWayNs, () => this.#act(touch, flight));
    else this.#act(touch, flight);
  }

  #act(touch: Touch, flight: Flight): void {
    const { packet, fraction, restEndsNs } = flight;
    const { act } = touch;
    switch (act.kind) {
      case 'drop':
        this.#record(touch, packet, 'packetLost', { fraction });
        return this.leave(flight);
      case 'hold':
        return this.#hold(touch, flight, act.delayNs);
      case 'dup':
        return this.#way.double(packet, touch);
      case 'flip':
        return this.#flip(touch, packet, act.bit, fraction);
      case 'swap':
        if (restEndsNs < Infinity) this.#letPass(touch, flight);
        return undefined;
      case 'rescue':
    }
  }

  /** Answers whether anything was to be done before the packet enters. */
  #actOnWaiting(touch: Touch, packet: Packet): boolean {
    const { act } = touch;
    switch (act.kind) {
      case 'drop': {
        const { waiting } = this.#way;
        waiting.splice(waiting.indexOf(packet), 1);
        this.#record(touch, packet, 'packetLost', { fraction: 0 });
        return true;
      }
      case 'flip':
        this.#flip(touch, packet, act.bit, 0);
        return true;
      case 'hold':
      case 'dup':
      case 'swap':
      case 'rescue':
        return false;
    }
  }

  #flip(touch: Touch, packet: Packet, wanted: number, fraction: number): void {
    const bit = Math.min(wanted, packet.bytes.length * 8 - 1);
    packet.bytes = flipBit(packet.bytes, bit);
    packet.isCorrupted = true;
    this.#record(touch, packet, 'packetCorrupted', { bit, fraction });
  }

  /** One that waits for another to pass waits no longer than that. */
  #hold(touch: Touch, flight: Flight, delayNs: Nanoseconds): void {
    const courtesy = this.#courtesies.get(flight);
    this.#courtesies.delete(flight);
    const from = courtesy ? this.#world.now : flight.restEndsNs;
    this.#rest({ touch, fromNs: courtesy?.fromNs ?? from }, flight, from + delayNs);
  }

  #letPass(touch: Touch, flight: Flight): void {
    const courtesy = { touch, fromNs: flight.restEndsNs };
    const next = this.#nextBehind(flight);
    if (next) return this.#goBehind(flight, courtesy, next);
    const untilNs = courtesy.fromNs + LIMITS.swapWaitNs;
    this.#record(touch, flight.packet, 'packetHeld', { fraction: flight.fraction, untilNs });
    flight.restUntil(Infinity);
    this.#courtesies.set(flight, courtesy);
    this.#world.at(untilNs, () => {
      if (this.#courtesies.get(flight) !== courtesy) return;
      this.#courtesies.delete(flight);
      this.#rest(courtesy, flight, untilNs);
    });
  }

  /** The first that entered later and will arrive later. */
  #nextBehind(flight: Flight): Flight | undefined {
    const flights = [...this.#flights];
    return flights
      .slice(flights.indexOf(flight) + 1)
      .find(({ isDoomed, arriveNs }) => !isDoomed && arriveNs > flight.arriveNs && arriveNs < Infinity);
  }

  /** `first` rests for so long that it arrives just behind `next`. */
  #goBehind(first: Flight, courtesy: Courtesy, next: Flight): void {
    this.#courtesies.delete(first);
    const untilNs = next.arriveNs + JUST_BEHIND_NS - first.remainingNs;
    this.#rest(courtesy, first, Math.max(untilNs, courtesy.fromNs, this.#world.now));
  }

  #rest({ touch, fromNs }: Courtesy, flight: Flight, untilNs: Nanoseconds): void {
    this.#record(touch, flight.packet, 'packetDelayed', { delayNs: untilNs - fromNs });
    flight.restUntil(untilNs);
  }

  #record<K extends 'packetLost' | 'packetCorrupted' | 'packetDelayed' | 'packetHeld' | 'packetRescued'>(
    { reason, cause }: Touch,
    packet: Packet,
    kind: K,
    facts: Omit<EventFacts[K], 'place' | 'packet'>,
  ): void {
    const all = { place: this.#way.place, packet: packet.id, ...facts } as EventFacts[K];
    this.#world.recordOf(packet, kind, all, reason, cause);
  }
}
