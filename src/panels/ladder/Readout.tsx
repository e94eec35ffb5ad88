import type { NodeId } from '../../experiment/experiment';
import { useWords } from '../useWords';
import { spokenArrow } from './ArrowOption';
import type { DrawnArrow } from './drawing';
import styles from './Ladder.module.css';

/** One line on the arrow that is pointed at, or selected, whatever room its name has; how to begin while there is none. */
export function Readout({
  drawn,
  laneName,
  hosts,
}: {
  readonly drawn: DrawnArrow | undefined;
  readonly laneName: string;
  readonly hosts: readonly NodeId[];
}) {
  const { t, language } = useWords();
  return (
    <p className={styles['readout']} data-empty={!drawn || undefined}>
      {drawn ? spokenArrow(t, language, drawn, { laneName, hosts }) : t('panels.ladderTools.hint')}
    </p>
  );
}
