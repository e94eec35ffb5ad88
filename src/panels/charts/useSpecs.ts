import { useMemo } from 'react';
import type { SendingEnd } from '../../trace/belief';
import type { Run } from '../../trace/run';
import { useWords } from '../useWords';
import type { ChartSpec } from './chartSpec';
import { connectionCharts } from './connectionCharts';
import { roadCharts } from './roadCharts';

/** All charts of a run as data, made anew when the run has grown or something else is chosen. */
export function useSpecs(
  run: Run,
  other: Run | null,
  { connection, direction }: { readonly connection: number; readonly direction: SendingEnd },
  endNs: number,
): readonly ChartSpec[] {
  const { t, language } = useWords();
  return useMemo(() => {
    const words = { t, language };
    const tcp = tcpOf(run);
    const ofConnection = tcp
      ? connectionCharts(words, { trace: tcp, connection, direction }, other && tcpOf(other))
      : [];
    return [...ofConnection, ...roadCharts(words, run, other, endNs)];
  }, [t, language, run, other, connection, direction, endNs]);
}

function tcpOf({ traces }: Run) {
  return traces.find(({ lane }) => lane === 'tcp') ?? null;
}
