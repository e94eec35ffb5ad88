import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../experiment/townEdits';
import type { TownFile } from '../experiment/townFile';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import styles from './build/Build.module.css';
import type { BuildProps } from './build/buildProps';
import { Palette } from './build/Palette';
import { PlaceForm } from './build/PlaceForm';
import { problemPlace } from './build/problemPlace';
import { TownForm } from './build/TownForm';

interface BuildPanelProps extends BuildProps {
  /** What the town is called on the page. */
  readonly name: string;
  /** A run of it, as it was before it became impossible, is still to be seen. */
  readonly hasRun: boolean;
}

/** Builds a town: what can be put into it, and everything about what is chosen. */
export function Build(props: BuildPanelProps): ReactNode {
  const { town, chosen } = props;
  const place = chosen && isThere(chosen, town) ? chosen : null;
  return (
    <div className={styles['build']}>
      <Palette {...props} chosen={place} />
      <Impossible {...props} />
      {place ? <PlaceForm key={place.id} {...props} place={place} /> : <TownForm {...props} />}
    </div>
  );
}

/** Why the town does not run as it is, with a way to what is wrong. */
function Impossible({ town, problem, hasRun, chosen, onChoose }: BuildPanelProps): ReactNode {
  const { t } = useTranslation();
  if (!problem) return null;
  const { key, name, place } = problemPlace(problem, town);
  return (
    <div className={styles['impossible']} role="status">
      <Icon name="warning" />
      <p>
        {t(`builder.problem.${key}`, { name })} {hasRun && t('builder.lastGood')}
      </p>
      {place && place.id !== chosen?.id && (
        <Button onClick={() => onChoose(place)}>{t('builder.show', { name: place.id })}</Button>
      )}
    </div>
  );
}

function isThere({ kind, id }: Place, { experiment }: TownFile): boolean {
  const { hosts, routers, links } = experiment.town;
  const list = kind === 'host' ? hosts : kind === 'router' ? routers : links;
  return list.some((one) => one.id === id);
}
