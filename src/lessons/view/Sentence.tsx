import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Sentence.module.css';
import type { ToldCaption } from './useBeatCaption';

interface SentenceProps {
  readonly caption: ToldCaption;
  readonly ref?: Ref<HTMLParagraphElement>;
}

/** What a beat says, and that it is watched for while it has not happened. */
export function Sentence({ caption, ref }: SentenceProps): ReactNode {
  const { t } = useTranslation();
  return (
    <p ref={ref} className={styles['caption']} data-beat={caption.beat} aria-live="polite">
      {caption.text === '' ? (
        <span className={styles['waiting']}>{t('lessons.part.watch')} …</span>
      ) : (
        caption.text
      )}
    </p>
  );
}
