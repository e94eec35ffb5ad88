import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Street } from '../experiment/street';
import { IconButton } from '../ui/IconButton';
import { handsOn } from './hands';
import { sharesMoments } from './history';
import type { Session } from './session';
import styles from './UndoBar.module.css';

const HistoryButtons = lazy(async () => ({
  default: (await import('../panels/hands/HistoryButtons')).HistoryButtons,
}));

/**
 * Beside the timeline of a telephone: what was just done can be taken back without a way to "What if?". It stays until
 * it is closed, or until something begins that nothing was done to.
 */
export function UndoBar({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const history = useStore(session.experiment, (state) => state.history);
  const street = useStore(session.experiment, (state) => state.street);
  const [closedAt, setClosedAt] = useState<Street | null>(null);
  const before = history.past.at(-1);
  const canUndo = before !== undefined && sharesMoments(before, street);
  const canRedo = history.future.length > 0;
  if (closedAt === street || (!canUndo && !canRedo)) return null;
  return (
    <div className={styles['bar']} role="group" aria-label={t('hands.list')} data-layer>
      <Suspense>
        <HistoryButtons state={{ canUndo, canRedo }} hands={handsOn(session)} />
      </Suspense>
      <IconButton icon="close" label={t('app.dismiss')} onPress={() => setClosedAt(street)} />
    </div>
  );
}
