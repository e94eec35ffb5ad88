import type { PacketAct, TouchPacket } from '../experiment/command';
import type { TownIndex } from '../trace/townIndex';
import type { Hand } from './hand';
import type { Packet } from './packet';

/** A hand on one packet of one link way. */
export interface Touch extends Hand {
  readonly act: PacketAct;
  /** Whether the packet is the one that is meant. */
  isMeant(packet: Packet): boolean;
}

/** What a command asks for, as the link way it names needs it. */
export function touchOf({ packet: name, act }: TouchPacket, hand: Hand, places: TownIndex): Touch {
  const from = places.node(name.from);
  return {
    ...hand,
    act,
    isMeant: ({ identity, maker, double }) =>
      maker === from &&
      double === name.double &&
      identity.number === name.number &&
      identity.copy === name.copy &&
      Math.max(0, identity.flow) === (name.flow ?? 0) &&
      // A control packet that is sent again keeps its role in a name (`PacketName`).
      (identity.piece < 0 && identity.role !== 'arp' ? 'control' : identity.role) === name.role,
  };
}
