import type { Command, PacketAct, TouchPacket } from '../../experiment/command';
import { WEATHER_LINK } from '../../experiment/town';
import { findPacket, packetNameOf } from '../../trace/packetNames';
import { cameToNs, type Reach, reachOf, rescueOf } from '../../trace/reach';
import type { PacketRef, Run } from '../../trace/run';

/** What a hand can do to a packet, in the order in which it is offered. */
export const ACTS = [
  'drop',
  'hold',
  'dup',
  'flip',
  'swap',
  'rescue',
] as const satisfies readonly PacketAct['kind'][];
export type ActKind = (typeof ACTS)[number];

/** The keys of the hands, by their places on the keyboard; X as in ✕. */
export const ACT_KEYS: Readonly<Record<ActKind, string>> = {
  drop: 'X',
  hold: 'H',
  dup: 'D',
  flip: 'E',
  swap: 'W',
  rescue: 'L',
};

const USUAL_HOLD_NS = 200_000_000;

/** How an act is done when nothing is said about it: the last bit is flipped, which is one of the data if there is any. */
export function usualAct(run: Run, { lane, packet }: PacketRef, kind: ActKind): PacketAct {
  if (kind === 'hold') return { kind, delayNs: USUAL_HOLD_NS };
  if (kind === 'flip') return { kind, bit: run.traces[lane]!.packet(packet).bytes.length * 8 - 1 };
  return { kind };
}

/** Whether a hand can do that to the packet at `timeNs`. */
export function canTouch(run: Run, ref: PacketRef, timeNs: number, kind: ActKind): boolean {
  return placeOf(run, ref, timeNs, kind) !== null;
}

/** The same piece in the other lane is the same letter: one hand can touch both. */
export function hasTwin({ traces }: Run, { lane, packet }: PacketRef): boolean {
  const { role, piece, duplicateOf } = traces[lane]!.packet(packet);
  return traces.length > 1 && role === 'piece' && piece >= 0 && duplicateOf < 0;
}

/** What a hand does to the packet at `timeNs`, and to its twin in the other lane if `isBoth`; nothing when it is out of reach. */
export function touchesOf(
  run: Run,
  ref: PacketRef,
  timeNs: number,
  act: PacketAct,
  isBoth: boolean,
): readonly Command[] {
  const reach = placeOf(run, ref, timeNs, act.kind);
  const packet = packetNameOf(run, ref);
  if (!reach || !packet) return [];
  const touch: TouchPacket = { kind: 'touchPacket', packet, act, ...reach };
  const twins = isBoth && hasTwin(run, ref) ? twinsOf(run, touch) : [];
  return [touch, ...twins];
}

/** A fragment cannot be told from the others in another future: it is out of reach. */
function placeOf(run: Run, ref: PacketRef, timeNs: number, kind: ActKind): Reach | null {
  if (!packetNameOf(run, ref)) return null;
  return kind === 'rescue' ? rescueOf(run, ref, timeNs) : reachOf(run, ref, timeNs, WEATHER_LINK);
}

/** Lanes run apart: a twin that has passed the place is touched as it came there. */
function twinsOf(run: Run, touch: TouchPacket): readonly TouchPacket[] {
  const others = run.experiment.lanes.filter((transport) => transport !== touch.packet.transport);
  return others.map((transport) => {
    const packet = { ...touch.packet, transport };
    const ref = findPacket(run, packet);
    const cameNs = ref && cameToNs(run, ref, touch);
    return { ...touch, packet, atNs: Math.min(touch.atNs, cameNs ?? Infinity) };
  });
}
