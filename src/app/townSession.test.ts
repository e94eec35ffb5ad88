import { describe, expect, it } from 'vitest';
import { stand } from '../../tests/sessionBench';
import { letter } from '../experiment/presets/letter';
import { ping } from '../experiment/presets/ping';
import { defaultStreet } from '../experiment/street';
import type { TownFile } from '../experiment/townFile';
import { touchesOf } from '../panels/hands/touches';
import { FIRST_SPEED } from '../playback/speeds';
import { townSummary } from '../trace/townSummary';
import { townFileToJson } from '../experiment/townText';
import { handsOn } from './hands';
import { openLesson } from './lessonRoom';
import { openNewTown, openPreset } from './openPreset';
import type { Session } from './session';
import { openTownFile } from './townFiles';

const OPENING = { atNs: 0, isPlaying: false };

function renamed(town: TownFile, id: string, address: string): TownFile {
  const hosts = town.experiment.town.hosts.map((host) => (host.id === id ? { ...host, address } : host));
  const { experiment } = town;
  return { ...town, experiment: { ...experiment, town: { ...experiment.town, hosts } } };
}

describe('a town that is opened in a lesson', () => {
  it('takes its place, and time is held back no more', async () => {
    for (const open of [
      (session: Session) => openPreset(session, 'ping'),
      (session: Session) => openNewTown(session, 'New'),
      (session: Session) =>
        openTownFile(session, new File([JSON.stringify(townFileToJson(ping.town))], 'a.json')),
    ]) {
      const { session, work, now } = stand();
      openLesson(session, 'L13');
      work();
      await open(session);
      work();
      expect(now().town).not.toBeNull();
      expect(session.lesson.getState().room).toBeNull();
      expect(session.playback.store.getState().heldNs).toBeNull();
    }
  });
});

describe('a session with a town', () => {
  it('runs it in place of the street, and goes back', () => {
    const { session, work, now } = stand();
    session.open(ping.town, OPENING);
    work();
    expect(now().town).toBe(ping.town);
    expect(now().shown).toBe(ping.town);
    expect(now().run!.experiment.apps.map(({ kind }) => kind)).toEqual(['ping', 'traceroute']);
    expect(now().run!.experiment.town.routers[0]!.routes).not.toEqual([]);
    session.closeTown();
    work();
    expect(now().town).toBeNull();
    expect(now().shown).toEqual(defaultStreet('en'));
  });

  it('undoes and redoes across towns and the street, each at a speed that suits it', () => {
    const { session, work, now } = stand();
    session.open(ping.town, OPENING);
    work();
    const townSpeed = session.playback.store.getState().baseSpeed;
    expect(townSpeed).not.toBe(FIRST_SPEED);
    session.open(letter.town, OPENING);
    work();
    session.undo();
    work();
    expect(now().shown).toBe(ping.town);
    session.undo();
    work();
    expect(now().town).toBeNull();
    expect(session.playback.store.getState().baseSpeed).toBe(FIRST_SPEED);
    session.redo();
    work();
    expect(session.playback.store.getState().baseSpeed).toBe(townSpeed);
    session.redo();
    work();
    expect(now().shown).toBe(letter.town);
  });

  it('simulates nothing anew when a house is only put elsewhere', () => {
    const { session, work, now, asked } = stand();
    session.open(ping.town, OPENING);
    work();
    const before = asked();
    session.playback.seek(1000);
    const moved = { ...ping.town, spots: { ...ping.town.spots, A: { x: 1, y: 2 } } };
    session.changeTown(moved);
    work();
    expect(asked()).toBe(before);
    expect(now().town).toBe(moved);
    expect(session.playback.playhead.get()).toBe(1000);
  });

  it('keeps the last run in sight while a town is impossible, and what was typed', () => {
    const { session, work, now } = stand();
    session.open(ping.town, OPENING);
    work();
    const { run } = now();
    const twice = renamed(ping.town, 'A', '198.51.100.20');
    session.changeTown(twice);
    work();
    expect(now()).toMatchObject({ town: twice, shown: ping.town, problem: { kind: 'duplicate' } });
    expect(now().run).toBe(run);
    const mended = renamed(twice, 'A', '192.0.2.99');
    session.changeTown(mended);
    work();
    expect(now()).toMatchObject({ town: mended, shown: mended, problem: null });
    session.undo();
    session.undo();
    work();
    expect(now()).toMatchObject({ town: ping.town, shown: ping.town, problem: null });
  });

  it('opens a town at a speed that suits it, or that was asked for, and the street at its own', () => {
    const { session, work } = stand();
    const speed = (): number => session.playback.store.getState().speed;
    session.playback.setSpeed(10);
    session.open(ping.town, OPENING);
    work();
    expect(speed()).toBeLessThan(0.1);
    session.open(ping.town, { ...OPENING, speed: 0.003 });
    work();
    expect(speed()).toBe(0.003);
    session.closeTown();
    expect(speed()).toBe(FIRST_SPEED);
  });

  it('has nothing to show of an impossible town that was opened, until it can run', () => {
    const { session, work, now } = stand();
    const twice = renamed(ping.town, 'A', '198.51.100.20');
    session.open(twice, OPENING);
    work();
    expect(now()).toMatchObject({ town: twice, isStanding: true });
    session.changeTown(ping.town);
    work();
    expect(now()).toMatchObject({ shown: ping.town, isStanding: false });
  });

  it('plays what was built, also when the run before it was over at once', () => {
    const { session, work } = stand();
    const { experiment } = ping.town;
    session.open({ ...ping.town, experiment: { ...experiment, apps: [] } }, { atNs: 0, isPlaying: true });
    work();
    expect(session.playback.store.getState().hasEnded).toBe(true);
    session.changeTown(ping.town);
    session.playback.pause();
    work();
    expect(session.playback.store.getState().isPlaying).toBe(true);
  });

  it('lets hands reach for its packets now, and takes that back, at the moment that is shown', () => {
    const { session, work, now } = stand();
    session.open(ping.town, OPENING);
    work();
    session.playback.seek(20_000_000);
    const { run } = now();
    const echoes = (): number => townSummary(now().run!)!.echoes!.done;
    expect(echoes()).toBe(3);
    const request = { lane: 0, packet: 0 };
    handsOn(session).perform(touchesOf(run!, request, 20_000_000, { kind: 'drop' }, false));
    work();
    expect(echoes()).toBe(2);
    expect(session.playback.playhead.get()).toBe(20_000_000);
    expect(now().town!.experiment.commands).toHaveLength(1);
    session.undo();
    work();
    expect(echoes()).toBe(3);
    expect(session.playback.playhead.get()).toBe(20_000_000);
  });

  it('compares it with what would have come without hands, and with nothing where no hand was', () => {
    const { session, work, now } = stand();
    session.open(letter.town, OPENING);
    work();
    session.open(ping.town, OPENING);
    work();
    expect(now()).toMatchObject({ other: null, otherStreet: null });
    const untouched = now().run!;
    const reach = (packet: number, timeNs: number): void => {
      const ref = { lane: 0, packet };
      handsOn(session).perform(touchesOf(now().run!, ref, timeNs, { kind: 'drop' }, false));
      work();
    };
    reach(0, 20_000_000);
    reach(3, 240_000_000);
    expect(townSummary(now().run!)!.echoes!.done).toBe(1);
    // Both hands are gone, not only the last.
    expect(now().other!.traces).toBe(untouched.traces);
    expect(now().otherStreet).toBeNull();
    session.undo();
    session.undo();
    work();
    expect(now().other).toBeNull();
  });

  it('compares what was built with nothing', () => {
    const { session, work, now } = stand();
    session.open(ping.town, OPENING);
    work();
    session.changeTown(renamed(ping.town, 'A', '192.0.2.99'));
    work();
    expect(now().other).toBeNull();
  });
});
