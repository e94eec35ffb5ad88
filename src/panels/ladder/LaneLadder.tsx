import { type MouseEvent, type PointerEvent, useId, useMemo, useRef } from 'react';
import { useWords } from '../useWords';
import { ArrowOption } from './ArrowOption';
import { AgainLink, ArrowMark } from './ArrowMark';
import { type DrawnArrow, type LaneDrawing, linePath } from './drawing';
import styles from './Ladder.module.css';
import type { LaneLadderProps } from './laneLadderProps';
import { nearestArrow } from './nearestArrow';
import { useArrowKeys } from './useArrowKeys';
import { useReveal } from './useReveal';

/** The arrows of one lane as a list box: the arrow keys walk from packet to packet, Enter opens one. */
export function LaneLadder(props: LaneLadderProps) {
  const { lane, drawing, scale, window, lifelines, playhead } = props;
  const { t } = useWords();
  const id = useId();
  const svg = useRef<SVGSVGElement>(null);
  const clip = useRef<SVGRectElement>(null);
  const visible = useMemo(
    () => drawing.visible.within(window.top, window.bottom).map((i) => drawing.arrows[i]!),
    [drawing, window],
  );
  useReveal(svg, clip, playhead, scale.toY, visible);
  const optionId = (packet: number): string => `${id}-${packet}`;

  const pointedAt = (event: PointerEvent<SVGSVGElement> | MouseEvent<SVGSVGElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const y = event.clientY - top + window.top;
    const named = packetNamed(event.target);
    const packet = named ?? nearestArrow(visible, event.clientX - left, y)?.arrow.packet;
    return { ref: packet === undefined ? null : { lane, packet }, y };
  };
  const clicked = (event: MouseEvent<SVGSVGElement>): void => {
    const { ref, y } = pointedAt(event);
    if (ref) props.onSelect(ref);
    else props.onSeek(Math.max(0, Math.round(scale.toTime(y))));
  };
  const moved = (event: PointerEvent<SVGSVGElement>): void => {
    const { ref } = pointedAt(event);
    if ((ref?.packet ?? -1) !== props.hovered) props.onHover(ref);
  };

  const { active, ...keys } = useArrowKeys(props);
  const isActiveDrawn = visible.some(({ arrow }) => arrow.packet === active);
  return (
    <svg
      ref={svg}
      className={styles['lane']}
      data-lane={props.laneName}
      style={{ left: props.x, top: window.top }}
      width={props.width}
      height={window.bottom - window.top}
      role="listbox"
      tabIndex={0}
      aria-label={t('panels.ladder.list', { lane: props.laneName.toUpperCase() })}
      aria-activedescendant={isActiveDrawn ? optionId(active) : undefined}
      onKeyDown={keys.onKeyDown}
      onBlur={keys.onBlur}
      onClick={clicked}
      onPointerMove={moved}
      onPointerLeave={() => props.onHover(null)}
    >
      <clipPath id={`${id}-past`}>
        <rect ref={clip} x={-40} y={0} width={props.width + 80} height={0} />
      </clipPath>
      <g transform={`translate(0 ${-window.top})`}>
        <path className={styles['lifeline']} d={lifelinePath(lifelines, window)} />
        <path className={styles['future']} d={visible.map(linePath).join('')} />
        <g clipPath={`url(#${id}-past)`}>
          {againLinks(drawing, visible)}
          {visible.map((drawn) => (
            <ArrowMark key={drawn.arrow.packet} drawn={drawn} />
          ))}
        </g>
        {visible.map((drawn) => (
          <ArrowOption
            key={drawn.arrow.packet}
            id={optionId(drawn.arrow.packet)}
            drawn={drawn}
            count={drawing.arrows.length}
            props={props}
          />
        ))}
      </g>
    </svg>
  );
}

function againLinks(drawing: LaneDrawing, visible: readonly DrawnArrow[]) {
  return visible.map((drawn) => {
    const before = drawing.arrows[drawn.before];
    if (!before || before.x1 !== drawn.x1) return null;
    return <AgainLink key={drawn.arrow.packet} from={before} to={drawn} />;
  });
}

function lifelinePath(
  { left, right }: { readonly left: number; readonly right: number },
  { top, bottom }: { readonly top: number; readonly bottom: number },
): string {
  return `M${left},${top} V${bottom} M${right},${top} V${bottom}`;
}

/** The packet whose name is under the pointer. */
function packetNamed(target: EventTarget): number | undefined {
  const option = target instanceof SVGTextElement ? target.closest<SVGGElement>('[data-packet]') : null;
  return option ? Number(option.dataset['packet']) : undefined;
}
