import { type ReactNode, type RefObject, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Tabs } from '../ui/Tabs';
import styles from './App.module.css';
import { Boundary } from './Boundary';
import { Instrument } from './Instrument';
import type { Session } from './session';
import { TABS } from './viewStore';

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
                <Instrument tab={value} session={session} />
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
