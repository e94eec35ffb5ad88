import { describe, expect, it } from 'vitest';
import type { Command } from './command';
import { type Comparison, comparisonsOf, otherStreet, possibleComparison, withoutNews } from './comparison';
import { turnCommand } from './interventions';
import { defaultStreet, type Street } from './street';
import { WEATHER_LINK } from './town';

const street = defaultStreet('en');
const cut = (atNs: number): Command => ({ kind: 'cutLink', atNs, link: WEATHER_LINK });
const touched: Street = { ...street, commands: [cut(1), cut(2), cut(3)] };

/** Which of the street's commands are in force in the other future. */
function inForce(from: Street, wish: Comparison): readonly number[] {
  return (otherStreet(from, wish)?.commands ?? []).flatMap(({ atNs, isOff }) => (isOff ? [] : [atNs]));
}

describe('the other future', () => {
  it('has the last intervention the other way round, or a chosen one, or all', () => {
    expect(inForce(touched, { kind: 'last' })).toEqual([1, 2]);
    expect(inForce(touched, { kind: 'one', command: 0 })).toEqual([2, 3]);
    expect(inForce(touched, { kind: 'all' })).toEqual([]);
    expect(otherStreet(touched, { kind: 'none' })).toBeNull();
  });

  it('has what is switched off in this one', () => {
    const off = turnCommand(touched, 2);
    expect(inForce(off, { kind: 'last' })).toEqual([1, 2, 3]);
    expect(inForce(off, { kind: 'all' })).toEqual([]);
    expect(inForce(otherStreet(off, { kind: 'all' })!, { kind: 'all' })).toEqual([1, 2, 3]);
  });

  it('turns round together what was done at once, wherever in time that was', () => {
    const early = cut(0);
    const late = cut(5);
    const after: Street = { ...touched, commands: [early, ...touched.commands, late] };
    expect(inForce(after, withoutNews(touched, after))).toEqual([1, 2, 3]);
    expect(inForce(after, withoutNews(after, after))).toEqual([0, 1, 2, 3]);
  });

  it('can have all mechanisms of TCP', () => {
    const bare: Street = { ...street, tcpChanges: { nagle: true, without: ['karn'] } };
    expect(otherStreet(bare, { kind: 'mechanisms' })?.tcpChanges).toEqual({ nagle: true });
    expect(comparisonsOf(bare)).toEqual(['mechanisms', 'none']);
    // Nothing was done: what can be compared is taken.
    expect(possibleComparison(bare, { kind: 'last' })).toEqual({ kind: 'mechanisms' });
  });

  it('is none where nothing was done', () => {
    expect(otherStreet(street, { kind: 'last' })).toBeNull();
    expect(possibleComparison(touched, { kind: 'one', command: 7 })).toEqual({ kind: 'last' });
  });
});
