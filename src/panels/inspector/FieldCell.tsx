import { useWords } from '../useWords';
import { fieldText } from './fieldText';
import styles from './Inspector.module.css';
import type { Lit } from './lit';
import type { ShownField } from './shownLayers';

/** A longer value takes two cells. */
const LONGEST_NARROW = 10;

/** One field: its name and value; lights its bytes up while pointed at or focused. */
export function FieldCell({
  field,
  isLit,
  isStop,
  onLight,
}: {
  readonly field: ShownField;
  readonly isLit: boolean;
  /** The Tab key stops here. */
  readonly isStop: boolean;
  readonly onLight: (lit: Lit) => void;
}) {
  const { t } = useWords();
  const text = fieldText(t, field);
  const light = (): void => onLight(field.key);
  return (
    <li data-wide={text.length > LONGEST_NARROW || undefined}>
      <button
        type="button"
        className={styles['field']}
        data-field
        data-part={field.key}
        data-lit={isLit || undefined}
        data-valid={field.valid}
        tabIndex={isStop ? 0 : -1}
        aria-describedby={isLit ? 'field-about' : undefined}
        onPointerEnter={light}
        onFocus={light}
        onClick={light}
      >
        <span>{t(`panels.fields.${field.name}.name`)}</span>
        <b>{text}</b>
        {field.valid !== undefined && (
          <svg
            viewBox="0 0 16 16"
            width="16"
            height="16"
            role="img"
            aria-label={t(field.valid ? 'panels.inspector.valid' : 'panels.inspector.invalid')}
          >
            <path d={field.valid ? 'M3,8.5 L6.5,12 L13,4.5' : 'M4,4 L12,12 M12,4 L4,12'} />
          </svg>
        )}
      </button>
    </li>
  );
}
