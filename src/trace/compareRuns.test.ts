import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, type Street, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER, WEATHER_LINK } from '../experiment/town';
import { compareRuns, type LaneComparison } from './compareRuns';
import type { Run } from './run';

const MS = 1_000_000;
const calm: Street = { ...defaultStreet('en'), weather: CLEAR_WEATHER, payload: textPayload('hello') };
/** Of the five pieces the third meets its end on the road. */
const lossy: Street = {
  ...calm,
  rules: [{ link: WEATHER_LINK, direction: 0, role: 'piece', nth: 3, verdict: { kind: 'drop' } }],
};

function run(street: Street): Run {
  return simulateAll(streetExperiment(street));
}

function compare(one: Street, other: Street): { readonly tcp: LaneComparison; readonly udp: LaneComparison } {
  const [tcp, udp] = compareRuns(run(one), run(other))!;
  return { tcp: tcp!, udp: udp! };
}

describe('comparing two futures', () => {
  it('finds nothing to tell where both are the same', () => {
    const { tcp, udp } = compare(calm, { ...calm });
    for (const lane of [tcp, udp]) {
      expect(lane.divergence).toBeNull();
      expect(lane.finishNs.here).toBe(lane.finishNs.there);
      expect(lane.missingOnly).toEqual({ here: [], there: [] });
    }
  });

  it('names the loss by which they part, and what became of that packet in the other', () => {
    const { tcp, udp } = compare(lossy, calm);
    for (const { divergence } of [tcp, udp]) {
      expect(divergence).toMatchObject({ isHere: true, instead: 'taken' });
      expect(divergence!.event).toMatchObject({ kind: 'packetLost', timeNs: divergence!.timeNs });
    }
    expect(tcp.retransmissions).toEqual({ here: 1, there: 0 });
    expect(tcp.packets.here).toBeGreaterThan(tcp.packets.there);
    expect(tcp.finishNs.here!).toBeGreaterThan(tcp.finishNs.there!);
    expect(tcp.delivered).toEqual({ here: 5, there: 5 });
    expect(udp.delivered).toEqual({ here: 4, there: 5 });
    expect(udp.intact).toEqual({ here: false, there: true });
    expect(udp.missingOnly).toEqual({ here: [2], there: [] });
  });

  it('tells the same from the other side', () => {
    const { tcp, udp } = compare(calm, lossy);
    expect(tcp.divergence).toMatchObject({ isHere: false, instead: 'taken' });
    expect(tcp.divergence!.event.kind).toBe('packetLost');
    expect(udp.missingOnly).toEqual({ here: [], there: [2] });
  });

  it('does not take what a person did for a difference by itself', () => {
    const weather = { ...CLEAR_WEATHER };
    const commands: Street['commands'] = [{ kind: 'setWeather', atNs: 30 * MS, link: WEATHER_LINK, weather }];
    const { tcp, udp } = compare({ ...calm, commands }, calm);
    expect(tcp.divergence).toBeNull();
    expect(udp.divergence).toBeNull();
  });

  it('finds packets that only one future has', () => {
    const { udp } = compare({ ...calm, payload: textPayload('hello!') }, calm);
    expect(udp.divergence).toMatchObject({ isHere: true, instead: null });
    expect(['appWrote', 'packetSent']).toContain(udp.divergence!.event.kind);
  });

  it('finds a difference that is in the bytes alone', () => {
    const { tcp } = compare({ ...calm, tcp: 'rfc' }, calm);
    expect(tcp.divergence!.event.kind).toBe('packetSent');
  });

  it('waits for both to be known', () => {
    const known = run(calm);
    expect(compareRuns({ ...known, result: null }, known)).toBeNull();
    expect(compareRuns(known, { ...known, result: null })).toBeNull();
  });
});
