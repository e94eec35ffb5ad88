import type { SendingEnd } from '../../trace/belief';
import { type ConnectionEnd, connectionsOf } from '../../trace/connectionEnds';
import { connectionSeries } from '../../trace/seriesConnection';
import { sequenceMarks } from '../../trace/seriesSequence';
import type { Trace } from '../../trace/trace';
import { formatBytes, formatTime } from '../../ui/format';
import type { PanelWords } from '../useWords';
import type { ChartLine, ChartSpec } from './chartSpec';

/** Which connection of a trace, and which of its ends sends. */
export interface ChosenEnd {
  readonly trace: Trace;
  readonly connection: number;
  readonly direction: SendingEnd;
}

/** The end that is meant, if it is known. */
function endOf({ trace, connection, direction }: ChosenEnd): ConnectionEnd | null {
  return connectionsOf(trace)[connection]?.[direction] ?? null;
}

type Draft = Pick<ChartLine, 'id' | 'look' | 'color' | 'width' | 'times' | 'values'>;

/** The three charts of one sender; `other` is the same one in the other future. */
export function connectionCharts(
  { t, language }: PanelWords,
  chosen: ChosenEnd,
  other: Trace | null,
): readonly ChartSpec[] {
  const end = endOf(chosen);
  if (!end) return [];
  const otherEnd = other && endOf({ ...chosen, trace: other });
  const both = (draft: (trace: Trace, end: ConnectionEnd) => readonly Draft[]): readonly ChartLine[] => [
    ...draft(chosen.trace, end).map((line) =>
      labelled(line, t(`chartsPanel.line.${lineKey(line.id)}`), false),
    ),
    ...(other && otherEnd
      ? draft(other, otherEnd).map((line) =>
          labelled(line, t('chartsPanel.other', { name: t(`chartsPanel.line.${lineKey(line.id)}`) }), true),
        )
      : []),
  ];
  return [
    { id: 'window', lines: both(windowLines), drawing: null, format: formatBytes },
    { id: 'rtt', lines: both(rttLines), drawing: null, format: (value) => formatTime(value, language) },
    {
      id: 'sequence',
      lines: both(sequenceLines),
      drawing: { ...sequenceMarks(chosen.trace, end), sacked: connectionSeries(chosen.trace, end).sacked },
      format: (value) => String(Math.round(value)),
    },
  ];
}

type LineKey =
  | 'inFlight'
  | 'cwnd'
  | 'ssthresh'
  | 'samples'
  | 'smoothed'
  | 'rto'
  | 'acknowledged'
  | 'windowEdge';

function lineKey(id: string): LineKey {
  return id as LineKey;
}

function labelled(line: Draft, label: string, isOther: boolean): ChartLine {
  return isOther ? { ...line, id: `other ${line.id}`, label, isOther } : { ...line, label, isOther };
}

function windowLines(trace: Trace, end: ConnectionEnd): readonly Draft[] {
  const { times, inFlight, cwnd, ssthresh } = connectionSeries(trace, end);
  return [
    { id: 'inFlight', look: 'solid', color: '--tcp-text', width: 2, times, values: inFlight },
    { id: 'cwnd', look: 'dashed', color: '--ink', width: 2.5, times, values: cwnd },
    { id: 'ssthresh', look: 'dotted', color: '--loss-text', width: 2, times, values: ssthresh },
  ];
}

function rttLines(trace: Trace, end: ConnectionEnd): readonly Draft[] {
  const { times, samples, smoothedRttNs, rtoNs } = connectionSeries(trace, end);
  return [
    {
      id: 'samples',
      look: 'points',
      color: '--ack-text',
      width: 2,
      times: samples.map(({ timeNs }) => timeNs),
      values: samples.map(({ value }) => value),
    },
    { id: 'smoothed', look: 'solid', color: '--tcp-text', width: 2, times, values: smoothedRttNs },
    { id: 'rto', look: 'dashed', color: '--loss-text', width: 2, times, values: rtoNs },
  ];
}

function sequenceLines(trace: Trace, end: ConnectionEnd): readonly Draft[] {
  const { times, acknowledged, windowEdge } = connectionSeries(trace, end);
  return [
    { id: 'acknowledged', look: 'solid', color: '--ack-text', width: 2, times, values: acknowledged },
    { id: 'windowEdge', look: 'dashed', color: '--ink-soft', width: 1.5, times, values: windowEdge },
  ];
}
