import { useRef } from 'react';
import { formatBytes } from '../../ui/format';
import { useSize } from '../../ui/useSize';
import { useUnit } from '../useUnit';
import { useWords } from '../useWords';
import { bracketsOf, receiveBands, type ReceiveBand, sendBands, type SendBand } from './bands';
import { BracketMark } from './BracketMark';
import { NumberMark } from './NumberMark';
import { type Numbering, sequenceText } from './numbers';
import { RulerDefs } from './RulerDefs';
import { EDGE, ROWS } from './rulerRows';
import { SegmentCells } from './SegmentCells';
import styles from './Window.module.css';
import type { WindowPointing } from './windowPointing';
import { hasHeard, offsetFrom, type WindowView } from './windowView';

/** Both ends of one direction on one ruler: above what the sender knows, below what the receiver has. */
export function Ruler({
  view,
  names,
  numbering,
  pointing,
}: {
  readonly view: WindowView;
  readonly names: readonly [string, string];
  readonly numbering: Numbering;
  readonly pointing: WindowPointing;
}) {
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const width = useSize(frame)?.width ?? 0;
  const unit = useUnit();
  const inner = width / unit;
  const { from, to } = view.span;
  const x = (offset: number): number => EDGE + ((offset - from) / (to - from)) * (inner - 2 * EDGE);
  return (
    <div ref={frame} className={styles['ruler']}>
      {width > 0 && (
        <svg
          role="img"
          aria-label={`${t('windowPanel.ruler.label', { from: names[0], to: names[1] })}. ${summaryOf(t, view, numbering)}`}
          width={width}
          height={ROWS.height * unit}
          viewBox={`0 0 ${inner} ${ROWS.height}`}
        >
          <RulerDefs />
          {bracketsOf(view).map((bracket, row) => (
            <BracketMark key={bracket.kind} bracket={bracket} row={row} x={x} right={inner - EDGE} />
          ))}
          <Bands bands={sendBands(view)} y={ROWS.bar} height={ROWS.barHeight} x={x} side="send" />
          <SegmentCells view={view} x={x} pointing={pointing} />
          <Bands bands={receiveBands(view)} y={ROWS.farBar} height={ROWS.farBarHeight} x={x} side="receive" />
          <Edges view={view} x={x} right={inner - EDGE} numbering={numbering} />
        </svg>
      )}
    </div>
  );
}

function Bands({
  bands,
  y,
  height,
  x,
  side,
}: {
  readonly bands: readonly (SendBand | ReceiveBand)[];
  readonly y: number;
  readonly height: number;
  readonly x: (offset: number) => number;
  readonly side: 'send' | 'receive';
}) {
  return (
    <g data-side={side}>
      {bands.map(({ kind, from, to }) => (
        <rect
          key={`${kind}${from}`}
          className={styles['band']}
          data-band={kind}
          x={x(from)}
          y={y}
          width={Math.max(0.5, x(to) - x(from))}
          height={height}
        />
      ))}
    </g>
  );
}

function Edges({
  view,
  x,
  right,
  numbering,
}: {
  readonly view: WindowView;
  readonly x: (offset: number) => number;
  readonly right: number;
  readonly numbering: Numbering;
}) {
  const { near, far, span } = view;
  const mark = (name: string, sequence: number, textY: number, barY: number) => {
    const offset = offsetFrom(near.initialSendSequence, sequence);
    const text = `${name} ${sequenceText(numbering, offset)}`;
    return <NumberMark text={text} x={x(offset)} right={right} textY={textY} barY={barY} />;
  };
  const below = ROWS.bar + ROWS.barHeight;
  return (
    <>
      {mark('SND.UNA', near.sendUnacked, ROWS.unackedText, below)}
      {mark('SND.NXT', near.sendNext, ROWS.nextText, below)}
      {hasHeard(far) && mark('RCV.NXT', far.receiveNext, ROWS.receivedText, ROWS.farBar)}
      <text className={styles['edge']} x={EDGE} y={ROWS.edgeText}>
        {sequenceText(numbering, span.from)}
      </text>
      <text className={styles['edge']} x={right} y={ROWS.edgeText} textAnchor="end">
        {sequenceText(numbering, span.to)}
      </text>
    </>
  );
}

function summaryOf(t: ReturnType<typeof useWords>['t'], view: WindowView, numbering: Numbering): string {
  const { near, far } = view;
  const bytesOf = (kind: SendBand['kind']): string => {
    const band = sendBands(view).find((one) => one.kind === kind);
    return formatBytes(band ? band.to - band.from : 0);
  };
  const text = (sequence: number): string =>
    sequenceText(numbering, offsetFrom(near.initialSendSequence, sequence));
  return t('windowPanel.ruler.summary', {
    una: text(near.sendUnacked),
    next: text(near.sendNext),
    received: hasHeard(far) ? text(far.receiveNext) : t('windowPanel.unknown'),
    flight: bytesOf('inFlight'),
    allowed: bytesOf('allowed'),
  });
}
