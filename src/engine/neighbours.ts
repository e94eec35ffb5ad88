import type { Link, Nanoseconds } from '../experiment/experiment';
import { macAddressOf } from '../trace/interfaceAddress';
import { NEIGHBOUR_TIMEOUT_NS } from '../trace/neighbourTimeout';
import type { Reason } from '../trace/reason';
import { formatAddress, type Ipv4Address, parseAddress } from '../wire/address';
import { ARP_OPERATION, type ArpMessage, decodeArp, encodeArp } from '../wire/arp';
import { frameCheck } from '../wire/ethernet';
import { destinationOf } from '../wire/ipv4';
import type { MacAddress } from '../wire/macAddress';
import { isMalformed } from '../wire/malformed';
import type { LinkWay } from './link';
import type { Outlet } from './outlet';
import type { Packet } from './packet';
import type { NetworkNode, Receiver, World } from './world';

/** "at most once per second" (RFC 1122 §2.3.2.1). */
const ASK_AGAIN_NS = 1_000_000_000;
const MOST_QUESTIONS = 3;
/** Packets that wait for one answer; one at least must (RFC 1122 §2.3.2.2). The oldest makes room. */
const HELD_PACKETS = 32;
const NOBODY: MacAddress = 0;

/** A question that nobody has answered yet, and what waits for the answer. */
interface Question {
  readonly held: Packet[];
  asked: number;
}

/** One end of a link on which neighbours ask for each other's hardware addresses (ARP, RFC 826). */
export class Neighbours implements Outlet, Receiver {
  readonly #world: World;
  readonly #node: NetworkNode;
  readonly #place: number;
  readonly #address: Ipv4Address;
  readonly #hardware: MacAddress;
  /** The router at the far end, which takes packets for anybody; a host there takes its own. */
  readonly #gateway: Ipv4Address | null;
  /** Until when each neighbour's hardware address is believed. */
  readonly #known = new Map<Ipv4Address, Nanoseconds>();
  readonly #questions = new Map<Ipv4Address, Question>();
  #way!: LinkWay;
  #isOff = false;

  /** The end that direction `direction` of the link starts from; `node` is the machine there. */
  constructor(world: World, link: Link, direction: 0 | 1, node: NetworkNode) {
    const { places } = world;
    const { hosts, routers } = places.town;
    const [near, far] = direction === 0 ? [link.from, link.to] : [link.to, link.from];
    const own = [...hosts, ...routers].find(({ id }) => id === near)!;
    const router = routers.find(({ id }) => id === far);
    this.#world = world;
    this.#node = node;
    this.#place = places.node(near);
    this.#address = parseAddress(own.address)!;
    this.#hardware = macAddressOf(places, near, link.id);
    this.#gateway = router ? parseAddress(router.address)! : null;
  }

  /** The way out of this end, once it is there. */
  connect(way: LinkWay): void {
    this.#way = way;
  }

  get mtuBytes(): number {
    return this.#way.mtuBytes;
  }

  /** Sends it if its neighbour is known; if not it waits for the answer (RFC 1122 §2.3.2.2). */
  send(packet: Packet): void {
    const address = this.#gateway ?? destinationOf(packet.bytes);
    if (this.#isKnown(address)) return this.#way.send(packet);
    const waiting = this.#questions.get(address);
    const question = waiting ?? { held: [], asked: 0 };
    this.#hold(packet, question, address);
    if (waiting) return;
    this.#questions.set(address, question);
    this.#ask(address, question, packet.lastEvent);
  }

  /** The node is off from now on: it has forgotten everybody, and answers nobody. */
  forgetWaiting(cause: number): void {
    this.#isOff = true;
    for (const { held } of this.#questions.values()) {
      for (const packet of held) {
        const facts = { place: this.#way.place, packet: packet.id, fraction: 0 };
        this.#world.recordOf(packet, 'packetLost', facts, { kind: 'poweredOff' }, cause);
      }
    }
    this.#questions.clear();
    this.#known.clear();
    this.#way.forgetWaiting(cause);
  }

  /** What came over the link: ARP stays here, all else is the node's. */
  receive(packet: Packet): void {
    if (packet.identity.role !== 'arp') return this.#node.receive(packet);
    if (this.#isOff) return this.#drop(packet, { kind: 'poweredOff' });
    const message = decodeArp(packet.bytes);
    if (isMalformed(message) || frameCheck(packet.bytes) !== packet.frameCheck) {
      return this.#drop(packet, { kind: 'badFrameCheck' });
    }
    this.#hear(packet, message);
  }

  #isKnown(address: Ipv4Address): boolean {
    return this.#world.now < (this.#known.get(address) ?? 0);
  }

  /** "Packet Reception" of RFC 826: whoever is known or asks for us is written down, and who asks is answered. */
  #hear(packet: Packet, { operation, senderHardware, senderProtocol, targetProtocol }: ArpMessage): void {
    const isForMe = targetProtocol === this.#address;
    if (!isForMe && !this.#isKnown(senderProtocol)) return this.#drop(packet, { kind: 'notMine' });
    const heard: Reason = { kind: 'addressHeard', address: formatAddress(senderProtocol) };
    this.#world.recordOf(packet, 'packetAccepted', { place: this.#place, packet: packet.id }, heard);
    this.#learn(packet, senderProtocol, heard);
    if (!isForMe || operation !== ARP_OPERATION.request) return;
    const answer = {
      operation: ARP_OPERATION.reply,
      targetHardware: senderHardware,
      targetProtocol: senderProtocol,
    };
    this.#say(answer, packet.lastEvent, { kind: 'addressAnswered' });
  }

  #learn(packet: Packet, address: Ipv4Address, reason: Reason): void {
    this.#known.set(address, this.#world.now + NEIGHBOUR_TIMEOUT_NS);
    const facts = { place: this.#place, packet: packet.id, address, way: this.#way.place };
    const learned = this.#world.record('neighbourLearned', facts, packet.lastEvent, reason);
    const question = this.#questions.get(address);
    this.#questions.delete(address);
    for (const held of question?.held ?? []) {
      held.lastEvent = learned;
      this.#way.send(held);
    }
  }

  #hold(packet: Packet, { held }: Question, address: Ipv4Address): void {
    if (held.length === HELD_PACKETS) this.#drop(held.shift()!, { kind: 'heldTooMany', limit: HELD_PACKETS });
    held.push(packet);
    const facts = { place: this.#way.place, packet: packet.id, queueLength: held.length };
    this.#world.recordOf(packet, 'packetQueued', facts, {
      kind: 'addressUnknown',
      address: formatAddress(address),
    });
  }

  #ask(address: Ipv4Address, question: Question, cause: number): void {
    question.asked += 1;
    const reason: Reason = { kind: 'addressAsked', address: formatAddress(address), nth: question.asked };
    const request = { operation: ARP_OPERATION.request, targetHardware: NOBODY, targetProtocol: address };
    const asked = this.#say(request, cause, reason);
    this.#world.at(this.#world.now + ASK_AGAIN_NS, () => {
      if (this.#questions.get(address) !== question) return;
      if (question.asked < MOST_QUESTIONS) this.#ask(address, question, asked);
      else this.#giveUp(address, question);
    });
  }

  /** Nobody is there who would take the packets (RFC 1812 §3.3.2). */
  #giveUp(address: Ipv4Address, { held }: Question): void {
    this.#questions.delete(address);
    for (const packet of held) {
      this.#drop(packet, { kind: 'neighbourSilent', address: formatAddress(address) });
      this.#node.neighbourSilent(packet, formatAddress(address));
    }
  }

  /** Answers the event of its sending. */
  #say(
    message: Pick<ArpMessage, 'operation' | 'targetHardware' | 'targetProtocol'>,
    cause: number,
    reason: Reason,
  ): number {
    const bytes = encodeArp({ ...message, senderHardware: this.#hardware, senderProtocol: this.#address });
    const number = this.#world.nextArpNumber(this.#place);
    const identity = {
      role: 'arp',
      flow: 0,
      piece: -1,
      number,
      copy: 0,
      original: -1,
      duplicateOf: -1,
    } as const;
    const made = { identity, bytes, payloadBytes: 0, weatherNs: null };
    const packet = this.#world.makePacket(this.#place, made, cause, reason);
    packet.frameCheck = frameCheck(bytes);
    const sent = packet.lastEvent;
    this.#way.send(packet);
    return sent;
  }

  #drop(packet: Packet, reason: Reason): void {
    this.#world.recordOf(packet, 'packetDropped', { place: this.#place, packet: packet.id }, reason);
  }
}
