import { useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { type TranscriptEntry, transcriptEntries } from '../trace/transcript';
import type { PointingProps } from './panelProps';
import styles from './transcript/Transcript.module.css';
import { TranscriptChunk } from './transcript/TranscriptChunk';
import { useCurrentLine } from './transcript/useCurrentLine';
import { useWords } from './useWords';

const CHUNK_LINES = 50;

/** The run in tcpdump's manner, line by line: also what a screen reader reads of it. A line goes to its moment. */
export function Transcript(props: PointingProps) {
  const { playhead, selected, onSeek } = props;
  // While a long run streams in, listing it all anew for each batch can wait.
  const run = useDeferredValue(props.run);
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => transcriptEntries(run), [run]);
  const times = useMemo(() => entries.map(({ timeNs }) => timeNs), [entries]);
  const { isFollowing, follow, show } = useCurrentLine(scroller, playhead, times, CHUNK_LINES);
  const choose = useCallback(({ timeNs }: TranscriptEntry) => onSeek(timeNs), [onSeek]);
  const chunks = Array.from({ length: Math.ceil(entries.length / CHUNK_LINES) }, (_, i) => i);
  return (
    <div className={styles['frame']}>
      <section ref={scroller} className={styles['scroller']} aria-label={t('panels.transcript.lines')}>
        {entries.length === 0 && <p className={styles['empty']}>{t('panels.transcript.empty')}</p>}
        {chunks.map((chunk) => (
          <TranscriptChunk
            key={chunk}
            run={run}
            first={chunk * CHUNK_LINES}
            entries={entries}
            count={CHUNK_LINES}
            selected={selected}
            onChoose={choose}
            onHover={props.onHover}
            onDrawn={show}
          />
        ))}
      </section>
      {!isFollowing && (
        <button type="button" className={styles['follow']} onClick={follow}>
          {t('panels.transcript.follow')}
        </button>
      )}
    </div>
  );
}
