import { describe, expect, it } from 'vitest';
import { CLEAR_WEATHER } from '../experiment/town';
import { lessonOf } from '../lessons/lessons';
import { beginningOf } from '../lessons/player/state';
import { handsOn } from './hands';
import { enterLesson, openLesson } from './lessonRoom';
import { stand } from '../../tests/sessionBench';

/** A town in the first beat of a lesson. */
function standInLesson() {
  const town = stand();
  enterLesson(town.session, { ...beginningOf(lessonOf('L13')!), hasSkipped: true, part: 'watch' });
  town.work();
  const player = () => town.session.lesson.getState().room!.player;
  return { ...town, player, moments: () => player().store.getState().moments };
}

describe('a lesson', () => {
  it('knows its beats when it is opened once more', () => {
    const { session, moments } = standInLesson();
    const before = moments();
    expect(before.some((moment) => moment !== null)).toBe(true);
    openLesson(session, 'L13');
    expect(moments()).toEqual(before);
  });

  it('is not watched before its question has an answer, and shows nothing of what comes', () => {
    const { session, work } = stand();
    openLesson(session, 'L13');
    work();
    const { player } = session.lesson.getState().room!;
    const fromNs = player.store.getState().lesson.scene.fromNs;
    session.playback.seek(2 * fromNs);
    expect(session.playback.playhead.get()).toBe(fromNs);
    expect(session.playback.store.getState()).toMatchObject({ heldNs: fromNs, isHeldBack: true });
    expect(player.store.getState().refusals).toBe(1);
    enterLesson(session, { ...beginningOf(lessonOf('L13')!), hasSkipped: true, part: 'watch' });
    expect(session.playback.store.getState().heldNs).toBeNull();
    session.playback.seek(2 * fromNs);
    expect(session.playback.playhead.get()).toBeGreaterThan(fromNs);
  });

  it('judges predictions by its own run, whatever hands make of it', () => {
    const { session, work, player } = standInLesson();
    const before = player().store.getState().outcomes;
    expect(before['again']?.option).toBe('times0');
    const { playback } = session;
    // The first segment goes a second time now.
    handsOn(session).perform([
      {
        kind: 'setWeather',
        atNs: playback.playhead.get(),
        link: 'R2-R3',
        weather: { ...CLEAR_WEATHER, loss: 0.9 },
      },
    ]);
    work();
    expect(session.experiment.getState().run!.result!.lanes[0]!.retransmissions).toBeGreaterThan(0);
    expect(player().store.getState().outcomes).toEqual(before);
  });

  it('shows what came of the next prediction, and at the check question the answer, when asked to', () => {
    const { session, player } = standInLesson();
    const told = () => player().store.getState();
    player().reveal();
    expect(told().lesson.beats[told().beat]!.id).toBe('together');
    player().reveal();
    expect(told().lesson.beats[told().beat]!.id).toBe('compare');
    expect(session.playback.playhead.get()).toBe(told().moments[told().beat]!.timeNs);
    player().goTo(told().lesson.beats.length + 3);
    player().reveal();
    expect(told()).toMatchObject({ part: 'check', answer: null, isRevealed: true });
  });

  it('goes on with its scene after a hand was taken back', () => {
    const { session, work, moments, player } = standInLesson();
    const hands = handsOn(session);
    const before = moments();
    hands.perform([{ kind: 'cutLink', atNs: session.playback.playhead.get(), link: 'R2-R3' }]);
    work();
    hands.turn(session.experiment.getState().street.commands.length - 1);
    work();
    player().previous();
    expect(moments()).toEqual(before);
  });
});
