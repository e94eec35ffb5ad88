import { useId, useRef } from 'react';
import { useWords, type PanelWords } from '../useWords';
import { extentOf } from './alignLines';
import { ChartLegend, MarkLegend } from './ChartLegend';
import styles from './Charts.module.css';
import type { ChartSpec } from './chartSpec';
import { ChartTable } from './ChartTable';
import type { PlotProps } from './makePlot';
import { usePlot } from './usePlot';

/** One chart: its picture, its lines' names and values at the moment, a sentence about it, and the numbers themselves. */
export function ChartCard(props: PlotProps) {
  const { spec, endNs, zoom, playhead } = props;
  const words = useWords();
  const { t } = words;
  const id = useId();
  const title = t(`chartsPanel.title.${spec.id}`);
  const isEmpty = spec.lines.every(({ times }) => times.length === 0);
  return (
    <section className={styles['card']} aria-labelledby={id} data-chart={spec.id}>
      <h3 id={id}>{title}</h3>
      {isEmpty ? (
        <p className={styles['empty']}>{t(`chartsPanel.empty.${spec.id}`)}</p>
      ) : (
        <>
          <Plot {...props} />
          <ChartLegend spec={spec} playhead={playhead} />
          {spec.drawing && <MarkLegend />}
          <p className={spec.drawing ? styles['summary'] : 'visuallyHidden'}>{summaryOf(words, spec)}</p>
          <ChartTable spec={spec} endNs={endNs} zoom={zoom} title={title} />
        </>
      )}
    </section>
  );
}

function Plot(props: PlotProps) {
  const frame = useRef<HTMLDivElement>(null);
  usePlot(frame, props);
  return <div ref={frame} className={styles['plot']} aria-hidden="true" />;
}

function summaryOf({ t }: PanelWords, { id, lines, drawing, format }: ChartSpec): string {
  if (id === 'sequence' && drawing) {
    const again = drawing.sent.filter(({ isAgain }) => isAgain).length;
    return t('chartsPanel.sequenceSummary', {
      sent: drawing.sent.length - again,
      again,
      lost: drawing.lost.length,
    });
  }
  return lines
    .flatMap((line) => {
      const extent = extentOf(line);
      if (!extent) return [];
      const [least, greatest] = extent;
      const values = { least: format(least), greatest: format(greatest) };
      return [t('chartsPanel.extent', { name: line.label, ...values })];
    })
    .join(' ');
}
