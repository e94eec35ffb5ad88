import { describe, expect, it } from 'vitest';
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
