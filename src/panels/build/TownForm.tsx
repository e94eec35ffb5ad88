import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../experiment/limits';
import { setRouting } from '../../experiment/townChanges';
import type { Place } from '../../experiment/townEdits';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import styles from './Build.module.css';
import type { BuildProps } from './buildProps';
import { Typed } from './Field';

interface TownFormProps extends BuildProps {
  /** What the town is called on the page. */
  readonly name: string;
}

/** The town as a whole: its name, who writes the tables, and everything that stands in it. */
export function TownForm({ town, name, onChange, onChoose }: TownFormProps): ReactNode {
  const { t } = useTranslation();
  const { hosts, routers, links } = town.experiment.town;
  return (
    <section className={styles['form']} aria-label={t('builder.wholeTown')} data-part="form" tabIndex={-1}>
      <div>
        <Typed
          label={t('builder.townName')}
          value={name}
          problemOf={(text) =>
            text.trim() === '' || text.length > LIMITS.nameCharacters ? t('builder.wrong.townName') : null
          }
          onCommit={(text) => onChange({ ...town, name: text })}
        />
      </div>
      <div className={styles['routing']}>
        <span>{t('builder.routing')}</span>
        <Segmented
          label={t('builder.routing')}
          value={town.routing}
          options={[
            { value: 'auto', content: t('builder.routingAuto') },
            { value: 'manual', content: t('builder.routingManual') },
          ]}
          onChange={(routing) => onChange(setRouting(town, routing))}
        />
      </div>
      <p className={styles['hint']}>{t(`builder.routingHint.${town.routing}`)}</p>
      <PlaceList kind="host" ids={hosts.map(({ id }) => id)} onChoose={onChoose} />
      <PlaceList kind="router" ids={routers.map(({ id }) => id)} onChoose={onChoose} />
      <PlaceList kind="link" ids={links.map(({ id }) => id)} onChoose={onChoose} />
    </section>
  );
}

interface PlaceListProps extends Pick<BuildProps, 'onChoose'> {
  readonly kind: Place['kind'];
  readonly ids: readonly string[];
}

function PlaceList({ kind, ids, onChoose }: PlaceListProps): ReactNode {
  const { t } = useTranslation();
  if (ids.length === 0) return null;
  return (
    <>
      <h4 className={styles['heading']}>{t(`builder.all.${kind}`)}</h4>
      <ul className={styles['places']}>
        {ids.map((id) => (
          <li key={id}>
            <Button onClick={() => onChoose({ kind, id })}>{id}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}
