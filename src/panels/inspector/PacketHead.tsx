import type { Run } from '../../trace/run';
import { formatTime } from '../../ui/format';
import type { PacketLabel } from '../packetLabel';
import { packetName } from '../packetName';
import { packetProtocol } from '../packetProtocol';
import { type PanelWords, useWords } from '../useWords';
import styles from './Inspector.module.css';
import type { Whereabouts } from './whereabouts';

interface HeadProps {
  readonly run: Run;
  readonly facts: PacketLabel;
  readonly where: Whereabouts;
}

/** The packet's name and protocol or lane, and where it is at the moment. */
export function PacketHead({ run, facts, where }: HeadProps) {
  const { t, language } = useWords();
  return (
    <header className={styles['head']}>
      <h3>
        <span className={styles['chip']} data-protocol={run.traces.length > 1 ? undefined : facts.sort}>
          {packetProtocol(t, run, facts)}
        </span>
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
