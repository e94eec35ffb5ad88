import type { Town } from '../../experiment/experiment';
import type { SendingEnd } from '../../trace/belief';
import type { ConnectionEnds } from '../../trace/connectionEnds';
import type { Trace } from '../../trace/trace';
import { ConnectionSelect } from '../ConnectionSelect';
import { DirectionSwitch } from '../DirectionSwitch';
import { useWords } from '../useWords';
import styles from './Window.module.css';

/** Which connection, which of its two directions, and how its numbers are written. */
export function ConnectionBar({
  trace,
  town,
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
  readonly town: Town;
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
  return (
    <div className={styles['bar']}>
      <ConnectionSelect {...{ trace, town, connections, chosen, onChoose }} />
      <DirectionSwitch names={names} direction={direction} onDirection={onDirection} />
      <label className={styles['real']}>
        <input type="checkbox" checked={isReal} onChange={(event) => onReal(event.target.checked)} />
        {t('windowPanel.realNumbers')}
      </label>
    </div>
  );
}
