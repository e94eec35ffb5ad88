import { useId, useState } from 'react';
import type { Route } from '../../experiment/experiment';
import { useWords } from '../useWords';
import styles from './Tables.module.css';
import { prefixProblem } from './tableRows';

interface PrefixFieldProps {
  readonly value: string;
  /** The other rows, none of which may have the same prefix. */
  readonly others: readonly Route[];
  readonly onCommit: (prefix: string) => void;
  /** What is typed so far when it could be taken, else nothing. */
  readonly onTyped?: (prefix: string) => void;
  /** It is taken when it is asked for, not when the field is left. */
  readonly isNew?: boolean;
}

/** A prefix to be typed; one that is none is kept as typed, with a sentence about it. */
export function PrefixField({ value, others, onCommit, onTyped, isNew = false }: PrefixFieldProps) {
  const { t } = useWords();
  const id = useId();
  const [draft, setDraft] = useState(value);
  const problem = draft === value ? null : prefixProblem(draft.trim(), others);
  const commit = (): void => {
    if (draft !== value && problem === null) onCommit(draft.trim());
  };
  const type = (text: string): void => {
    setDraft(text);
    onTyped?.(prefixProblem(text.trim(), others) === null ? text.trim() : '');
  };
  return (
    <span className={styles['prefixField']}>
      <input
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        placeholder="198.51.100.0/24"
        aria-label={t('tables.prefix')}
        aria-invalid={problem !== null}
        aria-describedby={id}
        value={draft}
        onChange={({ target }) => type(target.value)}
        onBlur={() => {
          if (!isNew) commit();
        }}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Enter' && !nativeEvent.isComposing) commit();
          if (key === 'Escape') type(value);
        }}
      />
      <small id={id} role={problem === null ? undefined : 'alert'}>
        {problem && t(`tables.problem.${problem}`)}
      </small>
    </span>
  );
}
