import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../trace/run';
import { type LaneVerdict, verdictOf } from '../trace/verdict';
import { formatSeconds } from '../ui/format';
import type { TownVoice } from './townVoice';
import styles from './TransportBar.module.css';

/** What became of the message in each lane, or of everything a town tried, in one line. */
export function VerdictLine({
  run,
  voice,
}: {
  readonly run: Run;
  readonly voice?: TownVoice | undefined;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'ko' ? 'ko' : 'en';
  // UDP is done first, so it is told first.
  const lanes = voice ? [] : (verdictOf(run)?.toReversed() ?? []);
  return (
    <output className={`${styles['caption']} ${styles['verdict']}`}>
      {voice?.end(t, run)}
      {lanes.map((verdict) => (
        <span key={verdict.transport} className={styles[verdict.transport]}>
          {sentenceOf(verdict, t, language)}{' '}
        </span>
      ))}
    </output>
  );
}

function sentenceOf(verdict: LaneVerdict, t: TFunction, language: 'ko' | 'en'): string {
  const { transport, outcome, missing, repeated, overtaken, retransmissions } = verdict;
  const lane = transport.toUpperCase();
  const time = formatSeconds(verdict.finishNs ?? 0, language);
  switch (outcome) {
    case 'empty':
    case 'refused':
      return t(`playback.verdict.${outcome}.${transport}`, { time });
    case 'intact':
      return retransmissions > 0
        ? t('playback.verdict.intactAgain', { lane, time, count: retransmissions })
        : t('playback.verdict.intact', { lane, time });
    case 'missing':
      return repeated + overtaken > 0
        ? t('playback.verdict.missingDisordered', { lane, time, count: missing })
        : t('playback.verdict.missing', { lane, time, count: missing });
    case 'disordered':
      if (overtaken === 0) return t('playback.verdict.repeated', { lane, time, count: repeated });
      if (repeated === 0) return t('playback.verdict.overtaken', { lane, time, count: overtaken });
      return t('playback.verdict.disordered', { lane, time });
    case 'cutOff':
    case 'gaveUp':
    case 'appGaveUp':
    case 'nothing':
    case 'damaged':
      return t(`playback.verdict.${outcome}`, { lane, time });
  }
}
