import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { appReliability } from '../experiment/presets/appReliability';
import { defaultStreet, type Street, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER, WEATHER_LINK } from '../experiment/town';
import { momentsOf } from '../trace/moments';
import { captionAt, type CaptionKey } from './caption';

const calm: Street = { ...defaultStreet('en'), weather: CLEAR_WEATHER, payload: textPayload('hello, world') };

/** The captions of a whole run, each once. */
function story(change: Partial<Street>): CaptionKey[] {
  const run = simulateAll(streetExperiment({ ...calm, ...change }));
  return [...new Set(momentsOf(run).map((timeNs) => captionAt(run, timeNs).key))];
}

describe('caption', () => {
  it('tells a calm run in order', () => {
    expect(story({})).toEqual(['udpStart', 'synAck', 'established', 'fin', 'finBack']);
  });

  it('tells of a loss and its repair, with the piece as people count', () => {
    const rule = {
      link: WEATHER_LINK,
      direction: 0,
      role: 'piece',
      nth: 2,
      verdict: { kind: 'drop' },
    } as const;
    const keys = story({ rules: [rule] });
    expect(keys).toEqual(
      expect.arrayContaining(['lostPiece', 'duplicateAck', 'fastRetransmission', 'repaired']),
    );
    const run = simulateAll(streetExperiment({ ...calm, rules: [rule] }));
    const lost = momentsOf(run)
      .map((timeNs) => captionAt(run, timeNs))
      .find(({ key }) => key === 'lostPiece');
    expect(lost).toMatchObject({ lane: 'UDP', piece: 2 });
  });

  it('tells how a closed room answers, and how everything lost ends', () => {
    expect(story({ ports: { tcp: 9999, udp: 9999 } })).toEqual(
      expect.arrayContaining(['rst', 'unreachable']),
    );
    expect(story({ weather: { ...CLEAR_WEATHER, loss: 1 } })).toEqual(
      expect.arrayContaining(['lostPiece', 'lostControl', 'controlRetransmission', 'gaveUp']),
    );
  });

  it('says of a datagram sent again that the app did it', () => {
    const run = simulateAll(appReliability.town.experiment);
    const keys = momentsOf(run).map((timeNs) => captionAt(run, timeNs).key);
    expect(keys).toContain('appRetransmission');
    expect(keys).not.toContain('otherRetransmission');
  });

  it('tells of damage', () => {
    expect(story({ weather: { ...CLEAR_WEATHER, corrupt: 1 } })).toEqual(
      expect.arrayContaining(['corrupted', 'droppedDamaged']),
    );
  });
});
