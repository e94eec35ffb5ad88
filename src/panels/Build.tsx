import { type ReactNode, useRef } from 'react';
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
import { useTakenToForm } from './build/useTakenToForm';
import { Warnings } from './build/Warnings';
import { useWayBack } from './build/useWayBack';

interface BuildPanelProps extends BuildProps {
  /** What the town is called on the page. */
  readonly name: string;
  /** A run of it, as it was before it became impossible, is still to be seen. */
  readonly hasRun: boolean;
  /** Back to the map, to where that stands. */
  readonly onLeave: (place: Place) => void;
}

/** Builds a town: what can be put into it, and everything about what is chosen. */
export function Build(props: BuildPanelProps): ReactNode {
  const { town, chosen, onLeave } = props;
  const place = chosen && isThere(chosen, town) ? chosen : null;
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  useTakenToForm(root, place, town);
  useWayBack(root, place, onLeave);
  return (
    <div
      ref={root}
      className={styles['build']}
      role="group"
      aria-label={t('builder.build')}
      data-part="builder"
    >
      <Palette {...props} chosen={place} />
      <Impossible {...props} />
      <Warnings {...props} chosen={place} />
      {place ? <PlaceForm key={placeKey(place, town)} {...props} place={place} /> : <TownForm {...props} />}
    </div>
  );
}

/** Why the town does not run as it is, with a way to what is wrong. */
function Impossible({ town, problem, hasRun, chosen, onChoose }: BuildPanelProps): ReactNode {
  const { t } = useTranslation();
  if (!problem) return null;
  const { key, name, place } = problemPlace(problem, town);
  const isElsewhere = place !== null && place.id !== chosen?.id;
  // Of a town that never ran it stands where time will be moved.
  if (!hasRun && !isElsewhere) return null;
  return (
    <div className={styles['impossible']} role="status">
      <Icon name="warning" />
      <p>
        {t(`builder.problem.${key}`, { name })} {hasRun && t('builder.lastGood')}
      </p>
      {isElsewhere && (
        <Button onClick={() => onChoose(place)}>{t('builder.show', { name: place.id })}</Button>
      )}
    </div>
  );
}

function isThere(place: Place, town: TownFile): boolean {
  return numberOf(place, town) >= 0;
}

/** The same under another name: a form in which a name is typed stays the one it is. */
function placeKey(place: Place, town: TownFile): string {
  return `${place.kind} ${numberOf(place, town)}`;
}

function numberOf({ kind, id }: Place, { experiment }: TownFile): number {
  const { hosts, routers, links } = experiment.town;
  const list = kind === 'host' ? hosts : kind === 'router' ? routers : links;
  return list.findIndex((one) => one.id === id);
}
