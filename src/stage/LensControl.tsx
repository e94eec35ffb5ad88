import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { type Lens, LENSES } from './lens';
import styles from './StageTools.module.css';

interface LensControlProps {
  readonly lens: Lens;
  readonly onLens: (lens: Lens) => void;
}

/** A button that names the lens, and under it, when pressed, the layers one above the other to choose from. */
export function LensControl({ lens, onLens }: LensControlProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  const choose = (next: Lens): void => {
    onLens(next);
    setOpen(false);
    button.current?.focus();
  };
  const leave = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    setOpen(false);
    button.current?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape and leaving close what the button opened
    <div className={styles['lens']} onBlur={leave} onKeyDown={close}>
      <button
        ref={button}
        type="button"
        className={`${styles['group']} ${styles['lensButton']}`}
        aria-expanded={isOpen}
        aria-controls={list}
        data-on={lens !== 'all' || undefined}
        title={t('lens.hint')}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="layers" />
        <span>{lens === 'all' ? t('lens.name') : t(`lens.of.${lens}`)}</span>
      </button>
      {isOpen && (
        <ul id={list} className={styles['lenses']} aria-label={t('lens.hint')}>
          {LENSES.map((one) => (
            <li key={one}>
              <button type="button" data-lens={one} aria-pressed={one === lens} onClick={() => choose(one)}>
                <b>{t(`lens.of.${one}`)}</b>
                <small>{t(`lens.unit.${one}`)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
