import { type ClipboardEvent, type FocusEvent, useCallback, useMemo, useRef } from 'react';
import { countAtMost } from '../../trace/follow';
import type { TranscriptEntry } from '../../trace/transcript';
import type { PointingProps } from '../panelProps';
import { useWords } from '../useWords';
import styles from './Transcript.module.css';
import { TranscriptChunk } from './TranscriptChunk';
import type { ChooseLine, ChosenLines } from './useChosenLines';
import { useCurrentLine } from './useCurrentLine';
import { type LineKeys, useLineKeys } from './useLineKeys';

const CHUNK_LINES = 50;

interface LinesProps extends PointingProps {
  readonly entries: readonly TranscriptEntry[];
  readonly isFiltered: boolean;
  readonly chosen: ChosenLines | null;
  readonly onChoose: ChooseLine;
  readonly onClear: () => void;
  /** What is copied. */
  readonly textOf: () => string;
}

/** The lines in a scrolling list that stays with the playhead until a person scrolls it. */
export function TranscriptLines(props: LinesProps) {
  const { run, entries, playhead, chosen, onChoose, onClear, textOf } = props;
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const times = useMemo(() => entries.map(({ timeNs }) => timeNs), [entries]);
  const { isFollowing, follow, show } = useCurrentLine(scroller, playhead, times, CHUNK_LINES);
  const keys = useLineKeys(scroller, entries.length, CHUNK_LINES, onChoose, onClear);
  const press = usePress(props, keys);
  const { onDrawn: focusWanted } = keys;
  const drawn = useCallback(() => {
    show();
    focusWanted();
  }, [show, focusWanted]);
  const copy = (event: ClipboardEvent): void => {
    // Letters marked with a mouse are copied as everywhere.
    if (document.getSelection()?.isCollapsed === false) return;
    event.clipboardData.setData('text/plain', textOf());
    event.preventDefault();
  };
  // The line that the Tab key stops at may have scrolled out of the document; then the list itself gets the focus.
  const toCurrentLine = ({ target, currentTarget }: FocusEvent): void => {
    if (target === currentTarget) keys.focusLine(Math.max(0, countAtMost(times, playhead.get()) - 1));
  };
  const handlers = { onKeyDown: keys.onKeyDown, onCopy: copy, onFocus: toCurrentLine };
  const chunks = Array.from({ length: Math.ceil(entries.length / CHUNK_LINES) }, (_, i) => i);
  return (
    <>
      <section
        ref={scroller}
        className={styles['scroller']}
        aria-label={t('panels.transcript.lines')}
        {...handlers}
      >
        {entries.length === 0 && (
          <p className={styles['empty']}>
            {props.isFiltered ? t('panels.filter.none') : t('panels.transcript.empty')}
          </p>
        )}
        {chunks.map((chunk) => (
          <TranscriptChunk
            key={chunk}
            run={run}
            first={chunk * CHUNK_LINES}
            entries={entries}
            count={CHUNK_LINES}
            active={keys.active}
            chosen={chosen}
            selected={props.selected}
            hovered={props.hovered}
            onPress={press}
            onHover={props.onHover}
            onDrawn={drawn}
          />
        ))}
      </section>
      {!isFollowing && (
        <button type="button" className={styles['follow']} data-layer onClick={follow}>
          {t('panels.transcript.follow')}
        </button>
      )}
    </>
  );
}

/** What pressing a line does: it goes to its moment and selects its packet; with `isMore` it only chooses lines. */
function usePress({ run, onChoose, onSeek, onSelect }: LinesProps, { active, focusLine }: LineKeys) {
  return useCallback(
    (line: number, { timeNs, lane, event: number }: TranscriptEntry, isMore: boolean) => {
      onChoose(line, isMore ? active : undefined);
      focusLine(line);
      if (isMore) return;
      onSeek(timeNs);
      const event = run.traces[lane]!.event(number);
      if ('packet' in event && event.packet >= 0) onSelect({ lane, packet: event.packet });
    },
    [run, onChoose, onSeek, onSelect, active, focusLine],
  );
}
