import type { Command } from '../experiment/command';
import { detourOf } from '../experiment/detour';
import type { Link, LinkId, LinkSettings, Nanoseconds, Weather } from '../experiment/experiment';
import type { Reason } from '../trace/reason';
import { ECN, ecnOf, flipBit, markCongestion } from '../wire/ipv4';
import { encounter } from './encounter';
import {
  CLEAR_FATE,
  corruptedBit,
  type Fate,
  type FateIdentity,
  lossFraction,
  rollFate,
  ruledFate,
} from './fate';
import type { Flight } from './flight';
import { HandsOnWay } from './handsOnWay';
import type { Packet } from './packet';
import type { Touch } from './touch';
import { isClear, weatherOver } from './weather';
import type { Outlet } from './outlet';
import type { Receiver, World } from './world';

const SECOND_NS = 1_000_000_000;
/** Damage happens half-way along, where it can be seen. */
const DAMAGE_FRACTION = 0.5;
const LINK_CUT: Reason = { kind: 'linkCut' };

/** One direction of a link: a transmitter, its drop-tail FIFO queue, and the road to the far end. */
export class LinkWay implements Outlet {
  readonly #world: World;
  readonly #link: Link;
  /** Its number, see `TownIndex`. */
  readonly place: number;
  readonly #direction: 0 | 1;
  readonly #farEnd: Receiver;
  readonly #farPlace: number;
  readonly #weatherAt: (timeNs: Nanoseconds) => Weather;
  /** What reordering weather hits has turned off before this way, so that nothing on it is late. */
  readonly #hasDetour: boolean;
  /** Some rule names this way: otherwise none need be looked through for each packet. */
  readonly #isRuled: boolean;
  readonly #waiting: Packet[] = [];
  /** Only where some command reaches packets on this way: otherwise nothing that is planned for them changes. */
  readonly #hands: HandsOnWay | null;
  /** The command that cut it, while it is cut. */
  #cutBy: number | null = null;
  #settings: LinkSettings;
  #isBusy = false;
  /** What happens when the last bit of a packet has gone out. */
  readonly #sendNext = (): void => {
    this.#isBusy = false;
    const next = this.#waiting.shift();
    if (next) this.#transmit(next);
  };

  constructor(world: World, link: Link, direction: 0 | 1, farEnd: Receiver) {
    this.#world = world;
    this.#link = link;
    this.#settings = link;
    this.#direction = direction;
    this.place = world.places.link(link.id) * 2 + direction;
    this.#farEnd = farEnd;
    this.#farPlace = world.places.node(direction === 0 ? link.to : link.from);
    this.#weatherAt = weatherOver(world.experiment, link);
    this.#hasDetour = detourOf(world.experiment.town, link, direction) !== undefined;
    this.#isRuled = world.experiment.rules.some(
      (rule) => rule.link === link.id && rule.direction === direction,
    );
    this.#hands = isInReach(world.experiment.commands, link.id, direction)
      ? new HandsOnWay(world, {
          place: this.place,
          waiting: this.#waiting,
          double: (packet, { reason, cause }) => this.#double(packet, reason, cause),
        })
      : null;
  }

  /** Longest packet that it carries, in bytes. */
  get mtuBytes(): number {
    return this.#link.mtuBytes ?? Infinity;
  }

  /** Settings for packets that enter from now on. */
  change(settings: LinkSettings): void {
    this.#settings = settings;
  }

  /** A hand on one packet of this way. */
  touch(touch: Touch): void {
    this.#hands?.touch(touch);
  }

  /** What is on the way is lost, and so is what enters until `restore`; `cause` is the event of the command. */
  cut(cause: number): void {
    this.#cutBy = cause;
    this.#hands?.loseAll((packet, fraction) => this.#lose(packet, fraction, LINK_CUT, cause));
  }

  restore(): void {
    this.#cutBy = null;
  }

  /** What waits is gone: the machine at the near end has lost its power. */
  forgetWaiting(cause: number): void {
    for (const packet of this.#waiting.splice(0)) this.#lose(packet, 0, { kind: 'poweredOff' }, cause);
  }

  /** Takes a packet from the near end: sends it, lets it wait, or drops it when the queue is full. */
  send(packet: Packet): void {
    if (!this.#isBusy) return this.#transmit(packet);
    const limit = this.#settings.queuePackets;
    if (this.#waiting.length >= limit && !this.#hands?.rescues(packet, 0)) {
      const reason: Reason = { kind: 'queueFull', limit };
      return this.#world.recordOf(packet, 'packetDropped', { place: this.place, packet: packet.id }, reason);
    }
    this.#waiting.push(packet);
    this.#recordWaiting(packet);
    this.#markIfLong(packet);
  }

  /** Random early detection is not modelled: whatever comes while the queue is that long is marked (RFC 3168 §5). */
  #markIfLong(packet: Packet): void {
    const threshold = this.#link.markThresholdPackets ?? Infinity;
    const queueLength = this.#waiting.length;
    if (queueLength <= threshold) return;
    const field = packet.identity.role === 'arp' ? ECN.notCapable : ecnOf(packet.bytes);
    if (field === ECN.notCapable || field === ECN.experienced) return;
    markCongestion(packet.bytes);
    const facts = { place: this.place, packet: packet.id, queueLength };
    this.#world.recordOf(packet, 'packetMarked', facts, { kind: 'queueLong', threshold });
  }

  #recordWaiting(packet: Packet): void {
    const facts = { place: this.place, packet: packet.id, queueLength: this.#waiting.length };
    this.#world.recordOf(packet, 'packetQueued', facts, { kind: 'linkBusy' });
  }

  #transmit(packet: Packet): void {
    const { now } = this.#world;
    const { delayNs, rateBps } = this.#settings;
    const fate = this.#cutBy === null ? this.#fateOf(packet) : CLEAR_FATE;
    const departNs = now + serialisationNs(packet.bytes.length + this.#link.framingBytes, rateBps);
    const arriveNs = departNs + delayNs + (fate.extraDelay?.delayNs ?? 0);
    const facts = { place: this.place, packet: packet.id, departNs, arriveNs };
    this.#world.recordOf(packet, 'linkEntered', facts, { kind: 'linkFree' });
    if (fate.extraDelay) this.#recordDelay(packet, fate.extraDelay);
    this.#occupyUntil(departNs);
    if (this.#cutBy !== null) return this.#lose(packet, 0, LINK_CUT, this.#cutBy);
    const flight = this.#hands?.enter(packet, { departNs, arriveNs, isDoomed: fate.loss !== null }) ?? null;
    if (fate.loss) this.#planLoss(packet, departNs, fate.loss, flight);
    if (fate.corrupt) this.#planDamage(packet, departNs, fate.corrupt, flight);
    // One that hands can reach may yet be rescued.
    if (!fate.loss || flight) this.#plan(flight, arriveNs, () => this.#arrive(packet, flight));
    // Last: where sending takes no time both arrive at one instant, and the original is to be the first.
    if (fate.duplicate) this.#double(packet, fate.duplicate, packet.lastEvent);
    if (flight) this.#hands?.meet(flight);
  }

  #plan(flight: Flight | null, timeNs: Nanoseconds, action: () => void): void {
    if (flight) flight.at(timeNs, action);
    else this.#world.at(timeNs, action);
  }

  #recordDelay(packet: Packet, { delayNs, reason }: NonNullable<Fate['extraDelay']>): void {
    const facts = { place: this.place, packet: packet.id, delayNs };
    this.#world.recordOf(packet, 'packetDelayed', facts, reason);
  }

  #occupyUntil(departNs: Nanoseconds): void {
    if (departNs === this.#world.now) return;
    this.#isBusy = true;
    this.#world.at(departNs, this.#sendNext);
  }

  #fateOf(packet: Packet): Fate {
    if (packet.identity.duplicateOf >= 0) return CLEAR_FATE;
    const { rules } = this.#world.experiment;
    const ruled = this.#isRuled && ruledFate(rules, this.#link.id, this.#whoIs(packet));
    if (ruled) return ruled;
    const weather = this.#weatherAt(packet.weatherNs ?? this.#world.now);
    if (isClear(weather)) return CLEAR_FATE;
    const fate = rollFate(weather, this.#whoIs(packet));
    return this.#hasDetour ? { ...fate, extraDelay: null } : fate;
  }

  #whoIs(packet: Packet): FateIdentity {
    return encounter(this.#world, this.#link, this.#direction, packet);
  }

  #planLoss(packet: Packet, departNs: Nanoseconds, reason: Reason, flight: Flight | null): void {
    const fraction = lossFraction(this.#whoIs(packet));
    const lostNs = departNs + Math.floor(this.#settings.delayNs * fraction);
    this.#plan(flight, lostNs, () => {
      if (this.#hands?.rescues(packet, fraction)) return;
      this.#lose(packet, fraction, reason);
      if (flight) this.#hands?.leave(flight);
    });
  }

  #lose(packet: Packet, fraction: number, reason: Reason, cause = packet.lastEvent): void {
    const facts = { place: this.place, packet: packet.id, fraction };
    this.#world.recordOf(packet, 'packetLost', facts, reason, cause);
  }

  #planDamage(
    packet: Packet,
    departNs: Nanoseconds,
    corrupt: NonNullable<Fate['corrupt']>,
    flight: Flight | null,
  ): void {
    if (packet.isCorrupted) return;
    packet.isCorrupted = true;
    const bits = packet.bytes.length * 8;
    const chosen = corrupt.bit ?? corruptedBit(this.#whoIs(packet), packet.bytes.length, packet.payloadBytes);
    const bit = Math.min(chosen, bits - 1);
    const damagedNs = departNs + Math.floor(this.#settings.delayNs * DAMAGE_FRACTION);
    this.#plan(flight, damagedNs, () => {
      if (this.#hands?.rescues(packet, DAMAGE_FRACTION)) {
        packet.isCorrupted = false;
        return;
      }
      packet.bytes = flipBit(packet.bytes, bit);
      const facts = { place: this.place, packet: packet.id, bit, fraction: DAMAGE_FRACTION };
      this.#world.recordOf(packet, 'packetCorrupted', facts, corrupt.reason);
    });
  }

  /** The copy stands first in line behind its original. */
  #double(packet: Packet, reason: Reason, cause: number): void {
    const identity = { ...packet.identity, duplicateOf: packet.id };
    const copyId = this.#world.recorder.addPacket(identity, packet.bytes);
    const facts = { place: this.place, packet: packet.id, copy: copyId };
    const lastEvent = this.#world.record('packetDuplicated', facts, cause, reason);
    const bytes = packet.bytes.slice();
    packet.doubles.count += 1;
    const double = packet.doubles.count;
    const copy: Packet = { ...packet, id: copyId, identity, double, bytes, lastEvent, isCorrupted: true };
    if (!this.#isBusy) return this.#transmit(copy);
    this.#waiting.unshift(copy);
    this.#recordWaiting(copy);
  }

  #arrive(packet: Packet, flight: Flight | null): void {
    if (flight) this.#hands?.leave(flight);
    const facts = { place: this.#farPlace, packet: packet.id };
    this.#world.recordOf(packet, 'packetArrived', facts, { kind: 'propagated' });
    this.#farEnd.receive(packet);
  }
}

/** Whether some command reaches packets on that way. */
function isInReach(commands: readonly Command[], link: LinkId, direction: 0 | 1): boolean {
  return commands.some(
    (command) =>
      (command.kind === 'cutLink' && command.link === link) ||
      (command.kind === 'touchPacket' && command.link === link && command.direction === direction),
  );
}

/** Nanoseconds to put that many bytes on the link, rounded up; rate 0 takes no time. */
export function serialisationNs(bytes: number, rateBps: number): Nanoseconds {
  return rateBps === 0 ? 0 : Math.ceil((bytes * 8 * SECOND_NS) / rateBps);
}
