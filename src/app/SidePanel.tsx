import { type ReactNode, type RefObject, Suspense, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { IconButton } from '../ui/IconButton';
import { Tabs } from '../ui/Tabs';
import styles from './App.module.css';
import { Boundary } from './Boundary';
import { Instrument } from './Instrument';
import type { Session } from './session';
import { subjectKind, tabsFor } from './tabsFor';
import { isSpread, type Tab } from './viewStore';

/** The instruments beside the stage: one at a time, or two side by side where they have half of the page. */
export function SidePanel({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const tab = useStore(session.view, (state) => state.tab);
  const secondTab = useStore(session.view, (state) => state.secondTab);
  const hasSecond = useStore(session.view, (state) => state.isWide && !isSpread(state));
  const root = useRef<HTMLDivElement>(null);
  useBringIntoView(root, session);
  return (
    <div ref={root} className={styles['sidePanel']}>
      {hasSecond && (
        <InstrumentTabs
          session={session}
          label={t('app.tabs.second')}
          tab={secondTab}
          not={tab}
          onChange={(next) => session.view.setState({ secondTab: next })}
        />
      )}
      <InstrumentTabs
        session={session}
        label={t('app.tabs.label')}
        tab={tab}
        onChange={(next) => session.showTab(next)}
        beside={<WidenButton session={session} />}
      />
    </div>
  );
}

interface InstrumentTabsProps {
  readonly session: Session;
  readonly label: string;
  readonly tab: Tab;
  /** Shown beside it: what stands in for a tab that there is not is another. */
  readonly not?: Tab;
  readonly onChange: (tab: Tab) => void;
  readonly beside?: ReactNode;
}

function InstrumentTabs(props: InstrumentTabsProps): ReactNode {
  const { session, label, tab, not, onChange, beside } = props;
  const { t } = useTranslation();
  const tabs = useTabs(session);
  return (
    <Tabs
      label={label}
      value={tabs.includes(tab) ? tab : tabs.find((one) => one !== not)!}
      tabs={tabs.map((value) => ({
        value,
        title: t(`app.tabs.${value}`),
        about: t(`instruments.about.${value}`),
        content: <SafeInstrument tab={value} session={session} />,
      }))}
      onChange={onChange}
      allLabel={t('instruments.all')}
      beside={beside}
    />
  );
}

/** The instruments there are; the same list until others are there, whatever runs meanwhile. */
function useTabs({ experiment }: Session): readonly Tab[] {
  const names = useStore(experiment, (state) => tabsFor(subjectKind(state), state.run?.experiment).join(' '));
  return useMemo(() => names.split(' ') as Tab[], [names]);
}

/** One that fails leaves the others as they are, and is tried again with another experiment. */
function SafeInstrument({ tab, session }: { readonly tab: Tab; readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const experiment = useStore(session.experiment, (state) => state.run?.experiment);
  return (
    <Boundary of={experiment}>
      <Suspense
        fallback={
          <p className={styles['quiet']} aria-busy>
            {t('app.loading')}
          </p>
        }
      >
        <Instrument tab={tab} session={session} />
      </Suspense>
    </Boundary>
  );
}

function WidenButton({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const isWide = useStore(session.view, (state) => state.isWide);
  const label = isWide ? t('app.tabs.narrow') : t('app.tabs.widen');
  return (
    <IconButton
      icon={isWide ? 'narrow' : 'widen'}
      className={styles['widen']}
      label={label}
      onPress={() => session.view.setState({ isWide: !isWide })}
    />
  );
}

/** Where the instruments are below the town, a packet that is chosen there would be out of sight. */
function useBringIntoView(root: RefObject<HTMLElement | null>, { view }: Session): void {
  useEffect(
    () =>
      view.subscribe(({ selected }, before) => {
        const isNews = selected && selected !== before.selected;
        if (!isNews || !matchMedia('(width < 60rem)').matches) return;
        const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
        root.current?.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' });
      }),
    [root, view],
  );
}
