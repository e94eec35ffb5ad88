import type { TFunction } from 'i18next';
import { pieceCount, senderOf } from '../../experiment/pieces';
import type { Run } from '../../trace/run';
import { pieceText } from '../packetLabel';
import { widthOf } from './textWidth';

/** Names of packets between columns stand between them: beside the outer ones only half a plate with a state needs room. */
export const COLUMN_MARGIN = 55;
/** The least and the most distance of columns with short names. */
const TIGHT_COLUMNS = 150;

/** The same for a town's columns. */
export function columnWidths(columns: number, laneWidth: number) {
  const step = (laneWidth - 2 * COLUMN_MARGIN) / Math.max(1, columns - 1);
  return { left: COLUMN_MARGIN, right: COLUMN_MARGIN, isTight: step < TIGHT_COLUMNS };
}

const GAP = 14;
const LEAST = 72;
const MOST = 150;
/** With less between the lifelines, names are short. */
const TIGHT_BELOW = 120;
/** So many pieces tell how long the names of pieces get. */
const PIECES_LOOKED_AT = 64;

/** Room that the names of packets need outside the two lifelines: what the client sends, and what the server sends, in a lane so wide. */
export function nameWidths(
  t: TFunction,
  run: Run,
  laneWidth: number,
): { readonly left: number; readonly right: number; readonly isTight: boolean } {
  const sender = senderOf(run.experiment);
  const pieces = sender ? pieceCount(sender) : 0;
  const texts = Array.from({ length: Math.min(pieces, PIECES_LOOKED_AT) }, (_, piece) =>
    pieceText(run, piece),
  );
  const longest = texts.toSorted((a, b) => widthOf(a) - widthOf(b)).at(-1) ?? '';
  const name = t('panels.packet.pieceText', { number: pieces, text: longest });
  const ack = (sender?.payload.bytes.length ?? 0) + 2;
  const left = Math.max(
    roomFor(t('panels.packet.finPiece', { name })),
    roomFor(t('panels.ladderTools.timer.retransmission')),
  );
  const right = roomFor(t('panels.packet.duplicateAck', { ack, nth: 8 }));
  const isTight = laneWidth - left - right < TIGHT_BELOW;
  const tight = Math.max(
    roomFor(t('panels.packet.duplicateAckTight', { ack, nth: 8 })),
    roomFor(`SACK ${ack}\u2013${ack} +1`),
  );
  return { left, right: isTight ? tight : right, isTight };
}

/** Room that a name needs beside a lifeline, CSS pixels. */
export function roomFor(text: string): number {
  return Math.max(LEAST, Math.min(MOST, widthOf(text) + GAP));
}
