import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Payload } from '../experiment/experiment';
import { decodeLink, encodeLink } from '../experiment/linkCodec';
import { defaultStreet, filePayload, type Street, textPayload } from '../experiment/street';
import { followAddress } from './addressBar';
import { findPayload, keepPayload } from './payloadStore';
import { Session } from './session';
import { createViewStore } from './viewStore';

vi.mock('./payloadStore', () => ({
  findPayload: vi.fn<typeof findPayload>(),
  keepPayload: vi.fn<typeof keepPayload>(),
}));

const street = defaultStreet('en');
const MS = 1_000_000;
let listeners: Record<string, (event: { newURL: string }) => void> = {};
let written: string[] = [];

function hashOf(shown: Partial<Street>): string {
  return `#${encodeLink({ street: { ...street, ...shown }, playheadNs: 0 })}`;
}

/** A town whose engine never answers, and an address bar with this in it. */
function townAt(hash: string): Session {
  vi.stubGlobal('location', { href: `http://town/${hash}` });
  return new Session(street, createViewStore('en', 'light'), () => ({ send() {}, terminate() {} }));
}

function paste(hash: string): void {
  listeners['hashchange']!({ newURL: `http://town/${hash}` });
}

function writtenMoment(): number | undefined {
  const link = decodeLink(written.at(-1)!.slice(1));
  return link.ok ? link.state.playheadNs : undefined;
}

beforeEach(() => {
  listeners = {};
  written = [];
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => {
    listeners[name] = listener;
  });
  vi.stubGlobal('history', { replaceState: (_: null, __: '', hash: string) => written.push(hash) });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the address', () => {
  it('keeps the moment while it plays, about once a second', async () => {
    const session = townAt('');
    await followAddress(session, false);
    vi.advanceTimersByTime(2000);
    session.playback.store.setState({ isPlaying: true });
    vi.advanceTimersByTime(2000);
    const before = written.length;
    for (let step = 1; step <= 100; step += 1) {
      session.playback.playhead.set(step * MS);
      vi.advanceTimersByTime(50);
    }
    expect(written.length - before).toBeGreaterThanOrEqual(4);
    expect(written.length - before).toBeLessThanOrEqual(6);
    expect(writtenMoment()).toBeGreaterThan(70 * MS);
  });

  it('opens the newest link even when an older one takes longer to open', async () => {
    const big = filePayload('big.bin', 'application/octet-stream', new Uint8Array(100_000));
    let find: (payload: Payload) => void = () => {};
    vi.mocked(findPayload).mockReturnValue(new Promise((resolve) => (find = resolve)));
    const session = townAt(hashOf({ payload: big }));
    const following = followAddress(session, false);
    paste(hashOf({ payload: textPayload('newer') }));
    find(big);
    await following;
    expect(session.experiment.getState().street.payload.kind).toBe('text');
  });

  it('is not written over while it is being opened', async () => {
    const big = filePayload('big.bin', 'application/octet-stream', new Uint8Array(100_000));
    let find: (payload: Payload) => void = () => {};
    const session = townAt('');
    await followAddress(session, false);
    vi.advanceTimersByTime(2000);
    const before = written.length;
    vi.mocked(findPayload).mockReturnValue(new Promise((resolve) => (find = resolve)));
    paste(hashOf({ payload: big }));
    session.playback.playhead.set(5 * MS);
    vi.advanceTimersByTime(5000);
    expect(written.length).toBe(before);
    find(big);
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.experiment.getState().street.payload.name).toBe('big.bin');
    expect(written.length).toBeGreaterThan(before);
  });

  it('speaks of a large file only once that was put away, so that a reload finds it', async () => {
    const big = filePayload('own.bin', 'application/octet-stream', new Uint8Array(100_000));
    let keep: () => void = () => {};
    vi.mocked(keepPayload).mockReturnValueOnce(new Promise((resolve) => (keep = resolve)));
    const session = townAt('');
    await followAddress(session, false);
    vi.advanceTimersByTime(2000);
    const before = written.length;
    session.send(big);
    await vi.advanceTimersByTimeAsync(2000);
    expect(written.length).toBe(before);
    keep();
    await vi.advanceTimersByTimeAsync(2000);
    const link = decodeLink(written.at(-1)!.slice(1));
    expect(link.ok && link.missingPayload).toMatchObject({ name: 'own.bin', lengthBytes: 100_000 });
  });

  it('keeps what is said in a lesson that it opened itself', async () => {
    const session = townAt('#/L13/0?l=en');
    await followAddress(session, false);
    vi.advanceTimersByTime(2000);
    session.lesson.getState().room!.player.predict('third', 'kept');
    vi.advanceTimersByTime(2000);
    expect(written.at(-1)).toContain('p=third.kept');
  });

  it('leaves a lesson for a link that nobody can read', async () => {
    const session = townAt('#/L13/0?l=en');
    await followAddress(session, false);
    paste('#/L99/0');
    await vi.advanceTimersByTimeAsync(2000);
    expect(session.lesson.getState().room).toBeNull();
    expect(session.experiment.getState().notice?.key).toBe('input.damagedLink');
  });
});
