import { useMemo } from 'react';
import type { SegmentView } from '../../trace/belief';
import { beliefGap } from '../../trace/beliefGap';
import { townIndex } from '../../trace/townIndex';
import { useWords } from '../useWords';
import { type Numbering, sequenceText } from './numbers';
import { segmentName } from './segmentName';
import { truthText } from './truthText';
import styles from './Window.module.css';
import { isLit, latestPacket, type WindowPointing } from './windowPointing';
import { offsetFrom, type WindowView } from './windowView';

/** A screen full of rows is enough to read. */
const MOST_ROWS = 40;
/** What was acknowledged last stays in sight for a while, for comparison. */
const ACKNOWLEDGED_ROWS = 3;

/** Belief beside truth, segment by segment; pointing at a row lights its packets, pressing it opens the latest. */
export function SegmentTable({
  view,
  numbering,
  pointing,
}: {
  readonly view: WindowView;
  readonly numbering: Numbering;
  readonly pointing: WindowPointing;
}) {
  const { t } = useWords();
  const { segments } = view;
  const waiting = segments.findIndex(({ belief }) => belief !== 'acknowledged');
  const first = Math.max(0, (waiting < 0 ? segments.length : waiting) - ACKNOWLEDGED_ROWS);
  const shown = segments.slice(first, first + MOST_ROWS);
  const more = segments.length - first - shown.length;
  const wrong = segments.filter((segment) => beliefGap(segment) === 'wrong').length;
  return (
    <>
      <p className={styles['sum']} data-wrong={wrong > 0 || undefined}>
        {t('windowPanel.table.sum', { count: wrong })}
      </p>
      <table className={styles['table']} aria-label={t('windowPanel.table.label')}>
        <thead>
          <tr>
            <th scope="col">{t('windowPanel.table.segment')}</th>
            <th scope="col">{t('windowPanel.table.belief')}</th>
            <th scope="col">{t('windowPanel.table.truth')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((segment) => (
            <Row
              key={segment.range.start}
              segment={segment}
              view={view}
              numbering={numbering}
              pointing={pointing}
            />
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={styles['more']}>{t('windowPanel.queue.more', { count: more })}</p>}
    </>
  );
}

function Row({
  segment,
  view,
  numbering,
  pointing,
}: {
  readonly segment: SegmentView;
  readonly view: WindowView;
  readonly numbering: Numbering;
  readonly pointing: WindowPointing;
}) {
  const words = useWords();
  const { t } = words;
  const { run, lane, selected, onHover, onSelect } = pointing;
  const places = useMemo(() => townIndex(run.experiment), [run.experiment]);
  const gap = beliefGap(segment);
  const ref = { lane, packet: latestPacket(segment) };
  const offset = (sequence: number): string =>
    sequenceText(numbering, offsetFrom(view.near.initialSendSequence, sequence));
  const last = sequenceText(numbering, offsetFrom(view.near.initialSendSequence, segment.range.end) - 1);
  const start = offset(segment.range.start);
  return (
    <tr
      data-segment={offsetFrom(view.near.initialSendSequence, segment.range.start)}
      data-belief={segment.belief}
      data-truth={segment.truth.kind}
      data-gap={gap}
      data-lit={isLit(pointing, segment) || undefined}
      data-selected={segment.packets.includes(selected) || undefined}
      onPointerEnter={() => onHover(ref)}
      onPointerLeave={() => onHover(null)}
    >
      <th scope="row">
        <button
          type="button"
          onClick={() => onSelect(ref)}
          onFocus={() => onHover(ref)}
          onBlur={() => onHover(null)}
        >
          <b>{segmentName(words, run, lane, segment)}</b>{' '}
          <span className={styles['range']}>{start === last ? start : `${start}–${last}`}</span>
        </button>
      </th>
      <td>
        <i className={styles['sign']} aria-hidden="true" />
        {t(`windowPanel.belief.${segment.belief}`)}
        {segment.packets.length > 1 && (
          <small> {t('windowPanel.table.times', { count: segment.packets.length })}</small>
        )}
      </td>
      <td>
        {gap !== 'none' && (
          <>
            <b className={styles['gap']}>{t(`windowPanel.table.gap.${gap}`)}</b>{' '}
          </>
        )}
        {truthText(words, segment.truth, places)}
      </td>
    </tr>
  );
}
