import type { TFunction } from 'i18next';
import type { NodeId } from '../../experiment/experiment';
import type { Run } from '../../trace/run';
import { type FormatLanguage, formatTime } from '../../ui/format';
import { hostsOf } from './hosts';
import { legendMarkup } from './legend';
import type { LadderLook } from './look';
import { COLUMN_MARGIN, columnWidths, nameWidths, roomFor } from './nameWidths';
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
/** Of each node of a town. */
const TOWN_COLUMN = 190;
const HEAD = 64;
/** Height of a sheet of A4 to its width, less the margins that printers need. */
const SHEET = 1.4;
/** Least distance of two times along the edge. */
const TICK_STEP = 24;

/** What is drawn, and how. */
interface PictureOf {
  readonly run: Run;
  readonly other: Run | null;
  readonly look: LadderLook;
  readonly columns?: readonly NodeId[] | undefined;
}

/** What a picture is made of. */
interface Scenery extends DrawnLanes {
  readonly lifelines: { readonly left: number; readonly right: number };
  readonly isTight: boolean;
  readonly t: TFunction;
  readonly language: FormatLanguage;
  readonly lanes: readonly DrawnLane[];
  readonly laneWidth: number;
  readonly other: Run | null;
  readonly width: number;
  readonly legend: ReturnType<typeof legendMarkup>;
}

/** Draws all lanes beside each other from their beginning to their end; of two futures, each lane twice. */
export function ladderPicture(
  t: TFunction,
  language: FormatLanguage,
  { run, other, look, columns }: PictureOf,
): LadderPicture {
  const lanes = run.traces.flatMap((_, lane) => [
    { run, lane, columns },
    ...(other ? [{ run: other, lane, columns }] : []),
  ]);
  const laneWidth = columns ? Math.max(COLUMN, columns.length * TOWN_COLUMN) : COLUMN;
  const names = columns ? columnWidths(columns.length, laneWidth) : nameWidths(t, run, laneWidth);
  const { right, isTight } = names;
  const left = columns
    ? names.left + COLUMN_MARGIN
    : Math.max(names.left, roomFor(t('panels.ladderTools.timer.timeWait')));
  const lifelines = { left, right: laneWidth - right - (columns ? COLUMN_MARGIN : 0) };
  const drawn = drawLanes(lanes, lifelines, 1, look);
  const width = AXIS + laneWidth * lanes.length;
  const legend = legendMarkup(t, width);
  const scenery = { ...drawn, laneWidth, t, language, lanes, other, width, lifelines, isTight, legend };
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

function headMarkup({ t, lanes, other, lifelines, width, laneWidth }: Scenery): string {
  const title = words(t('panels.ladderTools.title'), 12, 22, 'start', PAPER.ink, 750);
  const heads = lanes.map(({ run, lane, columns }, i) => {
    const { addresses, ids } = hostsOf(run, columns);
    const [left, right] = [AXIS + i * laneWidth + lifelines.left, AXIS + i * laneWidth + lifelines.right];
    if (columns) {
      const step = (right - left) / Math.max(1, ids.length - 1);
      return ids.map((id, column) => {
        const text = `${id} ${addresses[column]}`;
        return words(text, left + column * step, 52, 'middle', PAPER.ink, 600);
      });
    }
    const name = run.traces[lane]!.lane.toUpperCase();
    const future = other ? t(run === other ? 'panels.ladderTools.other' : 'panels.ladderTools.here') : '';
    return [
      words(addresses[0] ?? '', left, 52, 'middle', PAPER.ink, 600),
      words(
        `${name}${future === '' ? '' : ` · ${future}`}`,
        (left + right) / 2,
        34,
        'middle',
        PAPER.ink,
        750,
      ),
      words(addresses[1] ?? '', right, 52, 'middle', PAPER.ink, 600),
    ].join('');
  });
  return `${title}${heads.flat().join('')}<path d="M0,${HEAD - 4} H${width}" stroke="${PAPER.faint}"/>`;
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
  const { t, lanes, drawings, lifelines, scale, isTight, laneWidth } = scenery;
  const drawing = drawings[column]!;
  const { run, lane, columns } = lanes[column]!;
  const transport = run.traces[lane]!.lane;
  const pick = <T>(all: readonly T[], positions: readonly number[]): readonly T[] =>
    positions.map((position) => all[position]!);
  const last = Math.max(1, (columns?.length ?? 2) - 1);
  const lines = Array.from({ length: last + 1 }, (_, i) => {
    const x = lifelines.left + ((lifelines.right - lifelines.left) * i) / last;
    return `M${x},0 V${scale.height}`;
  });
  const lifeline = `<path d="${lines.join(' ')}" stroke="${PAPER.ink}" stroke-width="2"/>`;
  const spans = pick(drawing.spans, drawing.visibleSpans.within(top, bottom)).map(spanMarkup);
  const arrows = pick(drawing.arrows, drawing.visible.within(top, bottom)).map((drawn) => {
    const before = drawing.arrows[drawn.before];
    return arrowMarkup(t, transport, drawn, before?.x1 === drawn.x1 ? before : undefined, isTight);
  });
  const notes = pick(drawing.notes, drawing.visibleNotes.within(top, bottom)).map((note) =>
    noteMarkup(t, note),
  );
  return `<g transform="translate(${AXIS + column * laneWidth} 0)">${lifeline}${[...spans, ...arrows, ...notes].join('\n')}</g>`;
}
