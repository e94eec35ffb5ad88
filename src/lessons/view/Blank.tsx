import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBack } from '../../ui/backStack';
import styles from './Blank.module.css';

/** Nothing to look at, so that a class looks at its teacher; whatever is pressed ends it. */
export function Blank({ onEnd }: { readonly onEnd: () => void }): ReactNode {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useBack(true, onEnd);
  useEffect(() => {
    button.current?.focus();
    const end = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      onEnd();
    };
    window.addEventListener('keydown', end, true);
    return () => window.removeEventListener('keydown', end, true);
  }, [onEnd]);
  return (
    <button ref={button} type="button" className={styles['blank']} data-layer onClick={onEnd}>
      {t('lessons.blankHint')}
    </button>
  );
}
