import { useState } from 'react';
import { useStore } from 'zustand';
import { formatMoment } from '../../ui/format';
import { useWords } from '../useWords';
import { alignLines } from './alignLines';
import styles from './Charts.module.css';
import type { ChartSpec } from './chartSpec';
import type { ZoomStore } from '../../playback/zoom';

/** More rows nobody reads; of a longer stretch every nth is shown. */
const MOST_ROWS = 60;

/** The same values as numbers, of the stretch that is shown, for whoever cannot see the lines. */
export function ChartTable({
  spec,
  endNs,
  zoom,
  title,
}: {
  readonly spec: ChartSpec;
  readonly endNs: number;
  readonly zoom: ZoomStore;
  readonly title: string;
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles['details']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('chartsPanel.table', { title })}</summary>
      {isOpen && <Rows spec={spec} endNs={endNs} zoom={zoom} title={title} />}
    </details>
  );
}

function Rows({
  spec,
  endNs,
  zoom,
  title,
}: {
  readonly spec: ChartSpec;
  readonly endNs: number;
  readonly zoom: ZoomStore;
  readonly title: string;
}) {
  const { t, language } = useWords();
  const range = useStore(zoom, (state) => state.range);
  const { times, values } = alignLines(spec.lines, endNs);
  const [from, to] = range ?? [0, endNs];
  const seen = times.flatMap((timeNs, i) => (timeNs >= from && timeNs <= to ? [i] : []));
  const every = Math.ceil(seen.length / MOST_ROWS);
  const shown = seen.filter((_, i) => i % every === 0);
  return (
    <table aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{t('chartsPanel.time')}</th>
          {spec.lines.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={row}>
            <th scope="row">{formatMoment(times[row]!, language)}</th>
            {spec.lines.map(({ id }, i) => (
              <td key={id}>{textOf(values[i]![row] ?? null)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );

  function textOf(value: number | null): string {
    return value === null ? t('chartsPanel.none') : spec.format(value);
  }
}
