import type { SegmentView } from '../../trace/belief';
import { beliefGap } from '../../trace/beliefGap';
import { packetLabelOf } from '../packetLabel';
import { cellText } from './cellText';
import { ROWS } from './rulerRows';
import styles from './Window.module.css';
import { isLit, latestPacket, type WindowPointing } from './windowPointing';
import { offsetFrom, type WindowView } from './windowView';

/** Narrower than this a cell has no room for a cross. */
const LEAST_FOR_CROSS = 13;

/** Each segment in its place on the sender's bar, marked by what the sender takes it for. */
export function SegmentCells({
  view,
  x,
  pointing,
}: {
  readonly view: WindowView;
  readonly x: (offset: number) => number;
  readonly pointing: WindowPointing;
}) {
  return view.segments.map((segment) => {
    const start = offsetFrom(view.near.initialSendSequence, segment.range.start);
    const end = offsetFrom(view.near.initialSendSequence, segment.range.end);
    const left = Math.max(x(view.span.from), x(start));
    return (
      <Cell
        key={start}
        segment={segment}
        left={left}
        width={Math.min(x(view.span.to), x(end)) - left}
        pointing={pointing}
      />
    );
  });
}

function Cell({
  segment,
  left,
  width,
  pointing,
}: {
  readonly segment: SegmentView;
  readonly left: number;
  readonly width: number;
  readonly pointing: WindowPointing;
}) {
  const { run, lane, onHover } = pointing;
  if (width <= 0) return null;
  const packet = latestPacket(segment);
  const label = packetLabelOf(run, { lane, packet: segment.packets[0]! });
  const text = label && segment.belief !== 'lost' ? cellText(label, width) : '';
  const middle = left + width / 2;
  const centre = ROWS.bar + ROWS.barHeight / 2;
  return (
    <g
      className={styles['cell']}
      data-belief={segment.belief}
      data-gap={beliefGap(segment)}
      data-lit={isLit(pointing, segment) || undefined}
      onPointerEnter={() => onHover({ lane, packet })}
      onPointerLeave={() => onHover(null)}
    >
      <rect x={left} y={ROWS.bar} width={width} height={ROWS.barHeight} />
      {segment.belief === 'sacked' && (
        <rect data-sack x={left} y={ROWS.sack} width={Math.max(1, width - 1)} height={ROWS.sackHeight} />
      )}
      {segment.belief === 'lost' && width >= LEAST_FOR_CROSS && (
        <path data-cross d={`M${middle - 5},${centre - 5} l10,10 m0,-10 l-10,10`} />
      )}
      {text !== '' && (
        <text x={middle} y={centre + 5} textAnchor="middle">
          {text}
        </text>
      )}
    </g>
  );
}
