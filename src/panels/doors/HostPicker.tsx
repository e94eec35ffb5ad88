import type { Host, NodeId } from '../../experiment/experiment';
import { useWords } from '../useWords';
import styles from './Doors.module.css';

/** Whose doors are shown. */
export function HostPicker({
  hosts,
  chosen,
  onChoose,
}: {
  readonly hosts: readonly Host[];
  readonly chosen: NodeId;
  readonly onChoose: (id: NodeId) => void;
}) {
  const { t } = useWords();
  return (
    <label className={styles['picker']}>
      <span>{t('doors.host')}</span>
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {hosts.map(({ id, address }) => (
          <option key={id} value={id}>
            {id} · {address}
          </option>
        ))}
      </select>
    </label>
  );
}
