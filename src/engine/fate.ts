import type { LinkId, Nanoseconds, Rule, Weather } from '../experiment/experiment';
import { PACKET_ROLES, type PacketIdentity } from '../trace/packetRecord';
import type { Reason } from '../trace/reason';
import { hash, hashFraction } from './hash';

/** What a link does to one packet: everything at once, decided when it enters. */
export interface Fate {
  readonly loss: Reason | null;
  readonly extraDelay: { readonly delayNs: Nanoseconds; readonly reason: Reason } | null;
  readonly duplicate: Reason | null;
  /** `bit` null: one of the payload's bits, chosen by the dice. */
  readonly corrupt: { readonly bit: number | null; readonly reason: Reason } | null;
  /** It turns off before the link and takes this one. */
  readonly via: { readonly link: LinkId; readonly reason: Reason } | null;
}

/** Where a packet meets the dice. */
export interface FateIdentity {
  readonly seed: number;
  readonly link: number;
  readonly direction: 0 | 1;
  readonly packet: PacketIdentity;
  /** Fragments of one packet meet different fates; 0 for the first and for a whole one. */
  readonly fragmentOffset: number;
  /** The node that made it; -1 in a town of two hosts, where the direction says who sent it. */
  readonly maker: number;
}

const CLEAR: Fate = { loss: null, extraDelay: null, duplicate: null, corrupt: null, via: null };

/** One salt per question, so that the answers are independent. */
const SALT = { loss: 1, reorder: 2, duplicate: 3, corrupt: 4, bit: 5, lossPlace: 6 } as const;

/**
 * The dice: a stateless hash of who the packet is, never of when it comes, so lanes and retransmissions
 * cannot shift each other's fates.
 */
export function rollFate(weather: Weather, who: FateIdentity): Fate {
  const hits = (salt: number, probability: number): boolean =>
    probability > 0 && hashFraction(...words(who, salt)) < probability;
  if (hits(SALT.loss, weather.loss)) return { ...CLEAR, loss: { kind: 'weather', fate: 'loss' } };
  return {
    loss: null,
    extraDelay: hits(SALT.reorder, weather.reorder)
      ? { delayNs: weather.reorderDelayNs, reason: { kind: 'weather', fate: 'reorder' } }
      : null,
    duplicate: hits(SALT.duplicate, weather.duplicate) ? { kind: 'weather', fate: 'duplicate' } : null,
    corrupt: hits(SALT.corrupt, weather.corrupt)
      ? { bit: null, reason: { kind: 'weather', fate: 'corrupt' } }
      : null,
    via: null,
  };
}

/** The verdict of the first authored rule that names this packet, or `undefined`: then the dice decide. */
export function ruledFate(
  rules: readonly Rule[],
  linkId: string,
  { direction, packet, fragmentOffset }: FateIdentity,
): Fate | undefined {
  if (packet.role === 'retransmission' || packet.duplicateOf >= 0 || fragmentOffset > 0) return undefined;
  const number = rules.findIndex(
    (rule) =>
      rule.link === linkId &&
      rule.direction === direction &&
      rule.role === packet.role &&
      (packet.flow < 0 || (rule.flow ?? 0) === packet.flow) &&
      rule.nth === packet.number + 1,
  );
  const rule = rules[number];
  if (!rule) return undefined;
  const reason: Reason = { kind: 'rule', rule: number };
  switch (rule.verdict.kind) {
    case 'drop':
      return { ...CLEAR, loss: reason };
    case 'delay':
      return { ...CLEAR, extraDelay: { delayNs: rule.verdict.delayNs, reason } };
    case 'dup':
      return { ...CLEAR, duplicate: reason };
    case 'flip':
      return { ...CLEAR, corrupt: { bit: rule.verdict.bit, reason } };
    case 'via':
      return { ...CLEAR, via: { link: rule.verdict.link, reason } };
  }
}

/** A copy that the network made travels without further misfortune. */
export const CLEAR_FATE = CLEAR;

/**
 * The bit that weather inverts, counted from the first bit of the IP packet. Within the payload where there is one:
 * then the same bit of the same piece is hit in every lane; else somewhere behind the 20-byte IP header.
 */
export function corruptedBit(who: FateIdentity, packetBytes: number, payloadBytes: number): number {
  const start = payloadBytes > 0 ? packetBytes - payloadBytes : Math.min(20, packetBytes - 1);
  const bits = (packetBytes - start) * 8;
  return start * 8 + (hash(...words(who, SALT.bit)) % bits);
}

/** How far along the link a lost packet gets: between a third and two thirds, for the eye. */
export function lossFraction(who: FateIdentity): number {
  return (1 + hashFraction(...words(who, SALT.lossPlace))) / 3;
}

function words(identity: FateIdentity, salt: number): number[] {
  const { seed, link, direction, packet, fragmentOffset, maker } = identity;
  const role = PACKET_ROLES.indexOf(packet.role);
  const who = [seed, link, direction, role, packet.piece, packet.number, packet.copy, salt];
  if (maker >= 0 || packet.flow > 0) return [...who, fragmentOffset, maker, packet.flow];
  return fragmentOffset === 0 ? who : [...who, fragmentOffset];
}
