import { cancelFrame, frame } from 'framer-motion';
import type { TFunction } from 'i18next';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../trace/run';
import { type News, newsAt } from '../trace/townNews';
import { type Caption, captionAt, isSameCaption } from './caption';
import type { Playback } from './playback';
import type { TownVoice, VoiceWords } from './townVoice';
import styles from './TransportBar.module.css';

interface CaptionLineProps {
  readonly run: Run;
  readonly playback: Playback;
  /** Left out: the run is about one message. */
  readonly voice?: TownVoice | undefined;
}

/** A screen reader is told at most so often. */
const ANNOUNCE_EVERY_MS = 2500;

/** What has just happened, in one sentence, written as the playhead passes; and the same, less often, for screen readers. */
export function CaptionLine({ run, playback, voice }: CaptionLineProps): ReactNode {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'ko' ? 'ko' : 'en';
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
    const words = voice ? townCaption({ t, language }, run, voice) : messageCaption(t, run);
    const write = (): void => {
      const text = words(playback.playhead.get());
      if (text === null) return;
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
  }, [run, playback, voice, t, language]);
  return (
    <>
      <p ref={seen} className={styles['caption']} aria-hidden="true" />
      <p ref={heard} className="visuallyHidden" aria-live="polite" />
    </>
  );
}

/** Says what has come to be said by a moment: null for the same as before. */
type Captioner = (timeNs: number) => string | null;

function messageCaption(t: TFunction, run: Run): Captioner {
  let last: Caption | null = null;
  return (timeNs) => {
    const caption = captionAt(run, timeNs);
    if (last && isSameCaption(caption, last)) return null;
    last = caption;
    const { key, lane, piece, count, sort } = caption;
    const what = t(`playback.packetSort.${sort}`);
    return t(`playback.caption.${key}`, { lane, piece, count, what });
  };
}

function townCaption(words: VoiceWords, run: Run, voice: TownVoice): Captioner {
  let last: News | null | undefined;
  return (timeNs) => {
    const news = newsAt(run, timeNs);
    if (news === last) return null;
    last = news;
    return news ? voice.news(words, run, news) : words.t('playback.caption.ready');
  };
}
