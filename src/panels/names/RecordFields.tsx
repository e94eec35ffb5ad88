import { useId } from 'react';
import type { Problem } from '../../experiment/problem';
import { IconButton } from '../../ui/IconButton';
import { useWords } from '../useWords';
import styles from './Names.module.css';
import { problemWords } from './problemWords';
import { placeOf, type RecordDraft, TYPE_CHOICES } from './zoneDraft';

interface RecordFieldsProps {
  readonly record: RecordDraft;
  /** From 1. */
  readonly number: number;
  readonly problems: readonly Problem[];
  readonly onChange: (record: RecordDraft) => void;
  readonly onRemove: () => void;
}

/** One record as a line of fields, with what is wrong with it under them. */
export function RecordFields({ record, number, problems, onChange, onRemove }: RecordFieldsProps) {
  const { t } = useWords();
  const said = useId();
  const isWrong = (...fields: readonly string[]): boolean =>
    problems.some((problem) => ['', ...fields].includes(placeOf(problem).field));
  const of = (column: string): string => `${column}, ${t('names.record', { number })}`;
  return (
    <li className={styles['record']} aria-describedby={said}>
      <input
        data-field="name"
        aria-label={of(t('names.column.name'))}
        aria-invalid={isWrong('name')}
        value={record.name}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange({ ...record, name: target.value })}
      />
      <input
        data-field="ttl"
        aria-label={of('TTL')}
        aria-invalid={isWrong('ttlSeconds')}
        inputMode="numeric"
        value={record.ttl}
        autoComplete="off"
        onChange={({ target }) => onChange({ ...record, ttl: target.value })}
      />
      <select
        aria-label={of(t('names.column.type'))}
        value={record.type}
        onChange={({ target }) => {
          const type = TYPE_CHOICES.find((one) => one === target.value);
          if (type) onChange({ ...record, type });
        }}
      >
        {TYPE_CHOICES.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </select>
      <input
        data-field="data"
        aria-label={of(t('names.column.data'))}
        aria-invalid={isWrong('data')}
        value={record.data}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange({ ...record, data: target.value })}
      />
      <IconButton icon="close" label={t('names.removeRecord', { number })} onPress={onRemove} />
      <div id={said} className={styles['problem']}>
        {problems.map((problem) => (
          <p key={`${problem.kind} ${problem.where}`}>{problemWords(t, problem, record.type)}</p>
        ))}
      </div>
    </li>
  );
}
