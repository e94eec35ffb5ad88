import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newApps } from '../../experiment/newApp';
import { addApps } from '../../experiment/townChanges';
import { addHost, addRouter, type Built, join } from '../../experiment/townEdits';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import styles from './Build.module.css';
import type { BuildProps } from './buildProps';

/** What can be put into the town: each press is one more, connected to what is near. */
export function Palette(props: BuildProps): ReactNode {
  const { town, chosen, onChange, onChoose } = props;
  const { t } = useTranslation();
  const [isJoining, setJoining] = useState(false);
  const [isFull, setFull] = useState(false);
  const near = chosen && chosen.kind !== 'link' ? chosen.id : null;
  const place = (built: Built | null, kind: 'host' | 'router'): void => {
    setFull(built === null);
    if (!built) return;
    onChange(built.town);
    onChoose({ kind, id: built.id });
  };
  const addServer = (): void => {
    const built = addHost(town, near, 'S');
    const served = built && addApps(built.town, newApps(built.town, built.id, 'webServer'));
    place(built && served && { town: served, id: built.id }, 'host');
  };
  return (
    <section className={styles['palette']} aria-label={t('builder.palette')}>
      <div className={styles['buttons']}>
        <Button onClick={() => place(addHost(town, near), 'host')}>
          <Icon name="plus" /> {t('builder.computer')}
        </Button>
        <Button onClick={addServer}>
          <Icon name="plus" /> {t('builder.server')}
        </Button>
        <Button onClick={() => place(addRouter(town, near), 'router')}>
          <Icon name="plus" /> {t('builder.router')}
        </Button>
        <Button aria-expanded={isJoining} onClick={() => setJoining(!isJoining)}>
          <Icon name="plus" /> {t('builder.road')}
        </Button>
      </div>
      {isFull && (
        <p className={styles['said']} role="alert">
          {t('builder.full')}
        </p>
      )}
      {isJoining && <Joining {...props} onDone={() => setJoining(false)} />}
    </section>
  );
}

interface JoiningProps extends BuildProps {
  readonly onDone: () => void;
}

/** A road by choosing its ends; on the map one drags from house to house. */
function Joining({ town, chosen, onChange, onDone }: JoiningProps): ReactNode {
  const { t } = useTranslation();
  const { hosts, routers } = town.experiment.town;
  const ids = [...hosts, ...routers].map(({ id }) => id);
  const first = chosen && chosen.kind !== 'link' ? chosen.id : (ids[0] ?? '');
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(ids.find((id) => id !== first) ?? '');
  const joined = join(town, from, to);
  const id = useId();
  const choice = (label: string, value: string, set: (id: string) => void): ReactNode => (
    <div className={styles['field']}>
      <label htmlFor={`${id}-${label}`}>{label}</label>
      <select id={`${id}-${label}`} value={value} onChange={({ target }) => set(target.value)}>
        {ids.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <div className={styles['joining']}>
      {choice(t('builder.from'), from, setFrom)}
      {choice(t('builder.to'), to, setTo)}
      <Button
        look="strong"
        disabled={!joined}
        onClick={() => {
          if (joined) onChange(joined);
          onDone();
        }}
      >
        {t('builder.connect')}
      </Button>
      {!joined && <p className={styles['said']}>{t('builder.cannotConnect')}</p>}
    </div>
  );
}
