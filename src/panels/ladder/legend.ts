import type { TFunction } from 'i18next';
import { PAPER } from './pictureInk';
import { words } from './pictureMarks';
import { endingShape, headOf } from './shapes';
import { widthOf } from './textWidth';

/** What stands before a word, and what lies between two entries. */
const SAMPLE = 34;
const GAP = 26;
const MARGIN = 12;

/** Height of the first row with its margins, and of each row more. */
const FIRST_ROW = 34;
const ROW = 20;
/** The number of a sheet stands at the end of the first row. */
const PAGE_ROOM = 70;

/** What lines and marks mean, for who has only the paper, in as many rows as so wide a picture takes. */
export function legendMarkup(
  t: TFunction,
  pictureWidth: number,
): { readonly markup: string; readonly height: number } {
  const stroke = `fill="none" stroke="${PAPER.ink}"`;
  const arrow = (look: 'data' | 'ack', width: number, dashes = ''): string =>
    `<path d="M0,0 H24" ${stroke} stroke-width="${width}" stroke-dasharray="${dashes || 'none'}"/><path d="${headOf(look)}" transform="translate(26 0)" fill="${look === 'ack' ? 'none' : PAPER.ink}" stroke="${PAPER.ink}"/>`;
  const mark = (ending: 'lost' | 'dropped'): string =>
    `<path d="${endingShape(ending)}" transform="translate(14 0)" ${stroke} stroke-width="2.5"/>`;
  const entries = [
    { picture: arrow('data', 2.25), text: t('panels.ladderTools.legend.data') },
    { picture: arrow('ack', 1.1), text: t('panels.ladderTools.legend.ack') },
    { picture: arrow('data', 3, '8 4'), text: t('panels.ladderTools.legend.again') },
    { picture: mark('lost'), text: t('panels.ladderTools.legend.lost') },
    { picture: mark('dropped'), text: t('panels.ladderTools.legend.dropped') },
  ];
  let [x, row] = [MARGIN, 0];
  const drawn = entries.map(({ picture, text }) => {
    const entryWidth = SAMPLE + widthOf(text);
    if (x > MARGIN && x + entryWidth > pictureWidth - PAGE_ROOM) [x, row] = [MARGIN, row + 1];
    const place = `${x} ${17 + row * ROW}`;
    x += entryWidth + GAP;
    return `<g transform="translate(${place})">${picture}${words(text, SAMPLE, 4, 'start', PAPER.ink, 450)}</g>`;
  });
  return { markup: drawn.join(''), height: FIRST_ROW + row * ROW };
}
