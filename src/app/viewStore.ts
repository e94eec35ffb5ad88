import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Place } from '../experiment/townEdits';
import type { Language } from '../i18n/language';
import { FIRST_LOOK, type LadderLook } from '../panels/ladder/look';
import type { PlayState } from '../panels/play/playProps';
import type { Lens } from '../stage/lens';
import type { PacketRef } from '../trace/run';
import type { WhyQuestion } from '../trace/why';

export type Theme = 'light' | 'dark';
export const TABS = [
  'ladder',
  'packet',
  'why',
  'hands',
  'window',
  'sockets',
  'charts',
  'play',
  'app',
  'transcript',
] as const;
/** The instruments of a town: those that are not made for one message between two buildings, and its own. */
export const TOWN_TABS = [
  'ladder',
  'packet',
  'why',
  'tables',
  'journey',
  'sockets',
  'doors',
  'names',
  'charts',
  'transcript',
  'build',
] as const;
export type Tab = (typeof TABS)[number] | (typeof TOWN_TABS)[number];

/** A sheet with what can be done to one thing, beside the place where it was pressed (CSS pixels in the window). */
export interface HandMenuState {
  readonly of:
    | { readonly kind: 'packet'; readonly packet: PacketRef }
    | { readonly kind: 'link' | 'host'; readonly id: string };
  readonly x: number;
  readonly y: number;
}

/** How the viewer looks at it; none of this changes the run. */
export interface ViewState {
  readonly selected: PacketRef | null;
  readonly hovered: PacketRef | null;
  readonly menu: HandMenuState | null;
  readonly tab: Tab;
  /** What of a town is chosen on the map and in the builder. */
  readonly chosen: Place | null;
  /** The town was opened on the page, in the street's place. */
  readonly isTownOpenedHere: boolean;
  /** What is asked under "Why?"; null: what everyone waits for at the playhead. */
  readonly why: WhyQuestion | null;
  /** The ladder was opened from "Why?". */
  readonly isWhyKept: boolean;
  /** The game that is played, or null. */
  readonly play: PlayState | null;
  /** The instruments take half of the page, two at a time; the other one's tab is `secondTab`. The same twice is one, over both places. */
  readonly isWide: boolean;
  readonly secondTab: Tab;
  /** What is written in the transcript's filter; it outlasts a look at another instrument. */
  readonly transcriptFilter: string;
  readonly ladderLook: LadderLook;
  /** The layer by whose eyes the town is seen. */
  readonly lens: Lens;
  readonly language: Language;
  readonly theme: Theme;
  /** Everything as large as the last row of a classroom needs it, and nothing but the town. */
  readonly isProjected: boolean;
  /** The town with its metaphor, or plain hosts, ports and links. */
  readonly look: 'town' | 'protocol';
  /** Changes of the road hold from the playhead on, or for the whole run. */
  readonly changesFrom: 'now' | 'start';
}

export type ViewStore = StoreApi<ViewState>;

/** A view of nothing in particular. */
export function createViewStore(language: Language, theme: Theme): ViewStore {
  return createStore<ViewState>(() => ({
    selected: null,
    hovered: null,
    menu: null,
    tab: 'ladder',
    chosen: null,
    isTownOpenedHere: false,
    why: null,
    isWhyKept: false,
    play: null,
    isWide: false,
    secondTab: 'window',
    transcriptFilter: '',
    ladderLook: FIRST_LOOK,
    lens: 'all',
    language,
    theme,
    isProjected: false,
    look: 'town',
    changesFrom: 'now',
  }));
}

/** One instrument has the places of two. */
export function isSpread({ isWide, tab, secondTab }: ViewState): boolean {
  return isWide && tab === secondTab;
}

/** The builder is one of the instruments in sight. */
export function isBuilding({ isWide, tab, secondTab }: ViewState): boolean {
  return tab === 'build' || (isWide && secondTab === 'build');
}

const WHY_NOTHING: WhyQuestion = { kind: 'silence', lane: 0, timeNs: 0 };

/** What is asked where one can see the answer, on the stage and the ladder too: a look at the ladder keeps it open. */
export function openWhy({ why, isWhyKept, tab, isWide, secondTab }: ViewState): WhyQuestion | null {
  const isOpen = tab === 'why' || (isWide && secondTab === 'why') || (tab === 'ladder' && isWhyKept);
  return isOpen ? (why ?? WHY_NOTHING) : null;
}
