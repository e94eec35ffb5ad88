import { useMemo } from 'react';
import type { SendingEnd } from '../../trace/belief';
import { isMessageRun } from '../../trace/messageRun';
import type { Run } from '../../trace/run';
import { useWords } from '../useWords';
import type { ChartSpec } from './chartSpec';
import { connectionCharts } from './connectionCharts';
import { roadCharts } from './roadCharts';
import { townCharts } from './townCharts';

/** What is shown of all that there is. */
interface Chosen {
  readonly connection: number;
  readonly direction: SendingEnd;
  /** In a town: the link way before which a queue stands; `null` for the longest. */
  readonly queue: number | null;
}

/** All charts of a run as data, made anew when the run has grown or something else is chosen. */
export function useSpecs(
  run: Run,
  other: Run | null,
  { connection, direction, queue }: Chosen,
  endNs: number,
): readonly ChartSpec[] {
  const { t, language } = useWords();
  return useMemo(() => {
    const words = { t, language };
    const tcp = tcpOf(run);
    const ofConnection = tcp
      ? connectionCharts(words, { trace: tcp, connection, direction }, other && tcpOf(other))
      : [];
    const ofRoads = isMessageRun(run.experiment)
      ? roadCharts(words, run, other, endNs)
      : townCharts(words, run, endNs, queue);
    return [...ofConnection, ...ofRoads];
  }, [t, language, run, other, connection, direction, queue, endNs]);
}

function tcpOf({ traces }: Run) {
  return traces.find(({ lane }) => lane === 'tcp') ?? null;
}
