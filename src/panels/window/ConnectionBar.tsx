import type { SendingEnd } from '../../trace/belief';
import type { ConnectionEnds } from '../../trace/connectionEnds';
import type { Trace } from '../../trace/trace';
import { Segmented } from '../../ui/Segmented';
import { ConnectionSelect } from '../ConnectionSelect';
import { useWords } from '../useWords';
import styles from './Window.module.css';

/** Which connection, which of its two directions, and how its numbers are written. */
export function ConnectionBar({
  trace,
  connections,
  chosen,
  onChoose,
  names,
  direction,
  onDirection,
  isReal,
  onReal,
}: {
  readonly trace: Trace;
  readonly connections: readonly ConnectionEnds[];
  readonly chosen: number;
  readonly onChoose: (connection: number) => void;
  /** The opener's host and its peer's. */
  readonly names: readonly [string, string];
  readonly direction: SendingEnd;
  readonly onDirection: (direction: SendingEnd) => void;
  readonly isReal: boolean;
  readonly onReal: (isReal: boolean) => void;
}) {
  const { t } = useWords();
  const way = (from: string, to: string) => ({ content: t('windowPanel.way', { from, to }) });
  return (
    <div className={styles['bar']}>
      <ConnectionSelect trace={trace} connections={connections} chosen={chosen} onChoose={onChoose} />
      <Segmented
        label={t('windowPanel.direction')}
        value={direction}
        options={[
          { value: 'opener', ...way(names[0], names[1]) },
          { value: 'peer', ...way(names[1], names[0]) },
        ]}
        onChange={onDirection}
      />
      <label className={styles['real']}>
        <input type="checkbox" checked={isReal} onChange={(event) => onReal(event.target.checked)} />
        {t('windowPanel.realNumbers')}
      </label>
    </div>
  );
}
