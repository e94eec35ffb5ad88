import type { ReactNode } from 'react';
import type { AppCall } from '../../trace/appCalls';
import { formatTime } from '../../ui/format';
import type { PointingProps } from '../panelProps';
import { reasonWords } from '../reasonWords';
import { useWords } from '../useWords';
import styles from './AppView.module.css';

/** As many as can be read at a glance; those before them are counted. */
const SHOWN = 40;

interface CallListProps extends Pick<PointingProps, 'hovered' | 'onHover' | 'onSelect' | 'onSeek'> {
  readonly lane: number;
  readonly calls: readonly AppCall[];
}

/** The calls so far, the latest first; each goes to its moment and lights the packet that carried it. */
export function CallList({ lane, calls, hovered, onHover, onSelect, onSeek }: CallListProps): ReactNode {
  const { t, language } = useWords();
  if (calls.length === 0) return <p className={styles['quiet']}>{t('appView.nothing')}</p>;
  const first = Math.max(0, calls.length - SHOWN);
  return (
    <ol className={styles['calls']} reversed start={calls.length} aria-label={t('appView.calls')}>
      {calls
        .slice(first)
        .map((call, i) => (
          <li key={first + i} className={styles['entry']} data-side={call.side} data-call={call.kind}>
            <button
              type="button"
              className={styles['call']}
              data-lit={
                (hovered !== null && hovered.lane === lane && hovered.packet === call.packet) || undefined
              }
              onPointerEnter={() => onHover(call.packet < 0 ? null : { lane, packet: call.packet })}
              onPointerLeave={() => onHover(null)}
              onFocus={() => onHover(call.packet < 0 ? null : { lane, packet: call.packet })}
              onBlur={() => onHover(null)}
              onClick={() => onSeek(call.timeNs)}
              onDoubleClick={() => onSelect(call.packet < 0 ? null : { lane, packet: call.packet })}
            >
              <span className={styles['time']}>{formatTime(call.timeNs, language)}</span>
              <span className={styles['who']}>{t(`appView.${call.side}`)}</span>
              <span className={styles['said']}>
                {call.kind === 'told'
                  ? reasonWords(t, call.reason)
                  : t(`appView.${call.kind}`, { bytes: call.bytes })}
              </span>
            </button>
          </li>
        ))
        .toReversed()}
      {first > 0 && <li className={styles['quiet']}>{t('appView.earlier', { count: first })}</li>}
    </ol>
  );
}
