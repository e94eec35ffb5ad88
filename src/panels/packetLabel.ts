import { flowsOf, messageBytesPerPiece } from '../experiment/pieces';
import { type PacketFacts, packetFactsOf } from '../trace/packetFacts';
import type { PacketRef, Run } from '../trace/run';

/** What the short name of a packet is made of. */
export interface PacketLabel extends PacketFacts {
  /** The letters of its piece where they are readable, else empty. */
  readonly text: string;
}

const LONGEST_TEXT = 8;
const known = new WeakMap<PacketFacts, PacketLabel>();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The label of a packet as it was sent; `undefined` when the trace does not have it (yet). */
export function packetLabelOf(run: Run, packet: PacketRef): PacketLabel | undefined {
  const facts = packetFactsOf(run, packet);
  if (!facts) return undefined;
  let label = known.get(facts);
  if (!label) known.set(facts, (label = { ...facts, text: pieceText(run, facts.piece, facts.flow) }));
  return label;
}

/** The letters of a text's piece; empty when a letter is cut by the piece's edge or the message is no text. */
export function pieceText(run: Run, piece: number, flow = 0): string {
  const sender = flowsOf(run.experiment)[flow];
  if (piece < 0 || !sender || sender.payload.kind !== 'text') return '';
  const size = messageBytesPerPiece(sender);
  try {
    const text = decoder.decode(sender.payload.bytes.subarray(piece * size, (piece + 1) * size));
    const visible = [...text.replaceAll(/\p{Cc}/gu, '·')];
    return visible.length > LONGEST_TEXT
      ? `${visible.slice(0, LONGEST_TEXT - 1).join('')}…`
      : visible.join('');
  } catch {
    return '';
  }
}
