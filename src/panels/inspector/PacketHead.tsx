import { formatTime } from '../../ui/format';
import type { PacketLabel } from '../packetLabel';
import { packetName } from '../packetName';
import { type PanelWords, useWords } from '../useWords';
import styles from './Inspector.module.css';
import type { Whereabouts } from './whereabouts';

/** The packet's name and lane, and where it is at the moment. */
export function PacketHead({ facts, where }: { readonly facts: PacketLabel; readonly where: Whereabouts }) {
  const { t, language } = useWords();
  return (
    <header className={styles['head']}>
      <h3>
        <span className={styles['chip']}>{t(`panels.lane.${facts.lane}`)}</span>
        {packetName(t, facts)}
      </h3>
      <p data-where={where.kind}>{whereWords({ t, language }, where)}</p>
    </header>
  );
}

function whereWords({ t, language }: PanelWords, where: Whereabouts): string {
  switch (where.kind) {
    case 'notYet':
      return t('panels.fate.notYet', { time: formatTime(where.timeNs, language) });
    case 'lost':
    case 'queued':
    case 'onLink':
    case 'copied':
      return t(`panels.fate.${where.kind}`, { from: where.from, to: where.to });
    default:
      return t(`panels.fate.${where.kind}`, { where: where.where });
  }
}
