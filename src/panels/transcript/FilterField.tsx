import { useId } from 'react';
import { type FilterProblem, LONGEST_FILTER } from '../../trace/filterExpression';
import type { Run } from '../../trace/run';
import { Icon } from '../../ui/Icon';
import { useWords } from '../useWords';
import styles from './FilterField.module.css';
import { optionId, SuggestionList } from './SuggestionList';
import { useSuggestions } from './useSuggestions';

/** The filter as a person writes it, with words that it can be made of below, and one sentence when it is none. */
export function FilterField({
  run,
  text,
  problem,
  onChange,
}: {
  readonly run: Run;
  readonly text: string;
  readonly problem: FilterProblem | null;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useWords();
  const id = useId();
  const { shown, active, open, close, write, pick, onKeyDown } = useSuggestions(run, text, onChange);
  return (
    <div className={styles['field']} data-bad={problem !== null || undefined}>
      <span className={styles['box']}>
        <Icon name="filter" />
        <input
          type="text"
          role="combobox"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-label={t('panels.filter.label')}
          aria-expanded={shown.length > 0}
          aria-controls={id}
          aria-activedescendant={shown[active] ? optionId(id, active) : undefined}
          aria-invalid={problem !== null}
          aria-describedby={problem ? `${id}-problem` : undefined}
          placeholder={t('panels.filter.placeholder')}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onFocus={open}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        {text !== '' && (
          <button type="button" aria-label={t('panels.filter.clear')} onClick={() => onChange('')}>
            <Icon name="close" />
          </button>
        )}
      </span>
      <SuggestionList id={id} suggestions={shown} active={active} onPick={pick} />
      {problem && (
        <p id={`${id}-problem`} aria-live="polite">
          {t(`panels.filter.problem.${problem.kind}`, { word: problem.word, limit: LONGEST_FILTER })}
        </p>
      )}
    </div>
  );
}
