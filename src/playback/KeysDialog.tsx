import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import { KEY_BINDINGS, type KeyAction } from './keys';
import styles from './KeysDialog.module.css';

const ACTIONS = [...new Set(KEY_BINDINGS.map(({ action }) => action))];

function labelsOf(action: KeyAction): readonly string[] {
  return [...new Set(KEY_BINDINGS.filter((key) => key.action === action).map(({ label }) => label))];
}

/** Keys that belong together, under a heading. */
export interface KeySection {
  readonly title: string;
  readonly keys: readonly KeyRow[];
}

interface KeyRow {
  /** What they do. */
  readonly name: string;
  /** What is printed on them. */
  readonly labels: readonly string[];
}

interface KeysDialogProps {
  readonly more: KeySection;
  readonly onClose: () => void;
}

/** Every key and what it does. */
export function KeysDialog({ more, onClose }: KeysDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('playback.help')}
      description={t('playback.helpIntro')}
      closeLabel={t('ui.close')}
      onClose={onClose}
    >
      <KeyList
        keys={ACTIONS.map((action) => ({ name: t(`playback.key.${action}`), labels: labelsOf(action) }))}
      />
      <h3 className={styles['more']}>{more.title}</h3>
      <KeyList keys={more.keys} />
    </Dialog>
  );
}

function KeyList({ keys }: Pick<KeySection, 'keys'>): ReactNode {
  return (
    <dl className={styles['keys']}>
      {keys.map(({ name, labels }) => (
        <div key={name} className={styles['row']}>
          <dt>{name}</dt>
          <dd>
            {labels.map((label) => (
              <kbd key={label} className={styles['key']}>
                {label}
              </kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
