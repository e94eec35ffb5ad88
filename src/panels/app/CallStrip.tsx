import type { ReactNode } from 'react';
import { callViewAt, type FrameFate, heardAt } from '../../trace/callView';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import type { PointingProps } from '../panelProps';
import { useFact } from '../useFact';
import { useWords } from '../useWords';
import styles from './AppView.module.css';
import { FrameChart } from './FrameChart';
import { playMuLaw } from './playMuLaw';

/** More frames than this are told by their signs alone. */
const MOST_ROWS = 40;

export interface CallStripProps extends PointingProps {
  readonly lane: number;
}

/** Shape and not only colour: there in time, too late, never. */
const SIGNS: Readonly<Record<FrameFate, string>> = { awaited: '○', onTime: '●', late: '▲', missing: '✕' };

/** The frames of a call as the receiving app has them, and on demand how that sounds. */
export function CallStrip(props: CallStripProps): ReactNode {
  const { run, lane, playhead } = props;
  const { t } = useWords();
  // Two calls with the same fates look the same.
  useFact(
    playhead,
    (timeNs) =>
      callViewAt(run, lane, timeNs)
        ?.frames.map(({ fate }) => SIGNS[fate])
        .join('') ?? '',
  );
  const call = callViewAt(run, lane, playhead.get());
  if (!call) return null;
  return (
    <div className={styles['held']}>
      <span className={styles['label']}>{t('appView.call')}</span>
      <ol className={styles['frames']} data-frames>
        {call.frames.map(({ number, fate, packet }) => (
          <li
            key={number}
            className={styles['oneFrame']}
            data-fate={fate}
            title={t('appView.frame', { number: number + 1, fate: t(`appView.fate.${fate}`) })}
            onPointerEnter={() => props.onHover(packet < 0 ? null : { lane, packet })}
            onPointerLeave={() => props.onHover(null)}
          >
            <span aria-hidden="true">{SIGNS[fate]}</span>
            <span className="visuallyHidden">
              {t('appView.frame', { number: number + 1, fate: t(`appView.fate.${fate}`) })}
            </span>
          </li>
        ))}
      </ol>
      {call.frames.length <= MOST_ROWS && <FrameChart frames={call.frames} />}
      <p className={styles['sums']} data-sums>
        {t('appView.sums', { ...call.counts })}
        {call.burst > 1 && ` · ${t('appView.burst', { count: call.burst })}`}
      </p>
      <Button
        disabled={run.result === null}
        title={t('appView.listenHint')}
        onClick={() => playMuLaw(heardAt(run, lane, Infinity))}
      >
        <Icon name="play" />
        {t('appView.listen')}
      </Button>
      <span className={styles['quiet']}>{t('appView.listenHint')}</span>
    </div>
  );
}
