import type { Town } from '../experiment/experiment';
import type { ConnectionEnds } from '../trace/connectionEnds';
import type { Trace } from '../trace/trace';
import { socketPair } from './hostNames';
import { useWords } from './useWords';

/** Chooses one of several connections by their sockets; nothing where there is no choice. */
export function ConnectionSelect({
  trace,
  town,
  connections,
  chosen,
  onChoose,
}: {
  readonly trace: Trace;
  readonly town: Town;
  readonly connections: readonly ConnectionEnds[];
  readonly chosen: number;
  readonly onChoose: (connection: number) => void;
}) {
  const { t } = useWords();
  if (connections.length < 2) return null;
  return (
    <select
      aria-label={t('windowPanel.connection')}
      value={chosen}
      onChange={(event) => onChoose(Number(event.target.value))}
    >
      {connections.map((ends, number) => (
        <option key={`${ends.opener.place}:${ends.opener.connection}`} value={number}>
          {socketPair(trace, ends, town)}
        </option>
      ))}
    </select>
  );
}
