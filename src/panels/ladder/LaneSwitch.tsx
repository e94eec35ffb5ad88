import { useId } from 'react';
import type { Transport } from '../../experiment/experiment';
import { useWords } from '../useWords';
import styles from './Ladder.module.css';

/** Chooses the lane to show where there is no room for all: radio buttons drawn as one strip. */
export function LaneSwitch({
  lanes,
  chosen,
  onChoose,
}: {
  readonly lanes: readonly Transport[];
  readonly chosen: number;
  readonly onChoose: (lane: number) => void;
}) {
  const { t } = useWords();
  const name = useId();
  return (
    <fieldset className={styles['switch']} aria-label={t('panels.ladder.lanes')}>
      {lanes.map((transport, lane) => (
        <label key={transport} data-lane={transport}>
          <input type="radio" name={name} checked={lane === chosen} onChange={() => onChoose(lane)} />
          <span>{t(`panels.lane.${transport}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
