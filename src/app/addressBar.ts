import { encodeLink, decodeLink, payloadSha256 } from '../experiment/linkCodec';
import type { Payload } from '../experiment/experiment';
import { LIMITS } from '../experiment/limits';
import type { LinkState } from '../experiment/linkState';
import type { Problem } from '../experiment/problem';
import { defaultStreet } from '../experiment/street';
import type { Notice } from './notice';
import { findPayload, keepPayload } from './payloadStore';
import type { Session } from './session';

/** The address is rewritten at most so often; browsers refuse more than a hundred times in half a minute. */
const WRITE_EVERY_MS = 400;

/** Opens what the address says; without anything in it, or with something unreadable, the first town. */
export async function openAddress(session: Session, startsPaused: boolean): Promise<void> {
  const text = location.hash.slice(1);
  if (text === '') return;
  const link = decodeLink(text);
  if (!link.ok) {
    openDefault(session, startsPaused, problemNotice(link.problem));
    return;
  }
  if (!link.missingPayload) {
    openState(session, link.state, startsPaused);
    return;
  }
  const payload = await findPayload(link.missingPayload);
  if (payload) {
    openState(session, { ...link.state, street: { ...link.state.street, payload } }, startsPaused);
    return;
  }
  const { name } = link.missingPayload;
  openDefault(session, startsPaused, { key: 'missingPayload', values: { name }, showsDefaultTown: false });
}

function openState(session: Session, state: LinkState, startsPaused: boolean): void {
  const { street, playheadNs, language, speed, spacing, playing = false } = state;
  if (language) session.view.setState({ language });
  if (spacing) session.playback.setSpacing(spacing);
  if (speed !== undefined) session.playback.setSpeed(speed);
  session.open(street, { atNs: playheadNs, isPlaying: playing && !startsPaused });
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
export function writeAddress(session: Session): void {
  const { street } = session.experiment.getState();
  const { speed, spacing, isPlaying } = session.playback.store.getState();
  const { language } = session.view.getState();
  const playheadNs = session.playback.playhead.get();
  const hash = encodeLink({ street, playheadNs, language, speed, spacing, playing: isPlaying });
  history.replaceState(null, '', `#${hash}`);
  if (street.payload.bytes.length > LIMITS.linkPayloadBytes && street.payload !== kept) {
    kept = street.payload;
    void keepPayload(payloadSha256(kept), kept);
  }
}

/** What was put away last: an address is written far more often than a file is chosen. */
let kept: Payload | null = null;

/** Keeps the address true from now on, and opens whatever a viewer puts there. */
export function followAddress(session: Session, startsPaused: boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    writeAddress(session);
  };
  const writeSoon = (): void => {
    timer ??= setTimeout(write, WRITE_EVERY_MS);
  };
  let { street } = session.experiment.getState();
  session.experiment.subscribe((state) => {
    if (state.street !== street) writeSoon();
    street = state.street;
  });
  session.playback.store.subscribe((state, before) => {
    const { isPlaying, speed, spacing } = state;
    if (isPlaying !== before.isPlaying || speed !== before.speed || spacing !== before.spacing) writeSoon();
  });
  session.view.subscribe((state, before) => {
    if (state.language !== before.language) writeSoon();
  });
  // While it plays the moment changes all the time: it is written when it stops, and when the page is left.
  session.playback.playhead.on('change', () => {
    if (!session.playback.store.getState().isPlaying) writeSoon();
  });
  writeSoon();
  addEventListener('pagehide', write);
  addEventListener('hashchange', () => {
    clearTimeout(timer);
    timer = undefined;
    void openAddress(session, startsPaused);
  });
}
