import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lens } from './lens';
import styles from './StageTools.module.css';

/** What the layer sees by whose eyes the town is looked at, and what it cannot see. */
export function LensSentence({ lens }: { readonly lens: Lens }): ReactNode {
  const { t } = useTranslation();
  return (
    <p className={styles['sentence']} role="status" data-lens={lens} data-layer hidden={lens === 'all'}>
      {lens !== 'all' && (
        <>
          <span>
            <b>{t(`lens.of.${lens}`)}</b> {t(`lens.sees.${lens}`)}
          </span>{' '}
          <span className={styles['blind']}>{t(`lens.blind.${lens}`)}</span>
        </>
      )}
    </p>
  );
}
