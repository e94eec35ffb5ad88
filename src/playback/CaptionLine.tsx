import { cancelFrame, frame } from 'framer-motion';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../trace/run';
import { type Caption, captionAt, isSameCaption } from './caption';
import type { Playback } from './playback';
import styles from './TransportBar.module.css';

interface CaptionLineProps {
  readonly run: Run;
  readonly playback: Playback;
}

/** A screen reader is told at most so often. */
const ANNOUNCE_EVERY_MS = 2500;

/** What has just happened, in one sentence, written as the playhead passes; and the same, less often, for screen readers. */
export function CaptionLine({ run, playback }: CaptionLineProps): ReactNode {
  const { t } = useTranslation();
  const seen = useRef<HTMLParagraphElement>(null);
  const heard = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let announcedMs = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const announce = (): void => {
      timer = undefined;
      announcedMs = performance.now();
      if (heard.current && seen.current) heard.current.textContent = seen.current.textContent;
    };
    let last: Caption | null = null;
    const write = (): void => {
      const caption = captionAt(run, playback.playhead.get());
      if (last && isSameCaption(caption, last)) return;
      last = caption;
      const { key, lane, piece, count, sort } = caption;
      const text = t(`playback.caption.${key}`, {
        lane,
        piece,
        count,
        what: t(`playback.packetSort.${sort}`),
      });
      if (!seen.current || !heard.current) return;
      if (seen.current.textContent !== text) seen.current.textContent = text;
      // What is seen may have been written before more of the run came, and not yet been said.
      if (heard.current.textContent === text) return;
      timer ??= setTimeout(announce, Math.max(0, ANNOUNCE_EVERY_MS - (performance.now() - announcedMs)));
    };
    write();
    const stop = playback.playhead.on('change', () => frame.render(write));
    return () => {
      stop();
      cancelFrame(write);
      clearTimeout(timer);
    };
  }, [run, playback, t]);
  return (
    <>
      <p ref={seen} className={styles['caption']} aria-hidden="true" />
      <p ref={heard} className="visuallyHidden" aria-live="polite" />
    </>
  );
}
