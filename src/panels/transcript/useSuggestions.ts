import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Run } from '../../trace/run';
import { useWords } from '../useWords';
import { fittingSuggestions, type Suggestion, suggestionsFor, withSuggestion } from './suggestions';

export interface Suggestions {
  readonly shown: readonly Suggestion[];
  /** Position of the one that Enter picks, or -1. */
  readonly active: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly write: (text: string) => void;
  readonly pick: (suggestion: Suggestion) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What is suggested while one types: arrow keys go among the suggestions, Enter picks, Escape closes, then clears. */
export function useSuggestions(run: Run, text: string, onChange: (text: string) => void): Suggestions {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const all = useMemo(() => suggestionsFor(t, run), [t, run]);
  const shown = isOpen ? fittingSuggestions(all, text) : [];
  const write = (next: string): void => {
    onChange(next);
    setOpen(true);
    setActive(-1);
  };
  const pick = (suggestion: Suggestion): void => {
    write(withSuggestion(text, suggestion));
    setOpen(false);
  };
  const go = (step: 1 | -1): void => {
    if (!isOpen) setOpen(true);
    else if (shown.length > 0) setActive((Math.max(active, step - 1) + step + shown.length) % shown.length);
  };
  const act = (key: string): boolean => {
    const suggestion = shown[active];
    if (key === 'ArrowDown') go(1);
    else if (key === 'ArrowUp') go(-1);
    else if (key === 'Enter' && suggestion) pick(suggestion);
    else if (key === 'Enter' || (key === 'Escape' && shown.length > 0)) setOpen(false);
    else if (key === 'Escape' && text !== '') onChange('');
    else return false;
    return true;
  };
  return {
    shown,
    active,
    open: () => setOpen(true),
    close: () => setOpen(false),
    write,
    pick,
    onKeyDown(event) {
      if (event.nativeEvent.isComposing || !act(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
