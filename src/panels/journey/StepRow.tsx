import type { CSSProperties } from 'react';
import type { LoadStep } from '../../trace/pageLoads';
import { formatTime } from '../../ui/format';
import { useWords } from '../useWords';
import styles from './Journey.module.css';

/** A bar that takes this share of the width has room for its words. */
const WIDE = 0.5;

interface StepRowProps {
  readonly step: LoadStep;
  /** When the page was asked for, and how long the whole width lasts. */
  readonly fromNs: number;
  readonly spanNs: number;
  readonly nowNs: number;
  readonly isLit: boolean;
  readonly onPress: () => void;
  readonly onPoint: (isOver: boolean) => void;
}

/** One thing that a page waited for, as a bar over time; pressed, it leads to its moment and its packet. */
export function StepRow({ step, fromNs, spanNs, nowNs, isLit, onPress, onPoint }: StepRowProps) {
  const { t, language } = useWords();
  const name = step.target === '' ? t(`journey.step.${step.kind}`) : `GET ${step.target}`;
  const isBegun = step.fromNs <= nowNs;
  const isDone = step.untilNs !== null && step.untilNs <= nowNs;
  const untilNs = step.untilNs ?? Math.max(nowNs, step.fromNs);
  const left = (step.fromNs - fromNs) / spanNs;
  const width = (untilNs - step.fromNs) / spanNs;
  const time = formatTime(untilNs - step.fromNs, language);
  const trips = t('journey.trips', { count: step.roundTrips });
  // How long it takes is said when it is over.
  const isRunning = isBegun && !isDone;
  const outcome = step.isVain ? t('journey.vain') : trips;
  const words = isDone ? `${time} · ${outcome}` : isRunning ? t('journey.under') : '';
  const label = words === '' ? t('journey.barComing', { name }) : t('journey.bar', { name, words });
  const place = placeOfWords(left, width);
  return (
    <div className={styles['step']}>
      <span className={styles['stepName']}>
        <b title={name}>{name}</b>
        <small>{step.address === '' ? t(`journey.protocol.${step.kind}`) : step.address}</small>
      </span>
      <button
        type="button"
        className={styles['track']}
        aria-label={label}
        onClick={onPress}
        onPointerEnter={() => onPoint(true)}
        onPointerLeave={() => onPoint(false)}
        onFocus={() => onPoint(true)}
        onBlur={() => onPoint(false)}
      >
        <span
          className={styles['bar']}
          data-kind={step.kind}
          data-state={isDone ? 'done' : isRunning ? 'running' : 'coming'}
          data-lit={isLit}
          data-vain={isDone && step.isVain}
          style={{ left: `${left * 100}%`, width: `max(0.35rem, ${width * 100}%)` }}
        >
          {place === 'inside' && words}
        </span>
        {place !== 'inside' && (
          <span className={styles['beside']} style={besideBar(place, left, width, words)}>
            {words}
          </span>
        )}
      </button>
    </div>
  );
}

/** In the bar where it is wide, else where there is more room: behind it or before it. */
function placeOfWords(left: number, width: number): 'inside' | 'behind' | 'before' {
  const behind = 1 - left - width;
  if (width >= Math.max(WIDE, left, behind)) return 'inside';
  return behind >= left ? 'behind' : 'before';
}

/** Next to the bar, and never beyond the edge: where there is little room they lie on its end. */
function besideBar(place: 'behind' | 'before', left: number, width: number, words: string): CSSProperties {
  const room = `100% - ${widthInEm(words)}em`;
  if (place === 'behind') return { left: `min(${(left + width) * 100}% + 0.6rem, ${room})` };
  return { right: `min(${(1 - left) * 100}% + 0.35rem, ${room})` };
}

/** Hangul is as wide as high, other letters about half of that, and what stands between words less. */
function widthInEm(words: string): number {
  let width = 0.4;
  for (const letter of words) width += letter > '\u1100' ? 0.95 : ' ·'.includes(letter) ? 0.3 : 0.56;
  return width;
}
