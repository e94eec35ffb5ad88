import { lazy, type ReactNode, type RefObject, Suspense, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { PacketRef } from '../trace/run';
import { Tabs } from '../ui/Tabs';
import styles from './App.module.css';
import { Boundary } from './Boundary';
import type { Session } from './session';
import { type Tab, TABS } from './viewStore';

const Ladder = lazy(async () => ({ default: (await import('../panels/Ladder')).Ladder }));
const Inspector = lazy(async () => ({ default: (await import('../panels/Inspector')).Inspector }));
const Transcript = lazy(async () => ({ default: (await import('../panels/Transcript')).Transcript }));

/** The instruments beside the stage, one at a time. */
export function SidePanel({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const tab = useStore(session.view, (state) => state.tab);
  const experiment = useStore(session.experiment, (state) => state.run?.experiment);
  const root = useRef<HTMLDivElement>(null);
  useBringIntoView(root, session);
  return (
    <div ref={root} className={styles['sidePanel']}>
      <Tabs
        label={t('app.tabs.label')}
        value={tab}
        tabs={TABS.map((value) => ({
          value,
          title: t(`app.tabs.${value}`),
          content: (
            <Boundary of={experiment}>
              <Suspense fallback={<p className={styles['quiet']}>{t('app.loading')}</p>}>
                <Panel tab={value} session={session} />
              </Suspense>
            </Boundary>
          ),
        }))}
        onChange={(next) => session.showTab(next)}
      />
    </div>
  );
}

/** Where the instruments are below the town, a packet that is chosen there would show nothing in sight. */
function useBringIntoView(root: RefObject<HTMLElement | null>, { view }: Session): void {
  useEffect(
    () =>
      view.subscribe(({ selected }, before) => {
        if (!selected || selected === before.selected || !matchMedia('(width < 56rem)').matches) return;
        const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
        root.current?.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' });
      }),
    [root, view],
  );
}

function Panel({ tab, session }: { readonly tab: Tab; readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const run = useStore(session.experiment, (state) => state.run);
  const selected = useStore(session.view, (state) => state.selected);
  const hovered = useStore(session.view, (state) => state.hovered);
  const onSelect = useCallback((ref: PacketRef | null) => session.select(ref), [session]);
  const onHover = useCallback((ref: PacketRef | null) => session.hover(ref), [session]);
  const onSeek = useCallback((timeNs: number) => session.playback.seek(timeNs), [session]);
  if (!run) return null;
  const { playhead } = session.playback;
  const pointing = { run, playhead, selected, hovered, onSelect, onHover, onSeek };
  switch (tab) {
    case 'ladder':
      return <Ladder {...pointing} />;
    case 'packet': {
      // Pointing at another packet looks into that one for as long as it is pointed at.
      const shown = hovered ?? selected;
      if (!shown) return <p className={styles['quiet']}>{t('app.nothingSelected')}</p>;
      return <Inspector run={run} playhead={playhead} selected={shown} />;
    }
    case 'transcript':
      return <Transcript {...pointing} />;
  }
}
