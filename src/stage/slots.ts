import type { ScenePacket } from './sceneTypes';

/** What a pool slot shows: a packet without its position, which the loop writes. */
export type Slot = Omit<ScenePacket, 'x' | 'y' | 'tilt' | 'scale' | 'opacity' | 'hops' | 'wraps'>;

/**
 * Gives each packet a slot and lets it keep it; freed slots take new packets. The same array comes back when nothing
 * but positions changed, so that nothing is rendered.
 */
export function fillSlots(
  slots: readonly (Slot | null)[],
  packets: readonly ScenePacket[],
): readonly (Slot | null)[] {
  const left = new Map(packets.map((packet) => [packet.key, packet]));
  let isChanged = false;
  const filled = slots.map((slot) => {
    const packet = slot && left.get(slot.key);
    if (slot) left.delete(slot.key);
    if (slot && packet && isSameLook(slot, packet)) return slot;
    if (slot) isChanged = true;
    return packet ? slotOf(packet) : null;
  });
  for (const packet of left.values()) {
    isChanged = true;
    const free = filled.indexOf(null);
    if (free >= 0) filled[free] = slotOf(packet);
    else filled.push(slotOf(packet));
  }
  return isChanged ? filled : slots;
}

function isSameLook(slot: Slot, packet: ScenePacket): boolean {
  return (
    slot.detail === packet.detail &&
    slot.isDamaged === packet.isDamaged &&
    slot.isMarked === packet.isMarked &&
    slot.state === packet.state &&
    slot.face === packet.face
  );
}

function slotOf(scenePacket: ScenePacket): Slot {
  const { key, lane, packet, transport, face, detail, isDamaged, isMarked, state } = scenePacket;
  return { key, lane, packet, transport, face, detail, isDamaged, isMarked, state };
}
