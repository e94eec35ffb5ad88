import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/Switch';
import styles from './Build.module.css';
import type { FieldSpec } from './fieldSpec';

interface FieldProps<T> {
  readonly spec: FieldSpec<T>;
  readonly onChange: (changed: T) => void;
  /** A sentence about what is there now, though it is allowed. */
  readonly warning?: string | undefined;
}

/** One thing that can be changed. What cannot be is kept as typed, with a sentence beside it. */
export function Field<T>({ spec, onChange, warning }: FieldProps<T>): ReactNode {
  const { t } = useTranslation();
  const label = t(`builder.field.${spec.key}`);
  switch (spec.kind) {
    case 'number':
      return <NumberField spec={spec} label={label} onChange={onChange} />;
    case 'text':
      return (
        <Typed
          label={label}
          value={spec.value}
          problemOf={(text) => {
            const problem = spec.check(text);
            return problem && t(`builder.wrong.${problem}`);
          }}
          onCommit={(text) => onChange(spec.write(text))}
        />
      );
    case 'switch':
      return (
        <div className={styles['field']}>
          <Switch checked={spec.value} onChange={(isOn) => onChange(spec.write(isOn))}>
            {label}
          </Switch>
        </div>
      );
    case 'choice':
    case 'address':
      return <ChoiceField spec={spec} label={label} onChange={onChange} warning={warning} />;
  }
}

interface NumberFieldProps<T> {
  readonly spec: FieldSpec<T> & { readonly kind: 'number' };
  readonly label: string;
  readonly onChange: (changed: T) => void;
}

function NumberField<T>({ spec, label, onChange }: NumberFieldProps<T>): ReactNode {
  const { t } = useTranslation();
  const { value, unit, least, most, write } = spec;
  const shown = (stored: number): string => String(Number((stored / unit).toPrecision(PRECISION)));
  const stored = (text: string): number => Number(text.replace(',', '.')) * unit;
  const isInside = (text: string): boolean =>
    text.trim() !== '' && stored(text) >= least && stored(text) <= most * (1 + ROUNDING);
  return (
    <Typed
      label={label}
      value={shown(value)}
      inputMode="decimal"
      problemOf={(text) =>
        isInside(text) ? null : t('builder.wrong.number', { least: shown(least), most: shown(most) })
      }
      onCommit={(text) => onChange(write(Math.min(most, stored(text))))}
    />
  );
}

/** What a person types has no more digits that matter. */
const PRECISION = 12;
const ROUNDING = 1e-9;

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly inputMode?: 'decimal' | 'text';
  readonly problemOf: (text: string) => string | null;
  readonly onCommit: (text: string) => void;
}

/** A text that holds from when the field is left or Enter is pressed. */
export function Typed({ label, value, inputMode = 'text', problemOf, onCommit }: TypedProps): ReactNode {
  const id = useId();
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setDraft(value);
  }
  const problem = draft === value ? null : problemOf(draft);
  const commit = (): void => {
    if (draft !== value && problem === null) onCommit(draft);
  };
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        spellCheck={false}
        value={draft}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={commit}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Enter' && !nativeEvent.isComposing) commit();
          if (key === 'Escape') setDraft(value);
        }}
      />
      <span id={`${id}-said`} className={styles['said']} role={problem === null ? undefined : 'alert'}>
        {problem}
      </span>
    </div>
  );
}

interface ChoiceFieldProps<T> extends Omit<FieldProps<T>, 'spec'> {
  readonly spec: FieldSpec<T> & { readonly kind: 'choice' | 'address' };
  readonly label: string;
}

function ChoiceField<T>({ spec, label, onChange, warning }: ChoiceFieldProps<T>): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const isKnown = spec.options.some(({ value }) => value === spec.value);
  const options = isKnown ? spec.options : [{ value: spec.value }, ...spec.options];
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={spec.value}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => onChange(spec.write(target.value))}
      >
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text ?? (value === '' ? t('builder.none') : value)}
          </option>
        ))}
      </select>
      <span id={`${id}-said`} className={styles['said']}>
        {isKnown ? warning : t(`builder.wrong.${spec.kind === 'address' ? 'nobody' : 'gone'}`)}
      </span>
    </div>
  );
}
