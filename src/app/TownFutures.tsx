import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { tallyWords } from '../panels/townVoice';
import { firstDelay } from '../trace/firstDelay';
import type { Run } from '../trace/run';
import { townSummary } from '../trace/townSummary';
import { formatSeconds } from '../ui/format';
import type { Session } from './session';
import styles from './TownBar.module.css';

/** What comes of the town with what hands did in it, and what would without; nothing while no hand has. */
export function TownFutures({ session }: { readonly session: Session }): ReactNode {
  const run = useStore(session.experiment, (state) => state.run);
  const other = useStore(session.experiment, (state) => state.other);
  return (
    <p className={styles['futures']} role="status">
      {run?.result && other && <Futures here={run} there={other} />}
    </p>
  );
}

function Futures({ here, there }: { readonly here: Run; readonly there: Run }): ReactNode {
  const { t, i18n } = useTranslation();
  const delay = firstDelay(here, there);
  const partsOf = (run: Run, heardNs: number | null): string => {
    const summary = townSummary(run);
    const parts = summary ? tallyWords(t, summary) : '';
    if (!delay) return parts;
    const time = formatSeconds(heardNs ?? 0, i18n.language === 'ko' ? 'ko' : 'en');
    const heard = t(heardNs === null ? 'townNews.neverHeard' : 'townNews.heard', {
      where: delay.where,
      time,
    });
    return `${parts} · ${heard}`;
  };
  return (
    <>
      <span>{t('townNews.touched', { parts: partsOf(here, delay?.hereNs ?? null) })}</span>
      <span>{t('townNews.untouched', { parts: partsOf(there, delay?.thereNs ?? null) })}</span>
    </>
  );
}
