import { useWords } from '../useWords';
import { ArrowBundle } from './ArrowBundle';
import { AgainLink, ArrowMark } from './ArrowMark';
import { ArrowOption } from './ArrowOption';
import { noteWords } from './arrowWords';
import { type DrawnArrow, type LaneDrawing, linePath } from './drawing';
import styles from './Ladder.module.css';
import type { LaneLadderProps } from './laneLadderProps';
import { NoteMark, SpanMarks } from './NoteMark';

/** With more arrows in view, those that look alike are drawn as one. */
const MOST_SINGLE = 240;

/** All that is drawn of a lane in the window; what lies after the moment is clipped away. */
export function LaneMarks({
  props,
  id,
  visible,
  active,
}: {
  readonly props: LaneLadderProps;
  readonly id: string;
  readonly visible: readonly DrawnArrow[];
  /** The packet that the keys have come to. */
  readonly active: number;
}) {
  const { t } = useWords();
  const { drawing, window, selected, hovered } = props;
  const isFar = visible.length > MOST_SINGLE;
  // From afar, what can be read or is pointed at is still there by itself.
  const pointedAt = new Set([selected, hovered, active]);
  const single = isFar
    ? visible.filter(({ arrow, hasNameRoom }) => hasNameRoom || pointedAt.has(arrow.packet))
    : visible;
  const spans = drawing.visibleSpans.within(window.top, window.bottom).map((i) => drawing.spans[i]!);
  const notes = drawing.visibleNotes.within(window.top, window.bottom).map((i) => drawing.notes[i]!);
  return (
    <g transform={`translate(0 ${-window.top})`}>
      <path className={styles['lifeline']} d={lifelinePath(props)} />
      <path className={styles['future']} d={visible.map(linePath).join('')} />
      <g clipPath={`url(#${id}-past)`}>
        <SpanMarks spans={spans} />
        {isFar ? (
          <ArrowBundle arrows={visible} />
        ) : (
          <>
            {againLinks(drawing, visible)}
            {visible.map((drawn) => (
              <ArrowMark key={drawn.arrow.packet} drawn={drawn} />
            ))}
          </>
        )}
      </g>
      {notes.map((drawn) => (
        <NoteMark
          key={`${drawn.note.timeNs}.${drawn.y}`}
          drawn={drawn}
          words={noteWords(t, drawn.note)}
          unit={props.unit}
        />
      ))}
      {single.map((drawn) => (
        <ArrowOption
          key={drawn.arrow.packet}
          id={`${id}-${drawn.arrow.packet}`}
          drawn={drawn}
          isFar={isFar}
          props={props}
        />
      ))}
    </g>
  );
}

function againLinks(drawing: LaneDrawing, visible: readonly DrawnArrow[]) {
  return visible.map((drawn) => {
    const before = drawing.arrows[drawn.before];
    if (!before || before.x1 !== drawn.x1) return null;
    return <AgainLink key={drawn.arrow.packet} from={before} to={drawn} />;
  });
}

function lifelinePath({
  lifelines: { left, right },
  hosts,
  window: { top, bottom },
}: LaneLadderProps): string {
  const step = (right - left) / Math.max(1, hosts.length - 1);
  return hosts.map((_, i) => `M${left + i * step},${top} V${bottom}`).join(' ');
}
