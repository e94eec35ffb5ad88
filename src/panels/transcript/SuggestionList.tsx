import { useWords } from '../useWords';
import styles from './FilterField.module.css';
import type { Suggestion } from './suggestions';

/** The words that fit what is being typed, below the field; the field keeps the focus and owns the keys. */
export function SuggestionList({
  id,
  suggestions,
  active,
  onPick,
}: {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly onPick: (suggestion: Suggestion) => void;
}) {
  const { t } = useWords();
  return (
    <div
      id={id}
      role="listbox"
      className={styles['suggestions']}
      aria-label={t('panels.filter.suggestions')}
      hidden={suggestions.length === 0}
      // A browser lets the Tab key stop at what scrolls; this one is gone as soon as the field is left.
      tabIndex={-1}
      data-layer
      onPointerDown={(event) => event.preventDefault()}
    >
      {suggestions.map((suggestion, i) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus and the keys
        <div
          key={suggestion.term}
          id={optionId(id, i)}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          ref={i === active ? keepInView : undefined}
          onClick={() => onPick(suggestion)}
        >
          <code>{suggestion.term}</code> <span>{suggestion.about}</span>
        </div>
      ))}
    </div>
  );
}

/** The id of the suggestion at this position. */
export function optionId(listId: string, position: number): string {
  return `${listId}-${position}`;
}

function keepInView(option: HTMLDivElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
