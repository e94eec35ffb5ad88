import type { ReactNode } from 'react';
import { Icon } from '../../ui/Icon';
import styles from './LessonCard.module.css';

const LETTERS = 'ABCDEF';
/** Answers of so few letters stand side by side. */
const SHORT_LETTERS = 14;

interface OptionsProps {
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly chosen: string | null;
  /** What is right and known to be, or null. */
  readonly right?: string | null;
  readonly onChoose: (id: string) => void;
}

/** A question and its two to four answers, one of which can be taken. */
export function Options({ question, options, chosen, right = null, onChoose }: OptionsProps): ReactNode {
  const isShort = options.every(({ text }) => text.length <= SHORT_LETTERS);
  return (
    <fieldset className={styles['question']}>
      <legend className={styles['asked']}>{question}</legend>
      <div className={styles['options']} data-short={isShort || undefined} data-count={options.length}>
        {options.map(({ id, text }, number) => (
          <button
            key={id}
            type="button"
            className={styles['option']}
            aria-pressed={chosen === id}
            data-option={id}
            data-right={right === id || undefined}
            onClick={() => onChoose(id)}
          >
            <span className={styles['letter']} aria-hidden="true">
              {chosen === id ? <Icon name="check" /> : LETTERS[number]}
            </span>
            {text}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
