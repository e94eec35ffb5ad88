import type { Run } from '../../trace/run';
import { queueSeries } from '../../trace/seriesQueue';
import { rateSeries, roundStretch } from '../../trace/seriesRate';
import { townIndex } from '../../trace/townIndex';
import { formatRate } from '../../ui/format';
import type { PanelWords } from '../useWords';
import type { ChartLine, ChartSpec, LineLook } from './chartSpec';

/** Rates are counted over about so many stretches of the run. */
const STRETCHES = 60;
/** Looks of one lane's queues, way by way; after the last of them they come again as thin lines. */
const QUEUE_LOOKS: Readonly<Record<'tcp' | 'udp', readonly LineLook[]>> = {
  tcp: ['solid', 'dashDot', 'longDash', 'dashDotDot'],
  udp: ['dashed', 'dotted', 'sparse', 'pairs'],
};

/** Queue lengths and rates: the charts that every lane has. */
export function roadCharts(
  words: PanelWords,
  run: Run,
  other: Run | null,
  endNs: number,
): readonly ChartSpec[] {
  const both = (draw: (from: Run) => readonly ChartLine[]): readonly ChartLine[] => [
    ...draw(run),
    ...(other ? draw(other).map((line) => asOther(words, line)) : []),
  ];
  return [
    {
      id: 'queue',
      lines: both((from) => queueLines(words, from)),
      drawing: null,
      format: (value) => String(Math.round(value)),
    },
    {
      id: 'rate',
      lines: both((from) => rateLines(words, from, endNs)),
      drawing: null,
      format: (value) => formatRate(Math.round(value)),
    },
  ];
}

function queueLines({ t }: PanelWords, { experiment, traces }: Run): readonly ChartLine[] {
  const places = townIndex(experiment);
  return traces.flatMap((trace) =>
    queueSeries(trace).map(({ way, times, lengths }, nth): ChartLine => {
      const { from, to } = places.way(way);
      const looks = QUEUE_LOOKS[trace.lane];
      return {
        id: `${trace.lane} ${way}`,
        label: t('chartsPanel.queueOf', { lane: t(`panels.lane.${trace.lane}`), from, to }),
        look: looks[nth % looks.length]!,
        color: trace.lane === 'tcp' ? '--tcp-text' : '--udp-text',
        width: nth < looks.length ? 2.5 : 1.25,
        isOther: false,
        times,
        values: lengths,
      };
    }),
  );
}

function rateLines({ t }: PanelWords, { experiment, traces }: Run, endNs: number): readonly ChartLine[] {
  const stretchNs = roundStretch(Math.max(1, endNs), STRETCHES);
  return traces.flatMap((trace): readonly ChartLine[] => {
    const { times, throughput, goodput } = rateSeries(trace, experiment, stretchNs, endNs);
    const lane = t(`panels.lane.${trace.lane}`);
    const isTcp = trace.lane === 'tcp';
    const line = (kind: 'throughput' | 'goodput', look: LineLook, values: readonly number[]): ChartLine => ({
      id: `${trace.lane} ${kind}`,
      label: t(`chartsPanel.${kind}`, { lane }),
      look,
      color: isTcp ? '--tcp-text' : '--udp-text',
      width: kind === 'goodput' ? 3 : 1.75,
      isOther: false,
      times,
      values,
    });
    return [
      line('throughput', isTcp ? 'dotted' : 'dashDot', throughput),
      line('goodput', isTcp ? 'solid' : 'dashed', goodput),
    ];
  });
}

function asOther({ t }: PanelWords, line: ChartLine): ChartLine {
  return {
    ...line,
    id: `other ${line.id}`,
    label: t('chartsPanel.other', { name: line.label }),
    isOther: true,
  };
}
