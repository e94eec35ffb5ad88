import type { Town } from '../experiment/experiment';
import type { ConnectionEnds } from '../trace/connectionEnds';
import type { Trace } from '../trace/trace';
import { hostNames } from './hostNames';
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
          {nameOf(trace, ends, town)}
        </option>
      ))}
    </select>
  );
}

/** `C:50000 → S:80` */
function nameOf(trace: Trace, ends: ConnectionEnds, town: Town): string {
  const { localPort, remotePort } = trace.snapshot(ends.opener.snapshots[0]!);
  const [near, far] = hostNames(trace, ends, town);
  return `${near}:${localPort} → ${far}:${remotePort}`;
}
