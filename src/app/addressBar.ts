import { encodeLink, decodeLink, payloadSha256 } from '../experiment/linkCodec';
import type { Payload } from '../experiment/experiment';
import { LIMITS } from '../experiment/limits';
import type { Problem } from '../experiment/problem';
import { defaultStreet } from '../experiment/street';
import { isPassedAddress } from '../ui/backStack';
import { closeLesson } from './closeLesson';
import { subjectOf } from './experimentStore';
import type { LessonRoom } from './lessonStore';
import { notice, type Notice } from './notice';
import { findPayload, keepPayload } from './payloadStore';
import type { Session } from './session';
import type { Subject } from './subject';
import type { TownView } from './townAddress';

/** The address is rewritten at most so often; browsers refuse more than a hundred times in half a minute. */
const WRITE_EVERY_MS = 400;
/** While it plays only the moment changes, which a reload must not lose; what is written as a page goes is lost to it. */
const WRITE_MOMENT_EVERY_MS = 1000;

/** Opens what `text`, the hash of an address, says: nothing when it is empty, the first town when it is unreadable. */
async function openAddress(session: Session, startsPaused: boolean, text: string): Promise<void> {
  lastOpening += 1;
  const opening = lastOpening;
  const { street } = session.experiment.getState();
  if (text === '') return;
  const lesson = text.startsWith('/') ? await lessonIn(text) : undefined;
  if (opening !== lastOpening) return;
  if (lesson) return lesson.open(session);
  await closeLesson(session);
  if (text.startsWith('town=')) return openTown(session, startsPaused, text);
  const link = decodeLink(text);
  if (!link.ok) {
    openDefault(session, startsPaused, problemNotice(link.problem));
    return;
  }
  if (!link.missingPayload) {
    openState(session, link.state.street, link.state, startsPaused);
    return;
  }
  const payload = await findPayload(link.missingPayload);
  // Meanwhile another address may have come, or the viewer has gone on to something else.
  if (opening !== lastOpening || session.experiment.getState().street !== street) return;
  if (payload) {
    openState(session, { ...link.state.street, payload }, link.state, startsPaused);
    return;
  }
  const { name } = link.missingPayload;
  openDefault(session, startsPaused, { key: 'missingPayload', values: { name }, showsDefaultTown: false });
}

async function openTown(session: Session, startsPaused: boolean, text: string): Promise<void> {
  const opening = lastOpening;
  towns ??= await import('./townAddress');
  if (opening !== lastOpening) return;
  const address = towns.readTownAddress(text);
  if (!address) return openDefault(session, startsPaused, notice('keptTownMissing'));
  if (!address.ok) return openDefault(session, startsPaused, problemNotice(address.problem));
  openState(session, address.town, address.view, startsPaused);
}

/** The lesson that an address speaks of, if there is such a one. */
async function lessonIn(text: string): Promise<{ readonly open: (session: Session) => void } | undefined> {
  const [{ readLessonLink }, { enterLesson }] = await Promise.all([
    import('../lessons/player/lessonLink'),
    import('./lessonRoom'),
  ]);
  const link = readLessonLink(text);
  if (!link) return undefined;
  const { language, progress } = link;
  return {
    open(session) {
      if (language) session.view.setState({ language });
      enterLesson(session, progress, 'address');
    },
  };
}

/** What reads and writes addresses of towns, and the towns themselves, come with the first one. */
let towns: typeof import('./townAddress') | null = null;

/** Counts the addresses, so that one that took long to open does not take the place of a newer one. */
let lastOpening = 0;

function openState(session: Session, subject: Subject, view: TownView, startsPaused: boolean): void {
  const { playheadNs, language, speed, spacing, playing = false } = view;
  session.view.setState({ isTownOpenedHere: false, ...(language ? { language } : {}) });
  if (spacing) session.playback.setSpacing(spacing);
  session.open(subject, { atNs: playheadNs, isPlaying: playing && !startsPaused, speed });
}

function openDefault(session: Session, startsPaused: boolean, told: Notice): void {
  const street = defaultStreet(session.view.getState().language);
  session.open(street, { atNs: 0, isPlaying: !startsPaused });
  session.notify(told);
}

function problemNotice({ kind, where, limit }: Problem): Notice {
  return { key: `input.${kind}`, values: { where, limit: limit ?? '' }, showsDefaultTown: true };
}

/** Writes the whole state to the address now. */
export async function writeAddress(session: Session): Promise<void> {
  const { street, town } = session.experiment.getState();
  const { speed, spacing, isPlaying } = session.playback.store.getState();
  const { language } = session.view.getState();
  const { room } = session.lesson.getState();
  if (room) {
    history.replaceState(history.state, '', `#${room.link(language)}`);
    return;
  }
  const playheadNs = session.playback.playhead.get();
  const view = { playheadNs, language, speed, spacing, playing: isPlaying };
  if (town) {
    if (!towns) {
      towns = await import('./townAddress');
      // Meanwhile something else may have been opened.
      return writeAddress(session);
    }
    history.replaceState(history.state, '', `#${towns.townAddress(town, view)}`);
    return;
  }
  if (street.payload.bytes.length > LIMITS.linkPayloadBytes && street.payload !== kept) {
    // A reload may follow at once: the address speaks of a file only when it has been put away.
    const { payload } = street;
    const opening = lastOpening;
    await keepPayload(payloadSha256(payload), payload);
    kept = payload;
    return opening === lastOpening ? writeAddress(session) : undefined;
  }
  history.replaceState(history.state, '', `#${encodeLink({ street, ...view })}`);
}

/** What was put away last: an address is written far more often than a file is chosen. */
let kept: Payload | null = null;

/** Opens what the address says, keeps it true from then on, and opens whatever a viewer puts there. */
export async function followAddress(session: Session, startsPaused: boolean): Promise<void> {
  const writer = new AddressWriter(session);
  const open = (url: string): Promise<void> =>
    writer.waitFor(openAddress(session, startsPaused, new URL(url).hash.slice(1)));
  // The event's own address: by now the bar may hold another.
  addEventListener('hashchange', ({ newURL }) => {
    if (isPassedAddress(newURL)) writer.write();
    else void open(newURL);
  });
  await open(location.href);
  writeChanges(session, writer);
}

/** Writes the address some time after it was asked to, and never over one that is being opened. */
class AddressWriter {
  readonly #session: Session;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueMs = Infinity;
  #openings = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  async waitFor(opening: Promise<void>): Promise<void> {
    this.#cancel();
    this.#openings += 1;
    await opening;
    this.#openings -= 1;
  }

  writeWithin(milliseconds: number): void {
    const dueMs = performance.now() + milliseconds;
    if (dueMs >= this.#dueMs) return;
    this.#cancel();
    this.#dueMs = dueMs;
    this.#timer = setTimeout(() => this.write(), milliseconds);
  }

  write(): void {
    this.#cancel();
    if (this.#openings === 0) void writeAddress(this.#session);
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#dueMs = Infinity;
  }
}

function writeChanges({ experiment, playback, view, lesson }: Session, writer: AddressWriter): void {
  const writeSoon = (): void => writer.writeWithin(WRITE_EVERY_MS);
  experiment.subscribe((state, before) => {
    if (subjectOf(state) !== subjectOf(before)) writeSoon();
  });
  playback.store.subscribe((state, before) => {
    const { isPlaying, speed, spacing } = state;
    if (isPlaying !== before.isPlaying || speed !== before.speed || spacing !== before.spacing) writeSoon();
  });
  view.subscribe((state, before) => {
    if (state.language !== before.language) writeSoon();
  });
  const followLesson = ({ room }: { readonly room: LessonRoom | null }): void => {
    room?.player.store.subscribe(writeSoon);
  };
  // The address itself may have opened one.
  followLesson(lesson.getState());
  lesson.subscribe((state) => {
    writeSoon();
    followLesson(state);
  });
  playback.playhead.on('change', () => {
    const { isPlaying } = playback.store.getState();
    writer.writeWithin(isPlaying ? WRITE_MOMENT_EVERY_MS : WRITE_EVERY_MS);
  });
  writeSoon();
  addEventListener('pagehide', () => writer.write());
}
