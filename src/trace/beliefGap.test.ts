import { describe, expect, it } from 'vitest';
import type { Belief, Truth } from './belief';
import { beliefGap } from './beliefGap';

const delivered = (news: 'unsaid' | 'lost' | 'underWay' | 'arrived'): Truth => ({ kind: 'delivered', news });
const onLink: Truth = { kind: 'onLink', packet: 3, isDamaged: false, way: 2 };
const lost: Truth = { kind: 'lost', packet: 3, isDamaged: false, way: 2 };
const dropped: Truth = { kind: 'dropped', packet: 3, isDamaged: false, place: 2, why: 'queueFull' };

describe('belief beside truth', () => {
  it.each<[Belief, Truth, string]>([
    ['inFlight', onLink, 'none'],
    ['inFlight', lost, 'wrong'],
    ['inFlight', dropped, 'wrong'],
    // It is there; the sender will hear of it, or would have.
    ['inFlight', delivered('underWay'), 'untold'],
    ['inFlight', delivered('unsaid'), 'untold'],
    ['inFlight', delivered('lost'), 'wrong'],
    ['resent', onLink, 'none'],
    ['resent', lost, 'wrong'],
    ['resent', delivered('underWay'), 'untold'],
    ['lost', lost, 'none'],
    ['lost', onLink, 'wrong'],
    ['lost', { kind: 'held', news: 'underWay' }, 'wrong'],
    ['sacked', { kind: 'held', news: 'arrived' }, 'none'],
    ['acknowledged', delivered('arrived'), 'none'],
  ])('%s, %o: %s', (belief, truth, gap) => {
    expect(beliefGap({ belief, truth })).toBe(gap);
  });
});
