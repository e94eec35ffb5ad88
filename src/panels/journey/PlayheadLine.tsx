import { cancelFrame, frame, type MotionValue } from 'framer-motion';
import { useLayoutEffect, useRef } from 'react';
import styles from './Journey.module.css';

/** The playhead's moment over one page's steps; written straight to the DOM, hidden outside of them. */
export function PlayheadLine({
  playhead,
  fromNs,
  spanNs,
}: {
  readonly playhead: MotionValue<number>;
  readonly fromNs: number;
  /** Time from one edge to the other. */
  readonly spanNs: number;
}) {
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const write = (): void => {
      const share = (playhead.get() - fromNs) / spanNs;
      if (!line.current) return;
      line.current.hidden = share < 0 || share > 1;
      line.current.style.left = `${share * 100}%`;
    };
    write();
    const stop = playhead.on('change', () => frame.render(write));
    return () => {
      stop();
      cancelFrame(write);
    };
  }, [playhead, fromNs, spanNs]);
  return <div ref={line} className={styles['now']} aria-hidden="true" />;
}
