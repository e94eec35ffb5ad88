import { expect, it } from 'vitest';
import { host, presetTown, road, router } from '../../experiment/presets/town';
import { guessWidth } from '../textFit';
import { figureWidths } from './figureWidths';

const { town } = presetTown({
  id: 'one-road',
  topic: 'links',
  hosts: [host('A', '192.0.2.10', 0, 0)],
  routers: [router('R', '203.0.113.1', 100, 0)],
  roads: [road('A', 'R', { delayMs: 5 })],
  apps: [],
});
const [link] = town.experiment.town.links;
const SIZE = 16;

it('keeps room for the figures of a road as they are', () => {
  const { both, delay } = figureWidths(link!, [], SIZE);
  expect(delay).toBeCloseTo(guessWidth('5\u00a0ms', SIZE));
  expect(both).toBeCloseTo(guessWidth('5\u00a0ms · 10\u00a0Mbit/s', SIZE));
});

it('keeps room for the longest figures that a command will bring, in any language', () => {
  const settings = { delayNs: 1_250_000_000, rateBps: 0, queuePackets: 20 };
  const { both, delay } = figureWidths(link!, [{ kind: 'setLink', atNs: 1, link: link!.id, settings }], SIZE);
  expect(delay).toBeGreaterThanOrEqual(guessWidth('1.25\u00a0s', SIZE));
  expect(delay).toBeGreaterThanOrEqual(guessWidth('1.25초', SIZE));
  for (const word of ['no limit', '무제한'])
    expect(both).toBeGreaterThanOrEqual(guessWidth(`1.25초 · ${word}`, SIZE));
});
