import {
  type ComponentProps,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { laterWords } from '../i18n/speak';
import { TransportBar } from '../playback/TransportBar';
import { Stage, type StageProps } from '../stage/Stage';
import type { Lens } from '../stage/lens';
import type { PacketRef } from '../trace/run';
import { useBack } from '../ui/backStack';
import styles from './App.module.css';
import { Boundary } from './Boundary';
import { Header } from './Header';
import { Notices } from './Notices';
import { PictureTools } from './PictureTools';
import { Scores } from './Scores';
import type { Session } from './session';
import { isTown } from './subject';
import { useDrawnWhy } from './useDrawnWhy';
import { useIsChanging } from './useIsChanging';
import { useMoreKeys } from './useMoreKeys';
import { useRoomAround } from './useRoomAround';
import { useSeenRun } from './useSeenRun';
import { useTownDrop } from './useTownDrop';
import { useTownVoice } from './useTownVoice';
import { isBuilding, isSpread } from './viewStore';
import { WeatherBar } from './WeatherBar';

/** The instruments come when the town has been drawn: they are asked for only then, and with their words. */
const SidePanel = lazy(async () => {
  await laterWords;
  return { default: (await import('./SidePanel')).SidePanel };
});
const TownMap = lazy(async () => {
  const [{ TownMap: map }] = await Promise.all([import('./TownMap'), laterWords]);
  return { default: map };
});
const TownBar = lazy(async () => {
  const [{ TownBar: bar }] = await Promise.all([import('./TownBar'), laterWords]);
  return { default: bar };
});
const StandingBar = lazy(async () => {
  const [{ StandingBar: bar }] = await Promise.all([import('./StandingBar'), laterWords]);
  return { default: bar };
});
const HandMenu = lazy(async () => {
  await laterWords;
  return { default: (await import('./HandMenu')).HandMenu };
});
const UndoBar = lazy(async () => {
  await laterWords;
  return { default: (await import('./UndoBar')).UndoBar };
});
const LessonPart = lazy(async () => {
  const [{ LessonPart: part }] = await Promise.all([import('./LessonParts'), laterWords]);
  return { default: part };
});
const LessonOnStage = lazy(async () => {
  const [{ LessonOnStage: part }] = await Promise.all([import('./LessonParts'), laterWords]);
  return { default: part };
});

interface AppProps {
  readonly session: Session;
  /** Called when the first run is on the page. */
  readonly onDrawn: () => void;
}

/** The whole page. */
export function App({ session, onDrawn }: AppProps): ReactNode {
  const { t } = useTranslation();
  // Another run is no reason to render all of the page anew.
  const hasRun = useStore(session.experiment, ({ run }) => run !== null);
  const isLesson = useStore(session.lesson, ({ room }) => room !== null);
  const isInTown = useStore(session.experiment, ({ town }) => town !== null);
  const isWide = useStore(session.view, (state) => state.isWide);
  const isOneSpread = useStore(session.view, isSpread);
  const isPlayed = useStore(session.view, ({ tab, play }) => tab === 'play' && play !== null);
  useEffect(() => {
    if (hasRun) onDrawn();
  }, [hasRun, onDrawn]);
  useBackOutOfLesson(session);
  useBackOutOfTown(session);
  const isBuilt = useStore(session.view, isBuilding) && isInTown;
  const isDropping = useTownDrop(session);
  const isStanding = useStore(session.experiment, (state) => state.isStanding);
  const page = useRef<HTMLDivElement>(null);
  useRoomAround(page);
  return (
    <div
      ref={page}
      className={styles['page']}
      data-wide={isWide || undefined}
      data-spread={isOneSpread || undefined}
      data-play={isPlayed || undefined}
      data-lesson={isLesson || undefined}
      data-town={isInTown || undefined}
      data-build={isBuilt || undefined}
    >
      <Header session={session} />
      <main className={styles['main']} aria-label={t('app.stage')}>
        <Bar session={session} />
        <div className={styles['stage']} data-part="stage">
          {hasRun && <Shown session={session} />}
          {isLesson && <Lesson session={session} part="card" />}
          {isDropping && (
            <p className={styles['drop']} data-layer>
              {t('app.drop')}
            </p>
          )}
          <Notices session={session} />
        </div>
        <div className={styles['scores']}>
          {isLesson ? (
            <Lesson session={session} part="desk" />
          ) : (
            hasRun && !isInTown && <Scores session={session} />
          )}
        </div>
      </main>
      <aside className={styles['side']} aria-label={t('app.tabs.label')}>
        {hasRun && (
          <Suspense>
            <SidePanel session={session} />
          </Suspense>
        )}
      </aside>
      <div className={styles['transport']} data-part="transport" data-layer>
        {isStanding ? <Standing session={session} /> : hasRun && <Transport session={session} />}
        {hasRun && !isLesson && !isInTown && (
          <Suspense>
            <UndoBar session={session} />
          </Suspense>
        )}
      </div>
      <Suspense>
        <HandMenu session={session} />
      </Suspense>
    </div>
  );
}

/** What can be changed of what is shown: the lesson's place in itself, the town as a whole, or the street's weather. */
function Bar({ session }: { readonly session: Session }): ReactNode {
  const isLesson = useStore(session.lesson, ({ room }) => room !== null);
  const isInTown = useStore(session.experiment, ({ town }) => town !== null);
  if (isLesson) return <Lesson session={session} part="bar" />;
  if (!isInTown) return <WeatherBar session={session} />;
  return (
    <Suspense>
      <TownBar session={session} />
    </Suspense>
  );
}

/** Back leaves a town that was opened on the page for the street; one in the address came from elsewhere. */
function useBackOutOfTown(session: Session): void {
  const hasTown = useStore(session.experiment, ({ town }) => town !== null);
  const isOpenedHere = useStore(session.view, (state) => state.isTownOpenedHere);
  useBack(hasTown && isOpenedHere, () => session.closeTown());
}

/** Back leaves a lesson that was opened on the page. */
function useBackOutOfLesson(session: Session): void {
  const isOpen = useStore(session.lesson, ({ room }) => room?.isOpenedHere ?? false);
  useBack(isOpen, () => void import('./lessonRoom').then(({ leaveLesson }) => leaveLesson(session)));
}

function Lesson(props: ComponentProps<typeof LessonPart>): ReactNode {
  return (
    <Suspense>
      <LessonPart {...props} />
    </Suspense>
  );
}

function TownView({ session }: { readonly session: Session }): ReactNode {
  const run = useStore(session.experiment, (state) => state.run);
  const selected = useStore(session.view, (state) => state.selected);
  const hovered = useStore(session.view, (state) => state.hovered);
  const onSelect = useCallback((ref: PacketRef | null) => session.select(ref), [session]);
  const onHover = useCallback((ref: PacketRef | null) => session.hover(ref), [session]);
  const onTouch = useCallback<NonNullable<StageProps['onTouch']>>(
    (of, x, y) => session.view.setState({ menu: { of, x, y } }),
    [session],
  );
  const look = useStore(session.view, (state) => state.look);
  const onLook = useCallback((next: typeof look) => session.view.setState({ look: next }), [session]);
  const leastText = useLeastText(session);
  const lens = useStore(session.view, (state) => state.lens);
  const onLens = useCallback((next: Lens) => session.view.setState({ lens: next }), [session]);
  const why = useDrawnWhy(session);
  const isLesson = useStore(session.lesson, ({ room }) => room !== null);
  const over = useCallback<NonNullable<StageProps['over']>>(
    (inSight) =>
      isLesson && (
        <Suspense>
          <LessonOnStage session={session} inSight={inSight} />
        </Suspense>
      ),
    [session, isLesson],
  );
  const tools = useMemo(() => <PictureTools session={session} />, [session]);
  if (!run) return null;
  const pointing = {
    selected,
    hovered,
    onSelect,
    onHover,
    onTouch,
    leastText,
    why,
    tools,
    over,
    lens,
    onLens,
  };
  return (
    <Boundary of={run.experiment}>
      <Stage run={run} playhead={session.playback.playhead} look={look} onLook={onLook} {...pointing} />
    </Boundary>
  );
}

function Standing({ session }: { readonly session: Session }): ReactNode {
  return (
    <Suspense>
      <StandingBar session={session} />
    </Suspense>
  );
}

function Transport({ session }: { readonly session: Session }): ReactNode {
  const run = useSeenRun(session);
  const onUndo = useCallback(() => session.undo(), [session]);
  const onRedo = useCallback(() => session.redo(), [session]);
  const moreKeys = useMoreKeys();
  const voice = useTownVoice(session);
  const { playback } = session;
  return run && <TransportBar {...{ run, playback, onUndo, onRedo, moreKeys, voice }} />;
}

/** The street's own stage, or the map of a town. */
function Shown({ session }: { readonly session: Session }): ReactNode {
  const isTownShown = useStore(
    session.experiment,
    ({ town, problem, shown, isStanding }) =>
      isTown(shown) || (town !== null && (problem !== null || isStanding)),
  );
  const leastText = useLeastText(session);
  return isTownShown ? (
    <Suspense>
      <TownMap session={session} leastText={leastText} />
    </Suspense>
  ) : (
    <TownView session={session} />
  );
}

/** Writing for the last row of a classroom: 36 px of 1080, more where the glyphs are small (16 minutes of arc at six image heights). */
const PROJECTED_TEXT = 36 / 1080;
/** Beside an instrument, or what a lesson lets change, half a town has to do: 16 minutes of arc at four to five image heights. */
const BESIDE_TEXT = 24 / 1080;

/** The least size of writing on the stage, in px. */
function useLeastText({ view, lesson }: Session): number {
  const isProjected = useStore(view, (state) => state.isProjected);
  const isWide = useStore(view, (state) => state.isWide);
  const isBeside = useIsChanging(lesson) || isWide;
  return isProjected ? window.innerHeight * (isBeside ? BESIDE_TEXT : PROJECTED_TEXT) : 0;
}
