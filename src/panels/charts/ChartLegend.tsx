import type { MotionValue } from 'framer-motion';
import { useCallback, useRef } from 'react';
import { useCalmly } from '../useCalmly';
import { useWords } from '../useWords';
import { valueAt } from './alignLines';
import styles from './Charts.module.css';
import { type ChartLine, type ChartSpec, dashesOf } from './chartSpec';

/** The lines of a chart with their names and what they are at the moment. */
export function ChartLegend({
  spec,
  playhead,
}: {
  readonly spec: ChartSpec;
  readonly playhead: MotionValue<number>;
}) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const draw = useCallback(
    (timeNs: number) => {
      spec.lines.forEach((line, i) => {
        const element = list.current?.querySelector(`[data-line="${i}"]`);
        const value = valueAt(line, timeNs);
        const text = value === null ? t('chartsPanel.none') : spec.format(value);
        if (element && element.textContent !== text) element.textContent = text;
      });
    },
    [spec, t],
  );
  useCalmly(playhead, draw);
  return (
    <ul ref={list} className={styles['legend']}>
      {spec.lines.map((line, i) => (
        <li key={line.id}>
          <Sample line={line} />
          {line.label} <b data-line={i} data-series={line.id} />
        </li>
      ))}
    </ul>
  );
}

/** Shapes that only a sequence–time diagram has. */
export function MarkLegend() {
  const { t } = useWords();
  return (
    <ul className={styles['legend']}>
      {(['sent', 'again', 'lost', 'sack'] as const).map((mark) => (
        <li key={mark}>
          <svg className={styles['markSample']} data-mark={mark} width="16" height="16" aria-hidden="true">
            <path d={MARKS[mark]} />
          </svg>
          {t(`chartsPanel.mark.${mark}`)}
        </li>
      ))}
    </ul>
  );
}

const MARKS = {
  sent: 'M5,2 H11 M8,2 V14 M5,14 H11',
  again: 'M8,2 V14 M12.5,8 A4.5,4.5 0 1 1 12.5,7.9',
  lost: 'M3,3 L13,13 M13,3 L3,13',
  sack: 'M8,2 V14',
} as const;

function Sample({ line }: { readonly line: ChartLine }) {
  const { look, color, width, isOther } = line;
  const stroke = `var(${color})`;
  return (
    <svg width="30" height="12" aria-hidden="true">
      {look === 'points' ? (
        <circle cx="15" cy="6" r="3.5" fill={isOther ? 'none' : stroke} stroke={stroke} />
      ) : (
        <path
          d="M0,6 H30"
          stroke={stroke}
          strokeWidth={isOther ? Math.max(1, width / 2) : width}
          strokeDasharray={dashesOf(line).join(' ')}
          opacity={isOther ? 0.7 : 1}
        />
      )}
    </svg>
  );
}
