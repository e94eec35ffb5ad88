import { findPacket, packetNameOf } from '../trace/packetNames';
import type { PacketRef, Run } from '../trace/run';
import type { HandMenuState, ViewState } from './viewStore';

/** What is pointed at when another future takes the place of `shown`: the packets of the same names, if it has them. */
export function followPackets(view: ViewState, shown: Run | null, run: Run): Partial<ViewState> {
  const same = (ref: PacketRef | null): PacketRef | null => {
    const name = ref && shown && packetNameOf(shown, ref);
    return name ? findPacket(run, name) : null;
  };
  const selected = same(view.selected);
  return {
    selected,
    // Events have other numbers from the first difference on.
    why: selected && { kind: 'sent', ...selected },
    play: null,
    hovered: same(view.hovered),
    menu: menuOn(view.menu, same),
  };
}

/** A packet's menu stays with the packet, and goes with it; others stay. */
function menuOn(
  menu: HandMenuState | null,
  same: (ref: PacketRef) => PacketRef | null,
): HandMenuState | null {
  if (menu?.of.kind !== 'packet') return menu;
  const packet = same(menu.of.packet);
  return packet && { ...menu, of: { kind: 'packet', packet } };
}
