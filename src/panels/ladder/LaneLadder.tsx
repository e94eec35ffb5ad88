import { type MouseEvent, type PointerEvent, useId, useMemo, useRef } from 'react';
import { useWords } from '../useWords';
import type { DrawnArrow } from './drawing';
import styles from './Ladder.module.css';
import { LaneMarks } from './LaneMarks';
import type { LaneLadderProps } from './laneLadderProps';
import { nearestArrow } from './nearestArrow';
import { useArrowKeys } from './useArrowKeys';
import { useReveal } from './useReveal';

/** The arrows of one lane as a list box: the arrow keys walk from packet to packet, Enter opens one. */
export function LaneLadder(props: LaneLadderProps) {
  const { drawing, scale, window, playhead, isOther } = props;
  const { t } = useWords();
  const id = useId();
  const svg = useRef<SVGSVGElement>(null);
  const clip = useRef<SVGRectElement>(null);
  const visible = useMemo(
    () => drawing.visible.within(window.top, window.bottom).map((i) => drawing.arrows[i]!),
    [drawing, window],
  );
  useReveal(svg, clip, playhead, scale.toY, visible);
  const { active, ...keys } = useArrowKeys(props);
  const isActiveDrawn = visible.some(({ arrow }) => arrow.packet === active);
  const lane = props.laneName.toUpperCase();
  // In a town arrows of all transports stand together, each with its own two ends.
  const isOfAll = drawing.arrows[0]?.arrow.spot !== undefined;
  // The other future can be read, but its packets are not on stage.
  const role = isOther
    ? { role: 'img', 'aria-label': t('panels.ladderTools.otherList', { lane }) }
    : {
        role: 'listbox',
        tabIndex: 0,
        'aria-label': isOfAll ? t('panels.ladder.listOfAll') : t('panels.ladder.list', { lane }),
        'aria-activedescendant': isActiveDrawn ? `${id}-${active}` : undefined,
        ...keys,
        ...pointing(props, visible),
      };
  return (
    <svg
      ref={svg}
      className={styles['lane']}
      data-lane={props.laneName}
      data-other={isOther || undefined}
      style={{ left: props.x, top: window.top }}
      width={props.width}
      height={window.bottom - window.top}
      {...role}
    >
      <clipPath id={`${id}-past`}>
        <rect ref={clip} x={-40} y={0} width={props.width + 80} height={0} />
      </clipPath>
      <LaneMarks props={props} id={id} visible={visible} active={active} />
    </svg>
  );
}

/** What a mouse or a finger does: near an arrow it means the packet, elsewhere the moment. */
function pointing(props: LaneLadderProps, visible: readonly DrawnArrow[]) {
  const { lane, scale, window } = props;
  const pointedAt = (event: PointerEvent<SVGSVGElement> | MouseEvent<SVGSVGElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const y = event.clientY - top + window.top;
    const named = packetNamed(event.target);
    const packet = named ?? nearestArrow(visible, event.clientX - left, y)?.arrow.packet;
    return { ref: packet === undefined ? null : { lane, packet }, y };
  };
  return {
    onClick(event: MouseEvent<SVGSVGElement>): void {
      const { ref, y } = pointedAt(event);
      if (ref) props.onSelect(ref);
      else props.onSeek(Math.max(0, Math.round(scale.toTime(y))));
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>): void {
      const { ref } = pointedAt(event);
      if ((ref?.packet ?? -1) !== props.hovered) props.onHover(ref);
    },
    onPointerLeave: () => props.onHover(null),
  };
}

/** The packet whose name is under the pointer. */
function packetNamed(target: EventTarget): number | undefined {
  const option = target instanceof SVGTextElement ? target.closest<SVGGElement>('[data-packet]') : null;
  return option ? Number(option.dataset['packet']) : undefined;
}
