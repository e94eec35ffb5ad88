import type { TFunction } from 'i18next';
import { PAPER } from './pictureInk';
import { words } from './pictureMarks';
import { endingShape, headOf } from './shapes';

const ENTRY = 118;

/** What lines and marks mean, for who has only the paper. */
export function legendMarkup(t: TFunction): string {
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
  return entries
    .map(
      ({ picture, text }, i) =>
        `<g transform="translate(${12 + i * ENTRY} 17)">${picture}${words(text, 34, 4, 'start', PAPER.ink, 450)}</g>`,
    )
    .join('');
}
