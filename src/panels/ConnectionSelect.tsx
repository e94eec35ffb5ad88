import type { ConnectionEnds } from '../trace/connectionEnds';
import type { Trace } from '../trace/trace';
import { useWords } from './useWords';

/** Chooses one of several connections by their ports; nothing where there is no choice. */
export function ConnectionSelect({
  trace,
  connections,
  chosen,
  onChoose,
}: {
  readonly trace: Trace;
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
      {connections.map(({ opener }, number) => (
        <option key={`${opener.place}:${opener.connection}`} value={number}>
          {portsOf(trace, opener.snapshots[0]!)}
        </option>
      ))}
    </select>
  );
}

function portsOf(trace: Trace, snapshot: number): string {
  const { localPort, remotePort } = trace.snapshot(snapshot);
  return `:${localPort} → :${remotePort}`;
}
