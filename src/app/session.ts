import { Simulator, type StartWorker } from '../bridge/simulator';
import type { LinkSettings, Payload, PortPerTransport, Weather } from '../experiment/experiment';
import { type Comparison, withoutNews } from '../experiment/comparison';
import { LIMITS } from '../experiment/limits';
import { isSameButCommands } from '../experiment/sameExperiment';
import { defaultStreet, type Street } from '../experiment/street';
import type { TownFile } from '../experiment/townFile';
import { knownUntilNs } from '../playback/course';
import { Playback } from '../playback/playback';
import { isSamePacket, type PacketRef, type Run } from '../trace/run';
import { CompleteRuns } from './completeRuns';
import { createExperimentStore, type ExperimentStore, subjectOf } from './experimentStore';
import { followPackets } from './followPackets';
import { remember, sharesMoments, stepBack, stepForward } from './history';
import { createLessonStore, type LessonStore } from './lessonStore';
import { notice, type Notice, noticeOf } from './notice';
import type { Opening } from './opening';
import { OtherFuture } from './otherFuture';
import { Pace } from './pace';
import { experimentOf, impossibilityOf, isTown, type Subject } from './subject';
import { changeLink, changeWeather, moveLastChangeToStart, type Since } from './streetChanges';
import type { WhyQuestion } from '../trace/why';
import type { Tab, ViewState, ViewStore } from './viewStore';

/** One viewer's town: the experiment, its run, time, and everything that can be done to them. */
export class Session {
  readonly playback = new Playback();
  readonly experiment: ExperimentStore;
  readonly view: ViewStore;
  readonly lesson: LessonStore = createLessonStore();
  readonly #simulator: Simulator;
  readonly #otherFuture: OtherFuture;
  readonly #runs = new CompleteRuns();
  readonly #pace = new Pace(this.playback);
  /** Where the playhead goes as soon as the run has come so far, and whether it plays from there. */
  #wanted: Opening | null = null;
  /** What was asked of the simulator last. */
  #running: Subject;

  constructor(street: Street, view: ViewStore, startWorker: StartWorker) {
    this.experiment = createExperimentStore(street);
    this.#running = street;
    this.view = view;
    this.#simulator = new Simulator(startWorker, {
      onRun: (run) => this.#show(run),
      onProblem: (problem) => this.#fail(noticeOf(problem)),
    });
    view.subscribe(({ play }) => this.playback.holdAt('play', play?.heldNs ?? null));
    this.#otherFuture = new OtherFuture(this.experiment, this.#runs, startWorker);
  }

  /** Runs another street or a town from its beginning, or opens it at a moment. */
  open(subject: Subject, opening: Opening): void {
    this.#remember();
    this.#pace.open(this.#running, subject, opening.speed);
    const isStanding = impossibilityOf(subject) !== null;
    if (isStanding) this.playback.pause();
    this.experiment.setState({ isStanding });
    this.#begin(subject, opening);
  }

  /** The open town after something was built: it runs from its beginning unless nothing of it moves otherwise. */
  changeTown(town: TownFile): void {
    const { town: editedFrom } = this.experiment.getState();
    this.#remember();
    this.#rebuild(town, true);
    this.experiment.setState({ editedFrom });
  }

  /** Back to the street as it was left. */
  closeTown(): void {
    this.open(this.experiment.getState().street, { atNs: 0, isPlaying: true });
  }

  undo(): void {
    this.#travel(stepBack);
  }

  redo(): void {
    this.#travel(stepForward);
  }

  /** Which other future stands beside this one. */
  compare(comparison: Comparison): void {
    this.#otherFuture.forgetSwap();
    this.experiment.setState({ comparison });
    this.#otherFuture.seek();
  }

  /** Shows the other future at the same moment, and makes this one the other. */
  swapFutures(): void {
    const { street, otherStreet: other, comparison } = this.experiment.getState();
    if (!other) return;
    this.#otherFuture.swap(other, street);
    this.changeTo(other, comparison);
  }

  /** Another street at the moment that is shown, compared with what would be without what is new in it, unless asked otherwise. */
  changeTo(street: Street, comparison = withoutNews(this.experiment.getState().street, street)): void {
    this.#remember();
    this.experiment.setState({ comparison });
    this.#run(street);
  }

  /** The nanosecond from which on a change holds: where the playhead is, or is about to be once the run that was opened comes. */
  nowNs(): number {
    // A pause falls between two nanoseconds; a change is at the later one.
    return this.#wanted?.atNs ?? Math.ceil(this.playback.playhead.get());
  }

  /** A street or a town in which something new happens now. */
  changeFromNow(subject: Subject): void {
    // What is shown has to be of then.
    if (this.#wanted === null) this.playback.seek(this.nowNs());
    if (isTown(subject)) this.changeTown(subject);
    else this.changeTo(subject);
  }

  /** Runs another street from its beginning, playing. */
  restartWith(change: Partial<Street>): void {
    this.open({ ...this.experiment.getState().street, ...change }, { atNs: 0, isPlaying: true });
  }

  /** Another message; what was changed while the old one was on its way is forgotten. */
  send(payload: Payload): void {
    const { payload: before, reliability } = this.experiment.getState().street;
    this.#pace.send(before, payload);
    // Only blocks with numbers can be acknowledged by an app.
    const kept = payload.numbered ? reliability : null;
    this.restartWith({ payload, pieceBytes: null, commands: [], reliability: kept });
  }

  /** Back from a file to words. */
  sendDefaultText(): void {
    this.send(defaultStreet(this.view.getState().language).payload);
  }

  setPorts(ports: PortPerTransport): void {
    this.restartWith({ ports });
  }

  setWeather(change: Partial<Weather>): void {
    this.#change((street, since) => changeWeather(street, change, since));
  }

  setLink(change: Partial<LinkSettings>): void {
    this.#change((street, since) => changeLink(street, change, since));
  }

  /** From when on changes hold; one that was made just now goes to the start with that. */
  setChangesFrom(changesFrom: ViewState['changesFrom']): void {
    this.view.setState({ changesFrom });
    const { street } = this.experiment.getState();
    const moved = changesFrom === 'now' ? street : moveLastChangeToStart(street);
    if (moved !== street) this.open(moved, { atNs: 0, isPlaying: true });
  }

  /** What has come of a run that takes long is enough: `end` gives it its end. */
  stopComputing(end: (run: Run) => Run): void {
    const run = this.#simulator.stop();
    if (run) this.#show(end(run));
  }

  /** A chosen packet is opened, or asked about where that is what is looked at. */
  select(selected: PacketRef | null): void {
    const { tab } = this.view.getState();
    this.point(selected);
    if (selected && tab !== 'why' && tab !== 'play') this.view.setState({ tab: 'packet' });
  }

  /** The same without another instrument. */
  point(selected: PacketRef | null): void {
    this.view.setState({ selected, why: selected && { kind: 'sent', ...selected } });
  }

  /** Asks why, in words and as arrows over the town. */
  ask(why: WhyQuestion | null): void {
    this.view.setState({ why });
  }

  hover(hovered: PacketRef | null): void {
    // A pointer that moves over one packet says so again and again.
    if (!isSamePacket(this.view.getState().hovered, hovered)) this.view.setState({ hovered });
  }

  showTab(tab: Tab): void {
    const before = this.view.getState().tab;
    if (tab !== before) this.view.setState({ tab, isWhyKept: before === 'why' });
  }

  notify(told: Notice | null): void {
    this.experiment.setState({ notice: told });
  }

  /** From the playhead on if the run is under way, otherwise for the whole run, which then starts again. */
  #change(apply: (street: Street, since: Since) => Street): void {
    const { street } = this.experiment.getState();
    const hasEnded = this.#wanted === null && this.playback.store.getState().hasEnded;
    const nowNs = this.nowNs();
    if (nowNs === 0 || hasEnded || this.view.getState().changesFrom === 'start') {
      this.open(apply(street, 'start'), { atNs: 0, isPlaying: true });
      return;
    }
    const changed = apply(street, nowNs);
    if (changed.commands.length > LIMITS.commands) {
      this.notify(notice('tooManyCommands'));
      return;
    }
    this.changeFromNow(changed);
  }

  /** What is shown is left for something else; before anything was shown there is nothing to go back to. */
  #remember(): void {
    const state = this.experiment.getState();
    if (state.run) this.experiment.setState({ history: remember(state.history, subjectOf(state)) });
  }

  #travel(take: typeof stepBack): void {
    const state = this.experiment.getState();
    const present = subjectOf(state);
    const step = take(state.history, present);
    if (!step) return;
    const { history, subject } = step;
    const { isPlaying } = this.playback.store.getState();
    this.experiment.setState({ history });
    if (isTown(subject) !== isTown(present)) this.#pace.open(this.#running, subject, undefined);
    if (isTown(subject) && isTown(present)) return this.#rebuild(subject, isPlaying);
    if (!isTown(subject) && !isTown(present))
      this.experiment.setState({ comparison: withoutNews(present, subject) });
    if (sharesMoments(present, subject)) return this.#run(subject);
    this.#begin(subject, { atNs: 0, isPlaying });
  }

  /** Where a house stands is nothing that runs, and what was done by hand leaves all before it: then the moment stays. */
  #rebuild(town: TownFile, isPlaying: boolean): void {
    const { run } = this.experiment.getState();
    if (run && isSameButCommands(run.experiment, experimentOf(town))) return this.#run(town);
    this.#begin(town, { atNs: 0, isPlaying });
  }

  #begin(subject: Subject, opening: Opening): void {
    // What is shown stays, and where time stands in it.
    if (impossibilityOf(subject)) return this.#run(subject);
    this.view.setState({ selected: null, hovered: null, why: null, play: null, menu: null });
    this.playback.pause();
    this.playback.zoom.setState({ range: null });
    this.#wanted = opening;
    this.#run(subject);
    if (opening.isPlaying) this.playback.play();
  }

  /** Runs something else; what is shown stays until this has come as far, or for good if this is impossible. */
  #run(subject: Subject): void {
    const problem = impossibilityOf(subject);
    const asked = isTown(subject) ? { town: subject } : { town: null, street: subject };
    this.experiment.setState({ ...asked, problem, editedFrom: null, notice: null });
    if (problem) return;
    this.#running = subject;
    const experiment = experimentOf(subject);
    const known = this.#runs.find(experiment);
    if (known) {
      this.#simulator.stop();
      return this.#show(known);
    }
    this.experiment.setState({ isComputing: true });
    this.#simulator.run(experiment);
    this.#otherFuture.seek();
  }

  #fail(told: Notice): void {
    // The moment was one of the run that did not come; the next is not to be thrown back to it.
    this.#wanted = null;
    this.experiment.setState({ isComputing: false, notice: told });
  }

  #show(run: Run): void {
    const shown = this.experiment.getState().run;
    const reachedNs = knownUntilNs(run);
    // A worker that died begins the same experiment again, in other traces.
    const isNew = shown?.traces !== run.traces;
    // The run before stays in sight until this one has caught up, so that nothing flickers.
    if (isNew && this.#wanted === null && !run.result && reachedNs < this.playback.playhead.get()) return;
    if (isNew) this.view.setState(followPackets(this.view.getState(), shown, run));
    const wanted = this.#wanted;
    if (wanted?.atNs === 0) this.playback.seek(0);
    this.playback.follow(run);
    if (isTown(this.#running)) this.#pace.show(run);
    if (wanted && (run.result || reachedNs >= wanted.atNs)) {
      this.playback.seek(wanted.atNs);
      this.#wanted = null;
      // Meanwhile the run before may have come to its end.
      if (wanted.isPlaying) this.playback.play();
    }
    this.experiment.setState({ run, shown: this.#running, isStanding: false, isComputing: !run.result });
    if (!run.result) return;
    this.#runs.keep(run);
    this.#otherFuture.seek();
  }
}
