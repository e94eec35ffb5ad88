import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { laterWords } from '../i18n/speak';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import styles from './Header.module.css';
import type { Session } from './session';

const TownGallery = lazy(async () => {
  const [{ TownGallery: gallery }] = await Promise.all([import('./TownGallery'), laterWords]);
  return { default: gallery };
});

/** Opens the gallery of towns. */
export function TownsButton({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        className={styles['towns'] ?? ''}
        title={t('app.towns')}
        onClick={() => setOpen(true)}
      >
        <Icon name="towns" />
        <span className={styles['shareText']}>{t('app.towns')}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <TownGallery
            onOpen={(id) => {
              setOpen(false);
              void import('./openPreset').then(({ openPreset }) => openPreset(session, id));
            }}
            onNew={() => {
              setOpen(false);
              void import('./openPreset').then(({ openNewTown }) =>
                openNewTown(session, t('builder.newTownName')),
              );
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
