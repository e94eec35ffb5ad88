import { useDeferredValue, useMemo } from 'react';
import { parseFilter } from '../trace/filterExpression';
import { transcriptEntries } from '../trace/transcript';
import { filteredEntries } from '../trace/transcriptFilter';
import type { PointingProps } from './panelProps';
import { CopyButton } from './transcript/CopyButton';
import { FilterField } from './transcript/FilterField';
import { copiedText } from './transcript/copiedText';
import styles from './transcript/Transcript.module.css';
import { TranscriptLines } from './transcript/TranscriptLines';
import { useChosenLines } from './transcript/useChosenLines';
import { useWords } from './useWords';

interface TranscriptProps extends PointingProps {
  /** What is written in the filter's field. */
  readonly filter: string;
  readonly onFilter: (text: string) => void;
}

/**
 * The run in tcpdump's manner, line by line: also what a screen reader reads of it. A line goes to its moment and
 * selects its packet; a filter leaves the lines that it is about.
 */
export function Transcript(props: TranscriptProps) {
  // While a long run streams in, listing it all anew for each batch can wait; so can the lines while one types.
  const run = useDeferredValue(props.run);
  const { filter, problem } = useFilter(props.filter);
  const { t } = useWords();
  const all = useMemo(() => transcriptEntries(run), [run]);
  const entries = useMemo(() => filteredEntries(run, all, filter), [run, all, filter]);
  const { chosen, choose, clear } = useChosenLines(entries);
  const count = { shown: entries.length, total: all.length };
  const textOf = (): string => copiedText(run, entries, chosen);
  return (
    <div className={styles['frame']}>
      <div className={styles['tools']}>
        <FilterField run={run} text={props.filter} problem={problem} onChange={props.onFilter} />
        <p aria-live="polite" title={t('panels.filter.chooseHint')}>
          {filter.kind === 'all' ? t('panels.filter.all', count) : t('panels.filter.shown', count)}
        </p>
        <CopyButton chosen={chosen ? chosen.to - chosen.from + 1 : 0} textOf={textOf} />
      </div>
      <TranscriptLines
        {...props}
        run={run}
        entries={entries}
        isFiltered={filter.kind !== 'all'}
        chosen={chosen}
        onChoose={choose}
        onClear={clear}
        textOf={textOf}
      />
    </div>
  );
}

/** What the text asks for; while it is no filter (yet), what its beginning does. */
function useFilter(text: string) {
  const parsed = useMemo(() => parseFilter(text), [text]);
  const filter = useDeferredValue(parsed.ok ? parsed.filter : parsed.before);
  return { filter, problem: parsed.ok ? null : parsed.problem };
}
