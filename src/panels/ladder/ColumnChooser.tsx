import { useState } from 'react';
import type { NodeId } from '../../experiment/experiment';
import type { Run } from '../../trace/run';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Popover } from '../../ui/Popover';
import { useWords } from '../useWords';
import { candidatesOf } from './columns';
import styles from './Columns.module.css';

/** How many nodes of a town are columns, and which: a list to choose from, busiest first among hosts and among routers. */
export function ColumnChooser({
  run,
  columns,
  isOwn,
  hidden,
  onChoose,
}: {
  readonly run: Run;
  readonly columns: readonly NodeId[];
  /** A person chose them. */
  readonly isOwn: boolean;
  /** Packets between other nodes. */
  readonly hidden: number;
  /** `null`: as the ladder thinks best. */
  readonly onChoose: (columns: readonly NodeId[] | null) => void;
}) {
  const { t } = useWords();
  const [isWanted, setWanted] = useState(false);
  const { hosts, routers } = run.experiment.town;
  const label = t('panels.ladderTools.columns.button', {
    shown: columns.length,
    total: hosts.length + routers.length,
  });
  const trigger = (
    <Button look="quiet" aria-haspopup="dialog" onClick={() => setWanted(true)}>
      <Icon name="house" />
      {label}
    </Button>
  );
  if (!isWanted) return trigger;
  const toggle = (id: NodeId): void =>
    onChoose(columns.includes(id) ? columns.filter((other) => other !== id) : [...columns, id]);
  return (
    <Popover trigger={trigger} label={t('panels.ladderTools.columns.title')}>
      <fieldset className={styles['chooser']}>
        <legend>{t('panels.ladderTools.columns.title')}</legend>
        <ul>
          {candidatesOf(run).map(({ id, isHost, packets }) => {
            const isChosen = columns.includes(id);
            return (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={isChosen}
                    disabled={isChosen && columns.length <= 2}
                    onChange={() => toggle(id)}
                  />
                  <Icon name={isHost ? 'house' : 'join'} />
                  <b>{id}</b>
                  <span>{t('panels.ladderTools.columns.packets', { count: packets })}</span>
                </label>
              </li>
            );
          })}
        </ul>
      </fieldset>
      {hidden > 0 && (
        <p className={styles['hidden']}>{t('panels.ladderTools.columns.hidden', { count: hidden })}</p>
      )}
      <Button look="quiet" disabled={!isOwn} onClick={() => onChoose(null)}>
        {t('panels.ladderTools.columns.auto')}
      </Button>
    </Popover>
  );
}
