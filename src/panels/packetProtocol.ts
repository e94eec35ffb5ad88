import type { TFunction } from 'i18next';
import type { PacketFacts } from '../trace/packetFacts';
import type { Run } from '../trace/run';

/** What stands before a packet's name: its lane where two run side by side, else its own protocol. */
export function packetProtocol(t: TFunction, { traces }: Run, { lane, sort }: PacketFacts): string {
  if (traces.length > 1 || sort === 'unreadable') return t(`panels.lane.${lane}`);
  switch (sort) {
    case 'icmp':
    case 'arp':
      return sort.toUpperCase();
    case 'raw':
      return 'IP';
    case 'datagram':
      return t('panels.lane.udp');
    default:
      return t('panels.lane.tcp');
  }
}
