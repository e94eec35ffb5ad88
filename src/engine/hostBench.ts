import { Trace } from '../trace/trace';
import { type Ipv4Address, parseAddress } from '../wire/address';
import { encodeIpv4, type Ipv4Header } from '../wire/ipv4';
import { allParts } from './allParts';
import { HostNode } from './host';
import { controlIdentity, type Packet } from './packet';
import { house, inTown, post, road } from './townBench';
import { World } from './world';

const ADDRESS = '192.0.2.10';

/** A host alone in the world: what it sends is caught, and what it hears can be anything. */
export function hostBench() {
  const town = {
    hosts: [house('C', ADDRESS, 'C-R')],
    routers: [post('R', '203.0.113.1', '192.0.2.0/24>C-R')],
    links: [road('C', 'R')],
  };
  const trace = new Trace('udp');
  const world = new World(inTown(town, []), trace, allParts);
  const sent: Packet[] = [];
  const outlet = { mtuBytes: 1500, send: (packet: Packet) => void sent.push(packet), forgetWaiting() {} };
  const host = new HostNode(world, town.hosts[0]!, outlet);
  /** Hands the host an IP packet. */
  const hear = (header: Partial<Ipv4Header> & Pick<Ipv4Header, 'protocol'>, payload: Uint8Array): void => {
    const whole = {
      typeOfService: 0,
      identification: 1,
      dontFragment: false,
      moreFragments: false,
      fragmentOffset: 0,
      timeToLive: 64,
      source: address('198.51.100.20'),
      destination: address(ADDRESS),
      options: new Uint8Array(0),
      ...header,
    };
    const made = {
      identity: controlIdentity(0),
      bytes: encodeIpv4(whole, payload),
      payloadBytes: 0,
      weatherNs: null,
    };
    host.receive(world.makePacket(1, made, -1, { kind: 'none' }));
  };
  /** Lets the timers go off that are due by then. */
  const runUntil = (timeNs: number): void => {
    while (!world.queue.isEmpty && world.queue.nextNs <= timeNs) {
      world.now = world.queue.nextNs;
      world.queue.take()();
    }
  };
  return { world, trace, host, sent, hear, runUntil };
}

/** A dotted address that is known to be one. */
export function address(text: string): Ipv4Address {
  return parseAddress(text)!;
}
