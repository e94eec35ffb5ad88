import { type ComponentType, lazy, type ReactNode, useCallback, useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { callPayload } from '../experiment/call';
import type { Place } from '../experiment/townEdits';
import type { TownFile } from '../experiment/townFile';
import type { LadderLook } from '../panels/ladder/look';
import type { PlayState } from '../panels/play/playProps';
import type { PacketRef } from '../trace/run';
import type { WhyQuestion } from '../trace/why';
import styles from './App.module.css';
import { BuildInstrument } from './BuildInstrument';
import { HandsInstrument } from './HandsInstrument';
import type { InstrumentProps } from './instrumentProps';
import { NamesInstrument } from './NamesInstrument';
import { PacketInstrument } from './PacketInstrument';
import type { Session } from './session';
import { useDrawnWhy } from './useDrawnWhy';
import { seenPacket, seenQuestion, useSeenRun } from './useSeenRun';
import { TablesInstrument } from './TablesInstrument';
import type { Tab } from './viewStore';

const Ladder = lazy(async () => ({ default: (await import('../panels/Ladder')).Ladder }));
const Window = lazy(async () => ({ default: (await import('../panels/Window')).Window }));
const Journey = lazy(async () => ({ default: (await import('../panels/Journey')).Journey }));
const Why = lazy(async () => ({ default: (await import('../panels/Why')).Why }));
const Play = lazy(async () => ({ default: (await import('../panels/Play')).Play }));
const Sockets = lazy(async () => ({ default: (await import('../panels/Sockets')).Sockets }));
const Doors = lazy(async () => ({ default: (await import('../panels/Doors')).Doors }));
const Charts = lazy(async () => ({ default: (await import('../panels/Charts')).Charts }));
const AppView = lazy(async () => ({ default: (await import('../panels/AppView')).AppView }));
const Transcript = lazy(async () => ({ default: (await import('../panels/Transcript')).Transcript }));

/** Each instrument over the run; one that needs more than `PointingProps` takes it from the session here. */
const INSTRUMENTS: Readonly<Record<Tab, ComponentType<InstrumentProps>>> = {
  ladder: LadderInstrument,
  packet: PacketInstrument,
  window: Window,
  hands: HandsInstrument,
  sockets: Sockets,
  charts: ChartsInstrument,
  app: AppInstrument,
  transcript: TranscriptInstrument,
  why: WhyInstrument,
  play: PlayInstrument,
  doors: DoorsInstrument,
  build: BuildInstrument,
  tables: TablesInstrument,
  names: NamesInstrument,
  journey: JourneyInstrument,
};

/**
 * One instrument, in step with the playhead and with what is pointed at elsewhere. Another run is drawn on the stage
 * first: that is what somebody who has just changed something looks at.
 */
export function Instrument({ tab, session }: { readonly tab: Tab; readonly session: Session }): ReactNode {
  const whole = useStore(session.experiment, (state) => state.run);
  const seen = useSeenRun(session);
  // The game knows what it asks about.
  const run = tab === 'play' ? whole : seen;
  const other = useStore(session.experiment, (state) =>
    seen === state.run && !state.town ? state.other : null,
  );
  const selected = useStore(session.view, (state) => seenPacket(run, state.selected));
  const hovered = useStore(session.view, (state) => seenPacket(run, state.hovered));
  const onSelect = useCallback((ref: PacketRef | null) => session.select(ref), [session]);
  const onHover = useCallback((ref: PacketRef | null) => session.hover(ref), [session]);
  const onSeek = useCallback((timeNs: number) => session.playback.seek(timeNs), [session]);
  const shown = useDeferredValue(
    useMemo(() => run && { run, other, selected, hovered }, [run, other, selected, hovered]),
  );
  // Instruments follow a run that grows or is another a little later than the town: meanwhile they show the one before.
  const isBehind = shown?.run !== run;
  const { playhead } = session.playback;
  const Panel = INSTRUMENTS[tab];
  // The same element is not rendered again with what is about to be out of date.
  const panel = useMemo(
    () => shown && <Panel {...{ ...shown, playhead, onSelect, onHover, onSeek, session }} />,
    [Panel, shown, playhead, onSelect, onHover, onSeek, session],
  );
  if (!panel) return null;
  return (
    <div className={styles['instrument']} aria-busy={isBehind}>
      {panel}
    </div>
  );
}

/** The charts and the timeline show one stretch of time. */
function ChartsInstrument({ session, ...props }: InstrumentProps): ReactNode {
  return <Charts {...props} zoom={session.playback.zoom} />;
}

/** Whose doors are seen is what is chosen on the map. */
function DoorsInstrument({ session, ...props }: InstrumentProps): ReactNode {
  const chosen = useStore(session.view, (state) => state.chosen);
  const onChoose = useCallback((place: Place) => session.view.setState({ chosen: place }), [session]);
  const town = useStore(session.experiment, (state) => state.town);
  const onChange = useCallback((changed: TownFile) => session.changeTown(changed), [session]);
  return <Doors {...props} {...{ chosen, onChoose, town, onChange }} />;
}

/** Half a minute would be too long to watch: a second of a call says it all. */
const CALL_FRAMES = 50;

function AppInstrument({ session, ...props }: InstrumentProps): ReactNode {
  const onCall = useCallback(() => session.send(callPayload(CALL_FRAMES)), [session]);
  return <AppView {...props} onCall={onCall} />;
}

/** Below this the instruments have the page's whole width already. */
const NARROW = '(width < 60rem)';

/** How the ladder is looked at outlasts a look at another instrument. */
function LadderInstrument({ session, ...props }: InstrumentProps): ReactNode {
  const { view } = session;
  const look = useStore(view, (state) => state.ladderLook);
  const why = seenQuestion(props.run, useDrawnWhy(session));
  const onLook = useCallback((ladderLook: LadderLook) => view.setState({ ladderLook }), [view]);
  const isProjected = useStore(view, (state) => state.isProjected);
  const onSpread = useCallback(
    () => view.setState({ isWide: true, tab: 'ladder', secondTab: 'ladder' }),
    [view],
  );
  const canSpread = !isProjected && !matchMedia(NARROW).matches;
  return (
    <Ladder {...props} look={look} onLook={onLook} why={why} onSpread={canSpread ? onSpread : undefined} />
  );
}

/** A step selects its packet without leaving the journey for it. */
function JourneyInstrument({ session, ...props }: InstrumentProps): ReactNode {
  const onSelect = useCallback((ref: PacketRef | null) => session.point(ref), [session]);
  return <Journey {...props} onSelect={onSelect} />;
}

/** A line selects its packet without leaving the transcript for it. */
function TranscriptInstrument({ session, ...props }: InstrumentProps): ReactNode {
  const { view } = session;
  const filter = useStore(view, (state) => state.transcriptFilter);
  const onSelect = useCallback((ref: PacketRef | null) => session.point(ref), [session]);
  const onFilter = useCallback((transcriptFilter: string) => view.setState({ transcriptFilter }), [view]);
  return <Transcript {...props} {...{ filter, onFilter, onSelect }} />;
}

/** The question is part of the view: the stage and the ladder draw the answer too. */
function WhyInstrument({ session, ...pointing }: InstrumentProps): ReactNode {
  const question = useStore(session.view, (state) => seenQuestion(pointing.run, state.why));
  const onAsk = useCallback((asked: WhyQuestion | null) => session.ask(asked), [session]);
  return <Why {...pointing} question={question} onAsk={onAsk} />;
}

/** While a game is played nothing beside it shows what is to come. */
function PlayInstrument({ session, ...pointing }: InstrumentProps): ReactNode {
  const { view, playback } = session;
  const play = useStore(view, (state) => state.play);
  const onPlay = useCallback(
    (next: PlayState | null) => view.setState(next ? { play: next, isWide: false } : { play: next }),
    [view],
  );
  const onRun = useCallback(
    (isRunning: boolean) => (isRunning ? playback.play() : playback.pause()),
    [playback],
  );
  return <Play {...pointing} {...{ play, onPlay, onRun }} />;
}
