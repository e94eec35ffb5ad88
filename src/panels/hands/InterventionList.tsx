import type { Run } from '../../trace/run';
import { Button } from '../../ui/Button';
import { formatMoment } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { Switch } from '../../ui/Switch';
import { useWords } from '../useWords';
import type { HandActions, HandsState } from './handActions';
import styles from './Hands.module.css';
import { interventionIcon, interventionWords } from '../interventionWords';
import { isMet } from './isMet';

interface InterventionListProps {
  readonly run: Run;
  readonly state: HandsState;
  readonly hands: HandActions;
  readonly onSeek: (timeNs: number) => void;
}

/** Everything that was done to this run, in order of time; each can be switched off and on, and taken away. */
export function InterventionList({ run, state, hands, onSeek }: InterventionListProps) {
  const { t } = useWords();
  const { commands } = state.street;
  if (commands.length === 0) return <p className={styles['hint']}>{t('hands.nothing')}</p>;
  return (
    <ol className={styles['list']} aria-label={t('hands.list')}>
      {commands.map((_, number) => (
        <Row key={number} number={number} {...{ run, state, hands, onSeek }} />
      ))}
    </ol>
  );
}

function Row({ run, state, hands, onSeek, number }: InterventionListProps & { readonly number: number }) {
  const words = useWords();
  const { t, language } = words;
  const { commands } = state.street;
  const command = commands[number]!;
  const what = interventionWords(words, command, state.other ? [run, state.other] : [run]);
  const time = formatMoment(command.atNs, language);
  const { comparison } = state;
  const isCompared = comparison.kind === 'one' && comparison.command === number;
  return (
    <li className={styles['done']} data-off={command.isOff} data-intervention={command.kind}>
      <button
        type="button"
        className={styles['what']}
        title={t('hands.goTo', { time })}
        onClick={() => onSeek(command.atNs)}
      >
        <Icon name={interventionIcon(command)} />
        <time>{time}</time>
        <span>{what}</span>
      </button>
      {!isMet(run, commands, number) && <p className={styles['unmet']}>{t('hands.unmet')}</p>}
      <div className={styles['acts']}>
        <Switch checked={!command.isOff} onChange={() => hands.turn(number)}>
          {t(command.isOff ? 'hands.off' : 'hands.on')}
        </Switch>
        <Button
          look="quiet"
          aria-pressed={isCompared}
          onClick={() => hands.compare({ kind: 'one', command: number })}
        >
          {t('hands.compareOne')}
        </Button>
        <Button
          look="quiet"
          shape="icon"
          aria-label={t('hands.remove', { what })}
          title={t('hands.remove', { what })}
          onClick={() => hands.remove(number)}
        >
          <Icon name="close" />
        </Button>
      </div>
    </li>
  );
}
