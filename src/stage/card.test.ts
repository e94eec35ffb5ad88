import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { PRESETS } from '../experiment/presets/inOrder';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { townExperiment } from '../experiment/townFile';
import { cardLabel } from './card';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { packetFace } from './packetFace';

const street = streetExperiment(defaultStreet('en'));
const plan = layoutTown(townFacts(street), { width: 1400, height: 560 }, 0);
const run = simulateAll(townExperiment(PRESETS.find(({ id }) => id === 'dns-trouble')!.town));
const faces = Array.from({ length: run.traces[0]!.packetCount }, (_, packet) => packetFace(run, 0, packet));
const labels = (detail: 'full' | 'short'): readonly string[] => {
  const cards = faces.filter(({ paper }) => paper === 'card');
  return [...new Set(cards.map((face) => cardLabel(face, detail, plan).main))];
};

describe('the card of a DNS message', () => {
  it('says what is asked and what is answered', () => {
    expect(labels('full')).toEqual([
      'A? www.example.com',
      '→ NS com',
      '→ NS example.com',
      'A 198.51.100.20',
      'A? no.example.com',
      'NXDomain',
      'TXT? long.example.com',
      'TC',
      'TXT …',
    ]);
  });

  it('says the first label of a name, and the end of an address, where there is little room', () => {
    expect(labels('short')).toEqual([
      'A? www',
      '→ com',
      '→ example',
      'A …20',
      'A? no',
      'NXDomain',
      'TXT? long',
      'TC',
      'TXT',
    ]);
  });
});
