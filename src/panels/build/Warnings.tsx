import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { townExperiment } from '../../experiment/townFile';
import { townWarnings } from '../../experiment/townWarnings';
import { Button } from '../../ui/Button';
import styles from './Build.module.css';
import type { BuildProps } from './buildProps';

/** What runs, though surely not as it was meant: all of it, or what is about the house that is chosen. */
export function Warnings({ town, problem, chosen, onChoose }: BuildProps): ReactNode {
  const { t } = useTranslation();
  const all = useMemo(() => townWarnings(townExperiment(town)), [town]);
  const warnings = all.filter(({ place }) => chosen === null || place.id === chosen.id);
  // One thing after the other: first it has to run.
  if (problem || warnings.length === 0) return null;
  return (
    <ul className={styles['warnings']} aria-label={t('builder.warnings')}>
      {warnings.slice(0, MOST).map(({ kind, place, to, door }) => (
        <li key={`${kind} ${place.id} ${to} ${door}`}>
          <span>{t(`builder.warning.${kind}`, { name: place.id, to, door })}</span>
          {chosen === null && (
            <Button onClick={() => onChoose(place)}>{t('builder.show', { name: place.id })}</Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** More than these nobody reads at once; the rest come up when these are mended. */
const MOST = 5;
