import { useState } from 'react';
import { TCP_PRESETS, type TcpPreset } from '../../experiment/tcpPresets';
import { MECHANISM_GROUPS, type MechanismGroup } from '../../trace/mechanismSource';
import { Segmented } from '../../ui/Segmented';
import { Switch } from '../../ui/Switch';
import { rfcText } from '../rfcText';
import { useWords } from '../useWords';
import type { HandActions, HandsState } from './handActions';
import styles from './Mechanisms.module.css';
import { matches } from './searchMechanisms';

const PRESETS = Object.keys(TCP_PRESETS) as TcpPreset[];

interface MechanismsProps {
  readonly state: HandsState;
  readonly hands: HandActions;
}

/** Every mechanism of TCP by the question that it answers: what it is for, what breaks without it, and a switch. */
export function Mechanisms({ state, hands }: MechanismsProps) {
  const { t } = useWords();
  const [search, setSearch] = useState('');
  const groups = MECHANISM_GROUPS.map((group) => ({
    ...group,
    mechanisms: group.mechanisms.filter((one) => matches(t, one, search)),
  })).filter(({ mechanisms }) => mechanisms.length > 0);
  return (
    <div className={styles['mechanisms']}>
      <p className={styles['intro']}>{t('hands.mechanismsIntro')}</p>
      <Segmented
        label={t('hands.preset')}
        value={state.street.tcp}
        options={PRESETS.map((value) => ({ value, content: t(`hands.presets.${value}`) }))}
        onChange={hands.setTcp}
      />
      <input
        type="search"
        className={styles['search']}
        value={search}
        aria-label={t('hands.search')}
        placeholder={t('hands.search')}
        onChange={(event) => setSearch(event.target.value)}
      />
      {groups.length === 0 && <p className={styles['intro']}>{t('hands.notFound')}</p>}
      {groups.map((group) => (
        <Group key={group.question} group={group} state={state} hands={hands} />
      ))}
    </div>
  );
}

function Group({ group, state, hands }: MechanismsProps & { readonly group: MechanismGroup }) {
  const { t } = useWords();
  const off = state.street.tcpChanges.without ?? [];
  return (
    <section className={styles['group']}>
      <h4>{t(`mechanisms.question.${group.question}`)}</h4>
      <ul>
        {group.mechanisms.map(({ mechanism, source }) => {
          const isOff = off.includes(mechanism);
          return (
            <li key={mechanism} data-mechanism={mechanism} data-off={isOff || undefined}>
              <Switch checked={!isOff} onChange={(isOn) => hands.setMechanism(mechanism, isOn)}>
                {t(`mechanisms.${mechanism}.name`)}
              </Switch>
              <p>{t(`mechanisms.${mechanism}.purpose`)}</p>
              <p className={styles['without']}>
                <b>{t(isOff ? 'hands.nowWithout' : 'hands.without')}</b>{' '}
                {t(`mechanisms.${mechanism}.without`)} <small>{rfcText(t, source)}</small>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
