import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Street } from '../../experiment/street';
import type { Playback } from '../../playback/playback';
import type { Run } from '../../trace/run';
import { beatAt, changedStreet, momentsOfBeats, sceneStreet } from '../course';
import { outcomesOf } from './outcomes';
import { isSameStreet } from './sameStreet';
import { atStep, heldNs, mayPlay, type PlayerState, type Progress, stepOf, variantAt } from './state';

/** What the player needs of the page: a town that runs streets, and time. */
export interface LessonTown {
  readonly playback: Playback;
  /** What is on stage, or on its way there. */
  street(): Street;
  /** The run of that street, if it is on stage and whole. */
  wholeRun(): Run | null;
  /** Runs that street and stands at that moment of it, paused. */
  open(street: Street, atNs: number): void;
  /** Calls whenever a whole run is on stage; gives what ends that. */
  onWholeRun(listener: (run: Run) => void): () => void;
}

/** Before anything has happened. */
const NOTHING_SHOWN = {
  moments: [],
  outcomes: {},
  refusals: 0,
  showsCaption: true,
  showsNotes: false,
  showsSpotlight: false,
  isBlank: false,
  isRevealed: false,
};

/** Leads through a lesson: which scene is on stage, how far it is played, and what has been said. */
export class LessonPlayer {
  readonly store: StoreApi<PlayerState>;
  readonly #town: LessonTown;
  readonly #stopListening: readonly (() => void)[];
  /** The run of the street that was asked for was not on stage yet, or is not whole; when it is, this is done. */
  #isWaiting = true;
  #afterwards: () => void = () => {};

  constructor(town: LessonTown, progress: Progress) {
    this.#town = town;
    this.store = createStore<PlayerState>(() => ({ ...progress, ...NOTHING_SHOWN }));
    this.#stopListening = [
      town.onWholeRun((run) => this.#take(run)),
      this.store.subscribe(() => this.#hold()),
      town.playback.store.subscribe(({ isHeldBack }, before) => {
        if (isHeldBack && !before.isHeldBack && !mayPlay(this.store.getState())) this.#refuse();
      }),
    ];
    this.#hold();
    town.playback.guardWith((move) => this.#mayMove(move));
    town.playback.setSpeed(progress.lesson.scene.speed);
    this.#stand();
  }

  /** Lets go of the town, which stays as it is. */
  leave(): void {
    for (const stop of this.#stopListening) stop();
    this.#town.playback.holdAt('lesson', null);
    this.#town.playback.guardWith(null);
    this.#town.playback.stopAt([]);
  }

  /** The beat that is told just now, or -1. */
  beatNow(): number {
    const { moments, beat } = this.store.getState();
    return beatAt(moments, this.#town.playback.playhead.get(), beat);
  }

  predict(question: string, option: string): void {
    const { predicted } = this.store.getState();
    this.store.setState({ predicted: { ...predicted, [question]: option } });
  }

  /** Shows it without a prediction. */
  skipPrediction(): void {
    if (mayPlay(this.store.getState())) return;
    this.store.setState({ hasSkipped: true });
    this.next();
  }

  /** On to the next beat, or from a part of the lesson to the next. */
  next(): void {
    const state = this.store.getState();
    if (!mayPlay(state)) return this.#refuse();
    if (state.part !== 'watch') return state.part === 'end' ? undefined : this.goTo(stepOf(state) + 1);
    const isWaiting = this.#isBefore(state.beat);
    // Asked for once more while it plays towards the beat: there at once.
    if (isWaiting) return this.#town.playback.store.getState().isPlaying ? this.#stand() : this.#watch();
    return this.goTo(stepOf({ ...state, beat: Math.max(this.beatNow(), 0) }) + 1);
  }

  /** Back by one, at once. */
  previous(): void {
    const state = this.store.getState();
    const step =
      state.part === 'watch' ? stepOf({ ...state, beat: Math.max(this.beatNow(), 0) }) : stepOf(state);
    this.#move(Math.max(0, step - 1));
    this.#stand();
  }

  /** To a step: a beat that follows is played towards, everything else is there at once. */
  goTo(step: number): void {
    const before = this.store.getState();
    if (step > 0 && !mayPlay(before)) return this.#refuse();
    this.#move(step);
    const { part, beat } = this.store.getState();
    const isNext = part === 'watch' && (before.part !== 'watch' || beat === before.beat + 1);
    if (part === 'watch' && isNext) this.#watch();
    else this.#stand();
  }

  choose(control: string, value: string): void {
    const { chosen } = this.store.getState();
    this.store.setState({ chosen: { ...chosen, [control]: value } });
    this.#stand();
  }

  /** A wrong answer shows the scene that refutes it. */
  answer(id: string): void {
    const { lesson } = this.store.getState();
    const option = lesson.check.options.find((one) => one.id === id);
    this.store.setState({ answer: id });
    if (!option || option.isRight) return;
    this.#move(1 + lesson.beats.findIndex((beat) => beat.id === option.refuteBeat));
    this.#stand();
  }

  /** Back to the check question from the scene that refuted an answer. */
  askAgain(): void {
    const { lesson } = this.store.getState();
    this.store.setState({ answer: null });
    this.goTo(lesson.beats.length + 3);
  }

  /** Shows what is right: at the check question the answer, before that what comes of the next prediction. */
  reveal(): void {
    const state = this.store.getState();
    if (state.part === 'check') return this.store.setState({ isRevealed: true });
    if (!mayPlay(state)) return this.#refuse();
    const { beats, predict } = state.lesson;
    const answers = predict.map(({ answerBeat }) => 1 + beats.findIndex(({ id }) => id === answerBeat));
    const next = answers.toSorted((a, b) => a - b).find((step) => step > stepOf(state));
    if (next === undefined) return;
    this.#move(next);
    this.#stand();
  }

  toggle(what: 'showsCaption' | 'showsNotes' | 'showsSpotlight' | 'isBlank'): void {
    const state = this.store.getState();
    if (what === 'isBlank') this.#town.playback.pause();
    this.store.setState({ [what]: !state[what] });
  }

  #move(step: number): void {
    this.store.setState({ ...atStep(this.store.getState().lesson, step), refusals: 0, isRevealed: false });
  }

  /** Plays the scene towards the beat, from its beginning if another scene was on stage. */
  #watch(): void {
    const { playback } = this.#town;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#show(() => {
      const { beat } = this.store.getState();
      if (isStill || !this.#isBefore(beat)) this.#seekBeat();
      else playback.run();
    });
  }

  /** Shows where one is without playing; what was changed is played, so that it is seen. */
  #stand(): void {
    const { part } = this.store.getState();
    const { playback } = this.#town;
    playback.pause();
    this.#show(() => {
      if (part === 'watch') this.#seekBeat();
      else if (part === 'change' || part === 'make') this.#playAll();
      else playback.seek(this.#fromNs());
    });
  }

  #playAll(): void {
    const { playback } = this.#town;
    playback.seek(this.#fromNs());
    playback.run();
  }

  #seekBeat(): void {
    const { moments, beat } = this.store.getState();
    this.#town.playback.pause();
    this.#town.playback.seek(moments[beat]?.timeNs ?? this.#fromNs());
  }

  /** Puts the scene on stage that belongs here, then goes on. */
  #show(then: () => void): void {
    const state = this.store.getState();
    const { lesson, part, chosen } = state;
    const variant = variantAt(state);
    const isChanged = part === 'change' || part === 'make';
    const street = isChanged ? changedStreet(lesson, variant, chosen) : sceneStreet(lesson, variant);
    const isThere = isSameStreet(this.#town.street(), street);
    if (isThere && !this.#isWaiting) {
      this.#setStops();
      return then();
    }
    this.#afterwards = then;
    if (!isThere) this.#open(street);
    // A run that was on stage already does not come anew.
    const run = this.#town.wholeRun();
    if (run && this.#isWaiting) this.#take(run);
  }

  #open(street: Street): void {
    this.#isWaiting = true;
    this.store.setState({ moments: [] });
    this.#town.playback.stopAt([]);
    this.#town.open(street, this.#fromNs());
  }

  #take(run: Run): void {
    const state = this.store.getState();
    const variant = variantAt(state);
    const moments = momentsOfBeats(state.lesson, run, variant);
    // Hands may have made another run of it: that one says nothing about what was predicted.
    const isOwn = isSameStreet(this.#town.street(), sceneStreet(state.lesson, variant));
    const outcomes = state.part === 'watch' && isOwn ? outcomesOf(state.lesson, run, moments) : {};
    this.store.setState({ moments, outcomes: { ...state.outcomes, ...outcomes } });
    this.#setStops();
    if (!this.#isWaiting) return;
    this.#isWaiting = false;
    this.#afterwards();
  }

  #setStops(): void {
    const { moments, part } = this.store.getState();
    const times = moments.flatMap((moment) => (moment ? [moment.timeNs] : []));
    this.#town.playback.stopAt(part === 'watch' ? times : []);
  }

  /** As long as nothing is predicted, nobody sees what comes. */
  #hold(): void {
    this.#town.playback.holdAt('lesson', heldNs(this.store.getState()));
  }

  #isBefore(beat: number): boolean {
    const timeNs = this.store.getState().moments[beat]?.timeNs;
    return timeNs === undefined || this.#town.playback.playhead.get() < timeNs;
  }

  #mayMove(move: 'play' | 'step'): boolean {
    const state = this.store.getState();
    if (!mayPlay(state)) {
      this.#refuse();
      return false;
    }
    const nextNs = state.moments[this.beatNow() + 1]?.timeNs;
    const isOneMoment = state.part === 'watch' && nextNs === this.#town.playback.playhead.get();
    // Going on from the question is the first beat; several beats at one moment are told one by one.
    if (state.part !== 'predict' && (move === 'step' || !isOneMoment)) return true;
    this.next();
    return false;
  }

  #refuse(): void {
    this.store.setState({ refusals: this.store.getState().refusals + 1 });
  }

  #fromNs(): number {
    return this.store.getState().lesson.scene.fromNs;
  }
}
