import { describe, expect, it } from 'vitest';
import { defaultStreet, filePayload, type Street, streetExperiment } from '../../experiment/street';
import { CLEAR_WEATHER } from '../../experiment/town';
import { transcriptOf } from '../../trace/transcript';
import { simulateAll } from '../simulate';

const MS = 1_000_000;
const link = { delayNs: 62.5 * MS, rateBps: 0, queuePackets: 20 };

/** Three segments of 1000 bytes, one each 20 ms, a quarter of a second one way, the second 60 ms late. */
const THREE: Street = {
  ...defaultStreet('en'),
  payload: filePayload('three', 'application/octet-stream', new Uint8Array(3 * 996)),
  pieceBytes: 1000,
  weather: CLEAR_WEATHER,
  link,
  timing: { everyNs: 20 * MS, leadNs: 500 * MS, otherLinks: link, keepsOpen: true },
  lanes: ['tcp'],
  rules: [
    {
      link: 'R2-R3',
      direction: 0,
      role: 'piece',
      nth: 2,
      verdict: { kind: 'delay', delayNs: 60 * MS },
    },
  ],
};

function linesOf(street: Street, from: string): string[] {
  const lines = [...transcriptOf(simulateAll(streetExperiment(street)))].map(({ text }) => text);
  return lines
    .filter((line) => line.includes(` IP ${from}`))
    .map((line) => line.replace(/ IP.*?ack/u, ' ack'));
}

describe('an app that keeps its connection open', () => {
  it('has only its data and their acknowledgments on the road: 1, 3, 2 (lesson L13)', () => {
    expect(linesOf(THREE, '198.51.100.20').slice(1)).toEqual([
      '0.750000 ack 1001, win 511, length 0',
      '0.790000 ack 1001, win 511, options [nop,nop,sack 1 {2001:3001}], length 0',
      '0.830000 ack 3001, win 511, length 0',
    ]);
  });

  it('would close at once otherwise', () => {
    const closing = { ...THREE, timing: { ...THREE.timing, keepsOpen: false } };
    expect(linesOf(closing, '198.51.100.20').at(-1)).toBe('0.830000 ack 3002, win 511, length 0');
  });
});
