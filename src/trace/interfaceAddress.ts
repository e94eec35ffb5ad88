import type { MacAddress } from '../wire/macAddress';
import type { TownIndex } from './townIndex';

/** Locally administered, and for one interface (IEEE 802 §8.2). */
const LOCAL = 0x02;

/** The hardware address of a node's interface on a link: fixed by their numbers in the town. */
export function macAddressOf(places: TownIndex, node: string, link: string): MacAddress {
  return LOCAL * 2 ** 40 + (places.node(node) + 1) * 2 ** 16 + places.link(link) + 1;
}
