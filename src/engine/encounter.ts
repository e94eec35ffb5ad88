import type { Link } from '../experiment/experiment';
import { fragmentOffsetOf } from '../wire/ipv4';
import type { FateIdentity } from './fate';
import type { Packet } from './packet';
import type { World } from './world';

/** Who a packet is for the dice and rules of a link way. */
export function encounter(world: World, link: Link, direction: 0 | 1, packet: Packet): FateIdentity {
  const { experiment, places } = world;
  return {
    seed: experiment.seed,
    link: places.link(link.id),
    direction,
    packet: packet.identity,
    maker: experiment.town.hosts.length > 2 ? packet.maker : -1,
    fragmentOffset: packet.identity.role === 'arp' ? 0 : fragmentOffsetOf(packet.bytes),
  };
}
