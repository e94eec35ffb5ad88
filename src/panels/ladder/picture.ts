import type { TFunction } from 'i18next';
import type { Run } from '../../trace/run';
import { type FormatLanguage, formatTime } from '../../ui/format';
import { hostsOf } from './hosts';
import { legendMarkup } from './legend';
import type { LadderLook } from './look';
import { nameWidths, roomFor } from './nameWidths';
import { PAPER } from './pictureInk';
import { arrowMarkup, escaped, noteMarkup, spanMarkup, words } from './pictureMarks';
import { type DrawnLane, type DrawnLanes, drawLanes } from './drawLanes';

/** The ladder as pictures that stand for themselves, in CSS pixels. */
export interface LadderPicture {
  readonly width: number;
  readonly height: number;
  /** The whole ladder as an SVG document. */
  readonly svg: () => string;
  /** Cut into pieces with the proportions of a sheet of A4, each with its heads. */
  readonly sheets: () => readonly string[];
}

/** Wide enough for minutes, also in the fonts of those who have not ours. */
const AXIS = 92;
const AXIS_GAP = 18;
const COLUMN = 420;
const HEAD = 64;
/** Height of a sheet of A4 to its width, less the margins that printers need. */
const SHEET = 1.4;
/** Least distance of two times along the edge. */
const TICK_STEP = 24;

/** What a picture is made of. */
interface Scenery extends DrawnLanes {
  readonly lifelines: { readonly left: number; readonly right: number };
  readonly isTight: boolean;
  readonly t: TFunction;
  readonly language: FormatLanguage;
  readonly lanes: readonly DrawnLane[];
  readonly other: Run | null;
  readonly width: number;
  readonly legend: ReturnType<typeof legendMarkup>;
}

/** Draws all lanes beside each other from their beginning to their end; of two futures, each lane twice. */
export function ladderPicture(
  t: TFunction,
  language: FormatLanguage,
  { run, other, look }: { readonly run: Run; readonly other: Run | null; readonly look: LadderLook },
): LadderPicture {
  const lanes = run.traces.flatMap((_, lane) => [{ run, lane }, ...(other ? [{ run: other, lane }] : [])]);
  const { left: namesLeft, right, isTight } = nameWidths(t, run, COLUMN);
  const left = Math.max(namesLeft, roomFor(t('panels.ladderTools.timer.timeWait')));
  const lifelines = { left, right: COLUMN - right };
  const drawn = drawLanes(lanes, lifelines, 1, look);
  const width = AXIS + COLUMN * lanes.length;
  const legend = legendMarkup(t, width);
  const scenery = { ...drawn, t, language, lanes, other, width, lifelines, isTight, legend };
  const room = width * SHEET - HEAD - legend.height;
  const { height } = drawn.scale;
  return {
    width,
    height: height + HEAD + legend.height,
    svg: () => part(scenery, 0, height, ''),
    sheets: () => {
      const count = Math.max(1, Math.ceil(height / room));
      return Array.from({ length: count }, (_, i) =>
        part(scenery, i * room, (i + 1) * room, t('panels.ladderTools.page', { page: i + 1, pages: count })),
      );
    },
  };
}

/** One picture of the heights from `top` to `bottom`. */
function part(scenery: Scenery, top: number, bottom: number, page: string): string {
  const { width, t, legend } = scenery;
  const inner = bottom - top;
  const height = inner + HEAD + legend.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Pretendard, 'Noto Sans KR', 'Malgun Gothic', system-ui, sans-serif" font-size="13" stroke-linejoin="round">`,
    `<title>${escaped(t('panels.ladderTools.title'))}</title>`,
    `<rect width="${width}" height="${height}" fill="${PAPER.paper}"/>`,
    headMarkup(scenery),
    `<svg y="${HEAD}" width="${width}" height="${inner}" viewBox="0 ${top} ${width} ${inner}">`,
    axisMarkup(scenery, top, bottom),
    ...scenery.lanes.map((_, i) => columnMarkup(scenery, i, top, bottom)),
    '</svg>',
    `<g transform="translate(0 ${height - legend.height})">${legend.markup}${words(page, width - 12, 21, 'end', PAPER.soft, 450)}</g>`,
    '</svg>',
  ].join('\n');
}

function headMarkup({ t, lanes, other, lifelines, width }: Scenery): string {
  const title = words(t('panels.ladderTools.title'), 12, 22, 'start', PAPER.ink, 750);
  const heads = lanes.map(({ run, lane }, i) => {
    const { addresses } = hostsOf(run);
    const name = run.traces[lane]!.lane.toUpperCase();
    const future = other ? t(run === other ? 'panels.ladderTools.other' : 'panels.ladderTools.here') : '';
    const [left, right] = [AXIS + i * COLUMN + lifelines.left, AXIS + i * COLUMN + lifelines.right];
    return [
      words(addresses[0], left, 52, 'middle', PAPER.ink, 600),
      words(
        `${name}${future === '' ? '' : ` · ${future}`}`,
        (left + right) / 2,
        34,
        'middle',
        PAPER.ink,
        750,
      ),
      words(addresses[1], right, 52, 'middle', PAPER.ink, 600),
    ].join('');
  });
  return `${title}${heads.join('')}<path d="M0,${HEAD - 4} H${width}" stroke="${PAPER.faint}"/>`;
}

/** Times of sendings along the edge, and how long each fold is in truth. */
function axisMarkup({ scale, language, t, width }: Scenery, top: number, bottom: number): string {
  let last = { y: Number.NEGATIVE_INFINITY, text: '' };
  const ticks = scale.ticks.map(({ timeNs, y }) => {
    const text = formatTime(timeNs, language);
    if (y - last.y < TICK_STEP || text === last.text) return '';
    last = { y, text };
    return y < top || y > bottom ? '' : words(text, AXIS - AXIS_GAP, y, 'end', PAPER.soft, 450);
  });
  const folds = scale.folds.map(({ startNs, endNs, startY, endY }) => {
    if (endY < top || startY > bottom) return '';
    const text = t('panels.ladder.fold', { time: formatTime(endNs - startNs, language) });
    const edges = `<path d="M${AXIS},${startY + 8} H${width} M${AXIS},${endY - 18} H${width}" stroke="${PAPER.soft}" stroke-dasharray="2 4"/>`;
    return edges + words(text, (AXIS + width) / 2, (startY + endY) / 2, 'middle', PAPER.soft, 450);
  });
  return [...folds, ...ticks].join('');
}

function columnMarkup(scenery: Scenery, column: number, top: number, bottom: number): string {
  const { t, lanes, drawings, lifelines, scale, isTight } = scenery;
  const drawing = drawings[column]!;
  const { run, lane } = lanes[column]!;
  const transport = run.traces[lane]!.lane;
  const pick = <T>(all: readonly T[], positions: readonly number[]): readonly T[] =>
    positions.map((position) => all[position]!);
  const lifeline = `<path d="M${lifelines.left},0 V${scale.height} M${lifelines.right},0 V${scale.height}" stroke="${PAPER.ink}" stroke-width="2"/>`;
  const spans = pick(drawing.spans, drawing.visibleSpans.within(top, bottom)).map(spanMarkup);
  const arrows = pick(drawing.arrows, drawing.visible.within(top, bottom)).map((drawn) => {
    const before = drawing.arrows[drawn.before];
    return arrowMarkup(t, transport, drawn, before?.x1 === drawn.x1 ? before : undefined, isTight);
  });
  const notes = pick(drawing.notes, drawing.visibleNotes.within(top, bottom)).map((note) =>
    noteMarkup(t, note),
  );
  return `<g transform="translate(${AXIS + column * COLUMN} 0)">${lifeline}${[...spans, ...arrows, ...notes].join('\n')}</g>`;
}
