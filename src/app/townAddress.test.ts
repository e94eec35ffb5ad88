import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filePayload } from '../experiment/street';
import { letter } from '../experiment/presets/letter';
import { ping } from '../experiment/presets/ping';
import type { TownFile } from '../experiment/townFile';
import { readTownAddress, townAddress, travels } from './townAddress';

const VIEW = { playheadNs: 1_500_000, language: 'ko', speed: 0.02, spacing: 'even', playing: true } as const;
let kept: Record<string, string> = {};

beforeEach(() => {
  kept = {};
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => (kept[key] = value),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** The letter's town with a message that is too long for an address. */
function large(): TownFile {
  let state = 1;
  const noise = Uint8Array.from({ length: 300_000 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  const payload = filePayload('noise.bin', 'application/octet-stream', noise);
  const apps = letter.town.experiment.apps.map((app) =>
    app.kind === 'send' ? { ...app, payload, pieceBytes: 1400 } : app,
  );
  return { ...letter.town, experiment: { ...letter.town.experiment, apps } };
}

describe('the address of a town', () => {
  it('is the name of a preset for as long as it is as it came', () => {
    expect(townAddress(ping.town, VIEW)).toMatch(/^town=ping&/);
    expect(townAddress(structuredClone(ping.town), VIEW)).toMatch(/^town=ping&/);
    expect(townAddress({ ...ping.town, routing: 'manual' }, VIEW)).toMatch(/^town=1\./);
  });

  it('comes back with its town and the way it is looked at', () => {
    const own = { ...ping.town, name: '우리 마을' };
    expect(readTownAddress(townAddress(own, VIEW))).toEqual({ ok: true, town: own, view: VIEW });
  });

  it('plays from the beginning when it says no more than a name', () => {
    expect(readTownAddress('town=letter')).toMatchObject({
      ok: true,
      view: { playheadNs: 0, playing: true },
    });
    expect(readTownAddress('town=letter&at=x&speed=9e9&lang=fr')).toMatchObject({ ok: true });
  });

  it('is refused in one sentence when it is cut off', () => {
    const cut = townAddress({ ...ping.town, name: 'x' }, VIEW).slice(0, 60);
    expect(readTownAddress(cut)).toMatchObject({ ok: false, problem: { kind: 'damagedLink' } });
  });

  it('of one that is too long opens in this browser only', () => {
    const town = large();
    const address = townAddress(town, VIEW);
    expect(address).toMatch(/^town=kept\./);
    expect([travels(town), travels(ping.town)]).toEqual([false, true]);
    expect(readTownAddress(address)).toEqual({ ok: true, town, view: VIEW });
    kept = {};
    expect(readTownAddress(address)).toBeNull();
  });
});
