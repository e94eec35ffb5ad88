import { lazy, type ReactNode, Suspense, useCallback, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { laterWords } from '../i18n/speak';
import type { PacketRef } from '../trace/run';
import { Boundary } from './Boundary';
import type { Session } from './session';

const Scoreboard = lazy(async () => {
  await laterWords;
  return { default: (await import('../panels/Scoreboard')).Scoreboard };
});
const FateTape = lazy(async () => {
  await laterWords;
  return { default: (await import('../panels/FateTape')).FateTape };
});

/** The score of both lanes and the fates of the pieces, once the stage shows the run. */
export function Scores({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const run = useDeferredValue(useStore(session.experiment, (state) => state.run));
  const onSelect = useCallback((ref: PacketRef | null) => session.select(ref), [session]);
  const { playhead } = session.playback;
  return useMemo(
    () =>
      run && (
        <Boundary of={run.experiment}>
          <h2 className="visuallyHidden">{t('app.scores')}</h2>
          <Suspense fallback={null}>
            <Scoreboard run={run} playhead={playhead} />
            <FateTape run={run} playhead={playhead} onSelect={onSelect} />
          </Suspense>
        </Boundary>
      ),
    [run, playhead, onSelect, t],
  );
}
