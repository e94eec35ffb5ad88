import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import { KEY_BINDINGS, type KeyAction } from './keys';
import styles from './KeysDialog.module.css';

const ACTIONS = [...new Set(KEY_BINDINGS.map(({ action }) => action))];

function labelsOf(action: KeyAction): readonly string[] {
  return [...new Set(KEY_BINDINGS.filter((key) => key.action === action).map(({ label }) => label))];
}

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
              {labelsOf(action).map((label) => (
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
