import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { addCommand } from '../experiment/interventions';
import { defaultStreet, streetExperiment } from '../experiment/street';
import {
  changeLink,
  changesUntil,
  changeWeather,
  linkAt,
  moveLastChangeToStart,
  weatherAt,
} from './streetChanges';

const street = defaultStreet('en');
const MS = 1_000_000;

describe('changing the road', () => {
  it('from the start changes the street itself', () => {
    const calm = changeWeather(street, { loss: 0 }, 'start');
    expect(calm.commands).toEqual([]);
    expect(weatherAt(calm, 0).loss).toBe(0);
  });

  it('at a time leaves what was before', () => {
    const stormy = changeWeather(street, { loss: 1 }, 100 * MS);
    expect(weatherAt(stormy, 100 * MS - 1).loss).toBe(street.weather.loss);
    expect(weatherAt(stormy, 100 * MS).loss).toBe(1);
    expect(changesUntil(stormy, 99 * MS)).toBe(0);
    expect(changesUntil(stormy, 100 * MS)).toBe(1);
  });

  it('adds one change to another', () => {
    const changed = changeLink(
      changeWeather(street, { corrupt: 0.5 }, 50 * MS),
      { queuePackets: 3 },
      60 * MS,
    );
    expect(weatherAt(changed, 60 * MS)).toMatchObject({ corrupt: 0.5, loss: street.weather.loss });
    expect(linkAt(changed, 60 * MS).queuePackets).toBe(3);
    expect(linkAt(changed, 50 * MS).queuePackets).toBe(street.link.queuePackets);
  });

  it('begins a new future: what was changed later is gone, what was changed then is replaced', () => {
    const later = changeWeather(street, { loss: 1 }, 200 * MS);
    const earlier = changeWeather(later, { loss: 0.5 }, 100 * MS);
    const again = changeWeather(earlier, { loss: 0.6 }, 100 * MS);
    expect(again.commands).toHaveLength(1);
    expect(weatherAt(again, 300 * MS).loss).toBe(0.6);
  });

  it('moves the latest change to the start, and nothing else', () => {
    const rainy = changeWeather(street, { corrupt: 0.5 }, 50 * MS);
    const moved = moveLastChangeToStart(changeWeather(rainy, { loss: 0.9 }, 80 * MS));
    expect(moved.commands).toHaveLength(1);
    expect(moved.weather).toEqual({ ...street.weather, loss: 0.9 });
    expect(weatherAt(moved, 50 * MS)).toMatchObject({ corrupt: 0.5, loss: 0.9 });
    const slow = moveLastChangeToStart(changeLink(street, { delayNs: 100 * MS }, 60 * MS));
    expect(slow).toMatchObject({ commands: [], link: { ...street.link, delayNs: 100 * MS } });
    expect(moveLastChangeToStart(street)).toBe(street);
  });

  it('leaves the weather of other links alone', () => {
    const weather = { ...street.weather, loss: 0 };
    const elsewhere = addCommand(street, { kind: 'setWeather', atNs: 50 * MS, link: 'C-R1', weather });
    expect(changeWeather(elsewhere, { loss: 1 }, 'start').commands).toEqual(elsewhere.commands);
    expect(moveLastChangeToStart(elsewhere)).toBe(elsewhere);
  });

  it('does not change the past of the run', () => {
    const atNs = 150 * MS;
    const before = simulateAll(streetExperiment(street)).traces;
    const after = simulateAll(streetExperiment(changeWeather(street, { loss: 1 }, atNs))).traces;
    before.forEach((trace, lane) => {
      const past = trace.indexAt(atNs - 1);
      expect(past).toBeGreaterThan(10);
      for (let index = 0; index <= past; index += 1) {
        expect(after[lane]!.event(index)).toEqual(trace.event(index));
      }
    });
  });
});
