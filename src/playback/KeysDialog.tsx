import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import { KEY_BINDINGS } from './keys';
import styles from './KeysDialog.module.css';

const ACTIONS = [...new Set(KEY_BINDINGS.map(({ action }) => action))];

/** Every key and what it does. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('playback.help')}
      description={t('playback.helpIntro')}
      closeLabel={t('ui.close')}
      onClose={onClose}
    >
      <dl className={styles['keys']}>
        {ACTIONS.map((action) => (
          <div key={action} className={styles['row']}>
            <dt>{t(`playback.key.${action}`)}</dt>
            <dd>
              {KEY_BINDINGS.filter((binding) => binding.action === action).map(({ label }) => (
                <kbd key={label} className={styles['key']}>
                  {label}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
