import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { ping } from '../experiment/presets/ping';
import { addHost, emptyTown } from '../experiment/townEdits';
import { townExperiment, type TownFile } from '../experiment/townFile';
import { townVoice } from './townVoice';

const { town: _town, apps: _apps, ...settings } = ping.town.experiment;
const keys = ((key: string) => key) as unknown as TFunction;

function endOf(town: TownFile): string {
  return townVoice.end(keys, simulateAll(townExperiment(town)));
}

describe('what is said at the end of a town', () => {
  it('is what came of everything', () => {
    expect(endOf(ping.town)).toBe('townNews.end.all');
  });

  it('is what to do, where nobody had anything to do', () => {
    const first = addHost(emptyTown('two', settings), null)!;
    expect(endOf(addHost(first.town, first.id)!.town)).toBe('townNews.end.nothing');
  });
});
