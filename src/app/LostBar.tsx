import type { TFunction } from 'i18next';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type Loss, lossesOf } from '../experiment/townLosses';
import type { TownFile } from '../experiment/townFile';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import styles from './LostBar.module.css';
import type { Session } from './session';

/** What the edit that was made last took away, until the next one: nothing goes in silence, and all of it comes back. */
export function LostBar({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const town = useStore(session.experiment, (state) => state.town);
  const before = useStore(session.experiment, (state) => state.editedFrom);
  const losses = useMemo(() => (before && town ? lossesOf(before, town) : []), [before, town]);
  const [closedAt, setClosedAt] = useState<TownFile | null>(null);
  if (losses.length === 0 || closedAt === town) return null;
  return (
    <section className={styles['lost']} data-part="lost" data-layer aria-label={t('lost.label')}>
      <p className={styles['sentence']} role="status">
        <Icon name="undo" /> {t('lost.gone', { what: listOf(losses, t) })}
      </p>
      <Button
        onClick={() => {
          session.undo();
          // What was pressed is gone with the sentence.
          document.querySelector<HTMLElement>('[data-part=form]')?.focus({ preventScroll: true });
        }}
      >
        {t('lost.undo')}
      </Button>
      <IconButton icon="close" label={t('app.dismiss')} onPress={() => setClosedAt(town)} />
    </section>
  );
}

/** So many are told one by one. */
const MOST = 4;

function listOf(losses: readonly Loss[], t: TFunction): string {
  const told = losses.slice(0, MOST).map((loss) => wordsFor(loss, t));
  const more = losses.length - told.length;
  return [...told, ...(more > 0 ? [t('lost.more', { count: more })] : [])].join(', ');
}

function wordsFor(loss: Loss, t: TFunction): string {
  switch (loss.kind) {
    case 'host':
    case 'router':
    case 'link':
    case 'detour':
      return t(`lost.${loss.kind}`, { name: loss.id });
    case 'program':
      return t('lost.program', { name: loss.app.host, program: t(`builder.app.${loss.app.kind}`) });
    case 'nat':
      return loss.forwards > 0
        ? t('lost.natForwards', { name: loss.id, count: loss.forwards })
        : t('lost.nat', { name: loss.id });
    case 'rows':
      return t('lost.rows', { name: loss.id, count: loss.count });
    case 'rules':
    case 'commands':
      return t(`lost.${loss.kind}`, { count: loss.count });
  }
}
