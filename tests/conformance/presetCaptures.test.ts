import { describe, expect, it } from 'vitest';
import { atInterface, linkCaptureOf } from '../../src/capture/linkCaptureOf';
import { type Capture, writePcapng } from '../../src/capture/pcapng';
import { simulateAll } from '../../src/engine/simulate';
import { browsing, page, serving, withRoad } from '../../src/engine/http/webBench';
import type { Experiment } from '../../src/experiment/experiment';
import { PRESETS } from '../../src/experiment/presets/inOrder';
import { townExperiment } from '../../src/experiment/townFile';
import { complaintsOfTshark, isTsharkDemanded, isTsharkHere } from './tshark';

function capture(experiment: Experiment): Capture {
  const run = simulateAll(experiment);
  const lanes = run.traces.map((_, lane) => lane);
  return linkCaptureOf(run, lanes);
}

const complaints = (of: Capture): readonly string[] => complaintsOfTshark(writePcapng(of));

describe.skipIf(!isTsharkHere && !isTsharkDemanded)(
  'captures of whole towns, read as Wireshark is installed',
  () => {
    it.each(PRESETS.map(({ id, town }) => [id, town] as const))(
      '%s has no malformed packet, and none that could not be put together',
      (_id, town) => {
        expect(complaints(capture(townExperiment(town)))).toEqual([]);
      },
    );

    it('takes a message of three segments for a broken one where it sees each segment twice, and not at one link', () => {
      const everywhere = capture(
        withRoad([serving({ pages: [page('/', 4000)] }), browsing(['http://198.51.100.20/'])]),
      );
      expect(complaints(everywhere).join()).toContain('Reassembly error');
      for (const { name } of everywhere.interfaces)
        expect(complaints(atInterface(everywhere, name)!)).toEqual([]);
    });
  },
);
