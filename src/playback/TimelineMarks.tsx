import { memo, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark, MarkKind } from '../trace/marks';
import { measureText } from './measureText';
import { placeLabels, placeMarks } from './placeMarks';
import type { Track } from './track';
import styles from './TimelineMarks.module.css';

interface TimelineMarksProps {
  readonly marks: readonly Mark[];
  readonly track: Track;
  readonly width: number;
  readonly side: 'above' | 'below';
  readonly isTown: boolean;
}

/** The colour says what kind of thing happened; the name says it too. */
const TONES: Readonly<Record<MarkKind, 'own' | 'good' | 'bad' | 'icmp' | 'ink'>> = {
  syn: 'own',
  established: 'good',
  loss: 'bad',
  drop: 'bad',
  retransmission: 'own',
  duplicateAck: 'good',
  fin: 'own',
  rst: 'bad',
  unreachable: 'icmp',
  told: 'ink',
  command: 'ink',
  echo: 'icmp',
  echoReply: 'good',
  hop: 'good',
  cut: 'ink',
  neighbour: 'ink',
  name: 'good',
  page: 'good',
  refused: 'bad',
  failed: 'bad',
};

/** One lane's marks: a tick for each, a name where there is room. */
export const TimelineMarks = memo(function TimelineMarks(props: TimelineMarksProps): ReactNode {
  const { marks, track, width, side, isTown } = props;
  const { t } = useTranslation();
  const font = labelFont();
  const { placed, labels } = useMemo(() => {
    const textOf = (mark: Mark): string => {
      const values = { piece: mark.piece + 1, count: mark.count };
      return t(`playback.mark.${wordOf(mark)}`, values);
    };
    const at = placeMarks(marks, track, width);
    const named = placeLabels(at, width, textOf, (text) => measureText(text, font));
    return { placed: at, labels: named };
    // `t` changes with the language.
  }, [marks, track, width, font, t]);
  return (
    <div
      className={`${styles['lane']} ${styles[side]}`}
      data-part="marks"
      data-town={isTown || undefined}
      aria-hidden="true"
    >
      {labels.map(({ mark, left, text }) => (
        <span
          key={`${mark.kind} ${mark.timeNs} ${mark.packet}`}
          className={`${styles['label']} ${styles[TONES[mark.kind]]}`}
          style={{ left }}
        >
          {text}
        </span>
      ))}
      {(['own', 'good', 'bad', 'icmp', 'ink'] as const).map((tone) => (
        <svg key={tone} className={`${styles['ticks']} ${styles[tone]}`} preserveAspectRatio="none">
          <path
            d={placed
              .filter(({ mark }) => TONES[mark.kind] === tone)
              .map(({ x }) => `M${x.toFixed(1)} 0V100`)
              .join('')}
          />
        </svg>
      ))}
    </div>
  );
});

type MarkWord = MarkKind | 'lossControl' | 'dropControl' | 'retransmissionControl';

/** A lost piece is named by its number; a lost ACK has none. */
function wordOf({ kind, piece }: Mark): MarkWord {
  if (piece >= 0) return kind;
  if (kind === 'loss') return 'lossControl';
  if (kind === 'drop') return 'dropControl';
  return kind === 'retransmission' ? 'retransmissionControl' : kind;
}

function labelFont(): string {
  const { fontSize } = getComputedStyle(document.documentElement);
  const { fontFamily } = getComputedStyle(document.body);
  return `700 ${Number.parseFloat(fontSize) * LABEL_REM}px ${fontFamily}`;
}

/** As `--text-s` in tokens.css. */
const LABEL_REM = 0.8125;
