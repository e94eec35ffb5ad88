import { describe, expect, it } from 'vitest';
import type { Experiment } from '../experiment/experiment';
import { newApps } from '../experiment/newApp';
import { letter } from '../experiment/presets/letter';
import { addApps } from '../experiment/townChanges';
import { addHost, emptyTown } from '../experiment/townEdits';
import type { TownFile } from '../experiment/townFile';
import { isMessageRun } from './messageRun';

const { town: _town, apps: _apps, ...rest } = letter.town.experiment;

/** Two computers with a road between them, and nothing to do. */
function twoComputers(): TownFile {
  const first = addHost(emptyTown('two', rest), null)!;
  return addHost(first.town, first.id)!.town;
}

/** The same with a text to be sent by a transport of the sender's own choice. */
function withSender(): Experiment {
  const town = twoComputers();
  return addApps(town, newApps(town, 'A', 'send'))!.experiment;
}

describe('a run about one message', () => {
  it('is that of one sender and its only listener', () => {
    expect(isMessageRun(letter.town.experiment)).toBe(true);
  });

  it('is not that of two computers with nothing to do: no transport has done anything there', () => {
    expect(isMessageRun(twoComputers().experiment)).toBe(false);
  });

  it('is not that of a sender that chooses its transport: the lane says nothing of it', () => {
    expect(isMessageRun(withSender())).toBe(false);
  });
});
