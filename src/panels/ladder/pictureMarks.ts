import type { TFunction } from 'i18next';
import type { Transport } from '../../experiment/experiment';
import { arrowWords, noteWords } from './arrowWords';
import { type DrawnArrow, type DrawnNote, type DrawnSpan, hasNameLeft, linePath } from './drawing';
import { inkOf, PAPER } from './pictureInk';
import { LABEL_HEIGHT } from './scale';
import { againPath, BOLT, endingShape, headOf, HOURGLASS, plateWidth } from './shapes';

const RETRANSMITTED = '8 4';
const DOUBLED = '3 3';
const WORDS_ABOVE = 2;

/** An arrow with its head, its end and its words, as SVG text that needs no style sheet. */
export function arrowMarkup(
  t: TFunction,
  lane: Transport,
  drawn: DrawnArrow,
  before: DrawnArrow | undefined,
  isTight: boolean,
): string {
  const { arrow, look, facts, x1, y1, x2, y2 } = drawn;
  const ink = inkOf(lane, look);
  const dashes = facts.again > 0 ? RETRANSMITTED : facts.isDouble ? DOUBLED : ink.dashes;
  const dashed = dashes === '' ? '' : ` stroke-dasharray="${dashes}"`;
  const width = facts.again > 0 ? ink.width + 0.75 : ink.width;
  const line = `<path d="${linePath(drawn)}" fill="none" stroke="${ink.line}" stroke-width="${width}"${dashed}/>`;
  const link = before
    ? `<path d="${againPath(before, drawn)}" fill="none" stroke="${ink.text}" stroke-width="1.25" stroke-dasharray="1 4" stroke-linecap="round"/>`
    : '';
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const shape = endingShape(arrow.ending);
  const head =
    shape === ''
      ? `<path d="${headOf(look)}" transform="translate(${x2} ${y2}) rotate(${angle})" fill="${look === 'ack' ? 'none' : ink.line}" stroke="${ink.line}"/>`
      : `<path d="${shape}" transform="translate(${x2} ${y2})" fill="${PAPER.paper}" stroke="${PAPER.loss}" stroke-width="3" stroke-linecap="round"/>`;
  const bolt = arrow.isDamaged
    ? `<path d="${BOLT}" transform="translate(${(x1 + 2 * x2) / 3} ${(y1 + 2 * y2) / 3})" fill="${PAPER.loss}" stroke="${PAPER.ink}"/>`
    : '';
  return link + line + head + bolt + labelMarkup(t, drawn, ink.text, isTight);
}

function labelMarkup(t: TFunction, drawn: DrawnArrow, colour: string, isTight: boolean): string {
  const { arrow, nameX, y1, x2, y2 } = drawn;
  const { name, detail, fate } = arrowWords(t, drawn, isTight);
  const anchor = hasNameLeft(arrow) ? 'end' : 'start';
  const fateX = arrow.toX === 1 ? x2 - 14 : arrow.toX === 0 ? x2 + 14 : x2;
  const fateAnchor = arrow.toX === 1 ? 'end' : arrow.toX === 0 ? 'start' : 'middle';
  return [
    words(name, nameX, y1 - WORDS_ABOVE, anchor, colour, 650),
    words(detail, nameX, y1 - WORDS_ABOVE + LABEL_HEIGHT * 0.9, anchor, colour, 450),
    words(fate, fateX, y2 - 10, fateAnchor, PAPER.loss, 700),
  ].join('');
}

/** A state on its plate, or a timer that ran out. */
export function noteMarkup(t: TFunction, { note, x, y, nameX, isLeft, hasRoom }: DrawnNote): string {
  const text = noteWords(t, note);
  if (note.kind === 'timer') {
    const glass = `<path d="${HOURGLASS}" transform="translate(${x} ${y - 5})" fill="${PAPER.paper}" stroke="${PAPER.loss}" stroke-width="2"/>`;
    const anchor = isLeft ? 'end' : 'start';
    return glass + (hasRoom ? words(text, nameX, y - WORDS_ABOVE, anchor, PAPER.loss, 650) : '');
  }
  if (!hasRoom) return '';
  const width = plateWidth(text, 1);
  const plate = `<rect x="${x - width / 2}" y="${y - 13.5}" width="${width}" height="16" rx="3" fill="${PAPER.paper}" stroke="${PAPER.ink}" stroke-width="1.5"/>`;
  return `${plate}<text x="${x}" y="${y - 1.5}" text-anchor="middle" font-family="monospace" font-weight="650" fill="${PAPER.ink}">${text}</text>`;
}

/** A timer that runs: a ring where it was set, a line beside the life line. */
export function spanMarkup({ x: at, y1, y2 }: DrawnSpan): string {
  return `<path d="M${at},${y1 + 3} V${Math.max(y1 + 3, y2)} M${at - 3},${y1} a3,3 0 1 0 6,0 a3,3 0 1 0 -6,0" fill="none" stroke="${PAPER.soft}" stroke-width="1.25"/>`;
}

/** Text in SVG; nothing for no text. */
export function words(
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  colour: string,
  weight: number,
): string {
  if (text === '') return '';
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${colour}" font-weight="${weight}">${escaped(text)}</text>`;
}

/** Text as it may stand in XML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
