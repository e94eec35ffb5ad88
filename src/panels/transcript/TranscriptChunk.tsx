import { memo, useLayoutEffect, useRef, useState } from 'react';
import { eventTransport } from '../../trace/eventTransport';
import type { PacketRef, Run } from '../../trace/run';
import { type TranscriptEntry, transcriptText } from '../../trace/transcript';
import styles from './Transcript.module.css';
import type { ChosenLines } from './useChosenLines';

/** A line is two rows of text as a rule; what a chunk takes before it was measured. */
const GUESSED_LINE = 46;
/** Chunks so near to the view are in the document. */
const NEAR = '800px 0px';

/** Time, then the packet or remark, then the note in brackets that begins with what the network or a sender did. */
const LINE = /^(\S+) (.*?)(?: (\[(?:lost|dropped|bit|doubled|delayed|retransmission) [^\]]*\]))?$/u;

interface ChunkProps {
  readonly run: Run;
  readonly entries: readonly TranscriptEntry[];
  readonly first: number;
  readonly count: number;
  /** The line at which the Tab key stops. */
  readonly active: number;
  readonly chosen: ChosenLines | null;
  readonly selected: PacketRef | null;
  readonly hovered: PacketRef | null;
  /** With `isMore` the lines up to this one are chosen too. */
  readonly onPress: (line: number, entry: TranscriptEntry, isMore: boolean) => void;
  readonly onHover: (ref: PacketRef | null) => void;
  /** The lines have come into the document. */
  readonly onDrawn: () => void;
}

/** Some lines in a row: written out when near the view, else a gap of the same height. */
export const TranscriptChunk = memo(function TranscriptChunk(props: ChunkProps) {
  const { first, entries, count, onDrawn } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(first === 0);
  const [height, setHeight] = useState(0);
  const end = Math.min(entries.length, first + count);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        if (!entry.isIntersecting) setHeight(element.offsetHeight);
        setNear(entry.isIntersecting);
      },
      { root: element.parentElement, rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (isNear) onDrawn();
  }, [isNear, onDrawn, entries]);
  const reserved = isNear ? undefined : height || (end - first) * GUESSED_LINE;
  return (
    <div ref={frame} data-chunk={first / count} style={{ minHeight: reserved }}>
      {isNear && (
        <ol className={styles['lines']} start={first + 1}>
          {entries.slice(first, end).map((entry, i) => (
            <Line key={first + i} {...props} entry={entry} number={first + i} />
          ))}
        </ol>
      )}
    </div>
  );
});

function Line({
  run,
  entry,
  number,
  active,
  chosen,
  selected,
  hovered,
  onPress,
  onHover,
}: ChunkProps & { readonly entry: TranscriptEntry; readonly number: number }) {
  const [, time, body, note = ''] = LINE.exec(transcriptText(run, entry)) ?? [];
  const trace = run.traces[entry.lane]!;
  const event = trace.event(entry.event);
  const packet = 'packet' in event ? event.packet : -1;
  const isAbout = (ref: PacketRef | null) => ref?.lane === entry.lane && ref.packet === packet;
  const isChosen = chosen !== null && number >= chosen.from && number <= chosen.to;
  return (
    <li data-line={number}>
      <button
        type="button"
        className={styles['line']}
        tabIndex={number === active ? 0 : -1}
        data-lane={eventTransport(trace, event)}
        data-remark={body?.startsWith('#') || undefined}
        data-selected={isAbout(selected) || undefined}
        data-hovered={isAbout(hovered) || undefined}
        aria-pressed={isChosen || undefined}
        onClick={({ shiftKey }) => onPress(number, entry, shiftKey)}
        onPointerEnter={() => onHover(packet >= 0 ? { lane: entry.lane, packet } : null)}
        onPointerLeave={() => onHover(null)}
      >
        <span className={styles['time']}>{time}</span> <span className={styles['body']}>{body}</span>
        {note !== '' && <b className={styles['note']}> {note}</b>}
      </button>
    </li>
  );
}
