import { counterWidth } from './cardShapes';
import type { LensLabel } from './lens';
import type { PacketFace } from './packetFace';
import type { Size } from '../ui/useSize';
import type { Sheet } from './plan';
import type { Detail } from './sceneTypes';
import { fitText, guessWidth } from './textFit';

/** What is written on a packet's card, biggest first; language has no part in it. */
export interface CardLabel {
  /** On the torn-off stub of a letter: the piece's number. */
  readonly number: string;
  readonly main: string;
  readonly second: string;
}

/** What a paper is drawn from. */
export interface PaperProps {
  readonly face: PacketFace;
  readonly detail: Detail;
  readonly plan: Sheet;
  readonly size: Size;
}

const known = new WeakMap<Sheet, WeakMap<PacketFace, Partial<Record<Detail, Size>>>>();

/** The size of a packet's card, without its scale. */
export function cardSize(face: PacketFace, detail: Detail, plan: Sheet): Size {
  let faces = known.get(plan);
  if (!faces) known.set(plan, (faces = new WeakMap()));
  let sizes = faces.get(face);
  if (!sizes) faces.set(face, (sizes = {}));
  return (sizes[detail] ??= measureCard(face, detail, plan));
}

function measureCard(face: PacketFace, detail: Detail, plan: Sheet): Size {
  const { card, font } = plan;
  if (detail === 'dot') return { width: card.dot, height: card.dot };
  if (face.lens && isLarge(face) && detail === 'full') return lensCardSize(face.lens, plan);
  if (face.title !== '' && !face.lens) return titledSize(face, detail, plan);
  if (isLarge(face) && !(face.lens && detail === 'short')) return detail === 'full' ? card.data : card.short;
  const { main } = cardLabel(face, detail, plan);
  const counter = counterWidth(face, font.small);
  const mark = font.small * 1.15;
  const width = guessWidth(main, font.small) + mark + counter + font.small * 0.7;
  const height = detail === 'short' ? Math.min(card.stub.height, card.short.height) : card.stub.height;
  return { width: Math.max(card.short.width, width), height };
}

/** A title is read on small papers too, so that they are as wide as it asks for. */
function titledSize(face: PacketFace, detail: Detail, plan: Sheet): Size {
  const { card, font } = plan;
  const { number, main } = cardLabel(face, detail, plan);
  const least = detail === 'full' ? card.data : card.short;
  const band = detail === 'full' ? numberWidth('', font.medium) : 0;
  const width = band + guessWidth(detail === 'full' ? main : number, font.medium) + font.small * 0.8;
  return { width: Math.max(least.width, width), height: least.height };
}

/** Data travels on the wide half of a road, and has room for two lines. */
export function isLarge({ paper }: PacketFace): boolean {
  return paper === 'letter' || paper === 'postcard';
}

function lensCardSize({ body, tab }: LensLabel, plan: Sheet): Size {
  const { card, font, shape } = plan;
  const isTall = shape === 'portrait';
  const lines = isTall ? [...body, tab] : body;
  const width = Math.max(...lines.map((line) => guessWidth(line, font.small))) + font.small * 0.7;
  return {
    width: Math.max(card.short.width, tabWidth(tab, font.small), width),
    height: card.data.height + (isTall ? font.small * TAB_HEIGHT : 0),
  };
}

/** The tab under a lens's card hangs over the kerb of a level road; on one that runs down it is a third line. */
export const TAB_HEIGHT = 1.25;

/** Width of that tab. */
export function tabWidth(tab: string, fontSize: number): number {
  return guessWidth(tab, fontSize) + fontSize * 0.6;
}

/** The words on a packet's card for that much detail. */
export function cardLabel(face: PacketFace, detail: Detail, { card, font }: Sheet): CardLabel {
  if (face.lens)
    return { number: '', main: detail === 'full' ? face.lens.line : face.lens.short, second: '' };
  const number = face.piece > 0 ? String(face.piece) : '';
  switch (face.paper) {
    case 'letter':
    case 'box':
    case 'postcard': {
      const room =
        face.title === ''
          ? card.data.width - numberWidth(number, font.medium) - font.small * 0.5
          : font.medium * LONGEST_TITLE;
      const main = fitText(face.text === '' ? `${face.dataBytes} B` : visible(face.text), font.medium, room);
      const second = face.paper === 'letter' && card.data.height > 34 ? `seq ${face.sequence}` : '';
      if (detail === 'full') return { number, main, second };
      const title = fitText(shortTitle(face.title), font.medium, font.medium * SHORT_TITLE);
      return { number: face.title === '' ? number : title, main: '', second: '' };
    }
    case 'stub':
      return {
        number: '',
        main: detail === 'full' ? `ACK ${face.acknowledgment}` : `${face.acknowledgment}`,
        second: '',
      };
    case 'signal':
      return { number: '', main: face.signal ?? '', second: '' };
    case 'slip':
      return { number: '', main: `ICMP ${face.icmp}`, second: '' };
    case 'card':
      return { number: '', main: dnsLine(face.question, detail, font.small), second: '' };
    case 'tag':
      return { number: '', main: shortArp(face.question), second: '' };
    case 'unknown':
      return { number: '', main: '?', second: '' };
  }
}

/** An address and most names have room on a card; on a small one a name is known by its first label, as in `A? www`. */
function dnsLine(text: string, detail: Detail, fontSize: number): string {
  if (detail === 'full') return fitText(text, fontSize, fontSize * LONGEST_DNS);
  const [, type = '', name = ''] = /^(?:(\w+)\? |→ NS )(.+)$/u.exec(text) ?? [];
  if (name !== '') return `${type === '' ? '→' : `${type}?`} ${name.split('.', 1)[0]}`;
  const [, octet] = /^A .*\.(\d+)$/u.exec(text) ?? [];
  return octet === undefined ? text.split(' ', 1)[0]! : `A …${octet}`;
}

/** In widths of a capital letter, more or less. */
const LONGEST_DNS = 12.5;
const LONGEST_TITLE = 7;
const SHORT_TITLE = 3.7;

/** As in `Hello`, `404`, `S4 #7`: two small papers one behind the other must have room on a road. */
function shortTitle(title: string): string {
  return title
    .replace(/^(?:Client|Server)(?=Hello)/u, '')
    .replace(/^(\d{3}) (?=\S{3})/u, '$1\n')
    .replace(/^Handshake/u, 'HS')
    .replace(/^Initial/u, 'Init')
    .replace(/^stream /u, 'S')
    .split('\n', 1)[0]!;
}

/** Neighbours differ in the last octet. */
function shortArp(question: string): string {
  return question.replace(/ .*(?=\.)/, ' ');
}

/** Spaces alone cannot be seen: they are written as `␣`. */
export function visible(text: string): string {
  return text.trim() === '' ? '␣'.repeat([...text].length) : text;
}

/** Width of the band that holds a piece's number. */
export function numberWidth(number: string, fontSize: number): number {
  return Math.max(fontSize * 1.35, guessWidth(number, fontSize) + fontSize * 0.6);
}
