import type { SendingEnd } from '../../trace/belief';
import { type ConnectionEnd, type ConnectionEnds, connectionsOf } from '../../trace/connectionEnds';
import type { Run } from '../../trace/run';
import { connectionSeries } from '../../trace/seriesConnection';
import { type FlowSeries, flowSeries } from '../../trace/seriesFlows';
import { type QueueSeries, queueSeries } from '../../trace/seriesQueue';
import { ratesOf, roundStretch, stretchStarts } from '../../trace/seriesRate';
import { townIndex } from '../../trace/townIndex';
import type { Trace } from '../../trace/trace';
import { formatBytes, formatRate } from '../../ui/format';
import { socketPair } from '../hostNames';
import type { PanelWords } from '../useWords';
import type { ChartLine, ChartSpec, LineLook } from './chartSpec';

/** Rates are counted over about so many stretches of the run. */
const STRETCHES = 60;
/** More lines cannot be told apart. */
const MOST_LINES = 8;
/** So many queues are shown when none is asked for: the longest. */
const MOST_QUEUES = 4;
const LOOKS: readonly LineLook[] = [
  'solid',
  'dashed',
  'dotted',
  'dashDot',
  'longDash',
  'dashDotDot',
  'sparse',
  'pairs',
];
const COLORS = ['--tcp-text', '--udp-text', '--ack-text', '--icmp-text', '--ink'];

/** What all flows of a town have to share: their windows together, their rates, and the queues before the roads. */
export function townCharts(
  words: PanelWords,
  run: Run,
  endNs: number,
  way: number | null,
): readonly ChartSpec[] {
  const trace = run.traces[0];
  if (!trace) return [];
  const windows = windowLines(trace, run);
  const { t } = words;
  return [
    ...(windows.length > 1 ? [chart('flows', windows, formatBytes)] : []),
    chart('queue', queueLines(trace, run, way), (value) => String(Math.round(value))),
    chart('flowRate', rateLines(t, trace, run, endNs), (value) => formatRate(Math.round(value))),
  ];
}

/** Queues in which anything has ever waited, the longest first. */
export function queuesByLength(trace: Trace): readonly QueueSeries[] {
  const longest = ({ lengths }: QueueSeries): number => lengths.reduce((most, one) => Math.max(most, one), 0);
  return queueSeries(trace).toSorted((a, b) => longest(b) - longest(a) || a.way - b.way);
}

function chart(id: ChartSpec['id'], lines: readonly ChartLine[], format: ChartSpec['format']): ChartSpec {
  return { id, lines, drawing: null, format };
}

function line(
  nth: number,
  id: string,
  label: string,
  times: readonly number[],
  values: ChartLine['values'],
): ChartLine {
  const [look, color] = [LOOKS[nth % LOOKS.length]!, COLORS[nth % COLORS.length]!];
  return { id, label, look, color, width: 2.25, isOther: false, times, values };
}

/** The congestion window of who sends most in each connection, the busiest first. */
function windowLines(trace: Trace, { experiment }: Run): readonly ChartLine[] {
  return connectionsOf(trace)
    .map((ends) => ({ ends, end: ends[busierDirection(trace, ends)] ?? ends.opener }))
    .map((one) => ({ ...one, sent: sentBytes(trace, one.end) }))
    .filter(({ sent }) => sent > 1)
    .toSorted((a, b) => b.sent - a.sent)
    .slice(0, MOST_LINES)
    .map(({ ends, end }, nth) => {
      const { times, cwnd } = connectionSeries(trace, end);
      return line(
        nth,
        `cwnd ${end.place}:${end.connection}`,
        socketPair(trace, ends, experiment.town),
        times,
        cwnd,
      );
    });
}

/** The end of a connection that has sent most. */
export function busierDirection(trace: Trace, { opener, peer }: ConnectionEnds): SendingEnd {
  return peer && sentBytes(trace, peer) > sentBytes(trace, opener) ? 'peer' : 'opener';
}

function sentBytes(trace: Trace, { snapshots }: ConnectionEnd): number {
  const { sendNext, initialSendSequence } = trace.snapshot(snapshots.at(-1)!);
  return (sendNext - initialSendSequence) >>> 0;
}

function queueLines(trace: Trace, { experiment }: Run, way: number | null): readonly ChartLine[] {
  const places = townIndex(experiment);
  const queues = queuesByLength(trace);
  const asked = queues.filter((queue) => queue.way === way);
  // One that was asked for in another town may be none here.
  const chosen = asked.length > 0 ? asked : queues.slice(0, MOST_QUEUES);
  return chosen.map((queue, nth) => {
    const { from, to } = places.way(queue.way);
    return line(nth, `queue ${queue.way}`, `${from} → ${to}`, queue.times, queue.lengths);
  });
}

function rateLines(
  t: PanelWords['t'],
  trace: Trace,
  { experiment }: Run,
  endNs: number,
): readonly ChartLine[] {
  const stretchNs = roundStretch(Math.max(1, endNs), STRETCHES);
  const starts = stretchStarts(stretchNs, endNs);
  return flowSeries(trace, experiment)
    .slice(0, MOST_LINES)
    .map((flow, nth) => {
      const { times, bytes } = flow;
      return line(nth, `rate ${nth}`, flowName(t, flow), starts, ratesOf(starts, stretchNs, times, bytes));
    });
}

/** `TCP A:50000 → S:80`, `ICMP A → B` */
function flowName(t: PanelWords['t'], { from, to, fromPort, toPort, protocol }: FlowSeries): string {
  const name = protocol === 'other' ? t('chartsPanel.otherProtocol') : protocol.toUpperCase();
  return fromPort < 0 ? `${name} ${from} → ${to}` : `${name} ${from}:${fromPort} → ${to}:${toPort}`;
}
