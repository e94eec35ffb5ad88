import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { CaptionSpots, SeenPoint } from './captionSpots';
import type { LessonProps } from './lessonProps';
import { Sentence } from './Sentence';
import styles from './StageCaption.module.css';
import { useBeatCaption } from './useBeatCaption';

export interface StageCaptionProps extends LessonProps {
  readonly spots: CaptionSpots;
}

/** Radius of the ring around what is spoken of, in px. */
const RING = 14;

/** The sentence of the beat beside what it speaks of, with a line to it; in the sky where there is no room beside it. */
export function StageCaption({ spots, ...props }: StageCaptionProps): ReactNode {
  const caption = useBeatCaption(props);
  const row = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLParagraphElement>(null);
  const line = useRef<SVGPathElement>(null);
  const ring = useRef<SVGCircleElement>(null);
  const moment = caption?.moment ?? null;
  const text = caption?.text;
  useLayoutEffect(() => {
    const place = (): void => {
      if (!row.current || !box.current || !line.current || !ring.current) return;
      const at = moment && spots.seenAt(moment);
      const { offsetWidth: width, offsetHeight: height } = box.current;
      const room = at && width > 0 && spots.roomFor(at, { width, height });
      row.current.toggleAttribute('data-placed', Boolean(room));
      box.current.style.translate = room ? `${room.corner.x}px ${room.corner.y}px` : '';
      if (!room) return;
      line.current.setAttribute('d', lineTo(room.edge, at));
      ring.current.setAttribute('cx', String(at.x));
      ring.current.setAttribute('cy', String(at.y));
    };
    place();
    // Its size is another when its letters have come.
    void document.fonts.ready.then(place);
    return spots.subscribe(place);
  }, [spots, moment, text]);
  if (!caption) return null;
  return (
    <div ref={row} className={styles['row']} data-told data-layer data-side={caption.side}>
      <svg className={styles['lead']} aria-hidden="true">
        <path ref={line} />
        <circle ref={ring} r={RING} />
      </svg>
      <Sentence ref={box} caption={caption} />
    </div>
  );
}

/** From the sentence to the ring. */
function lineTo(edge: SeenPoint, at: SeenPoint): string {
  const length = Math.hypot(at.x - edge.x, at.y - edge.y) || 1;
  const share = Math.max(0, 1 - RING / length);
  return `M${edge.x} ${edge.y}L${edge.x + (at.x - edge.x) * share} ${edge.y + (at.y - edge.y) * share}`;
}
