import { describe, expect, it } from 'vitest';
import type { Experiment } from '../experiment/experiment';
import { PRESETS } from '../experiment/presets/inOrder';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { townExperiment } from '../experiment/townFile';
import { Trace } from '../trace/trace';
import { hashTraces } from '../trace/traceHash';
import { allParts } from './allParts';
import { firstParts } from './firstParts';
import { laneOf } from './lanes';
import { needsFurtherParts } from './needsFurtherParts';
import type { Parts } from './parts';
import { house, inTown, post, road } from './townBench';

const ROAD = road('A', 'R');
const OFFICE = post('R', '192.0.2.254', '0.0.0.0/0>A-R');
const NAT = { outside: 'A-R', idleNs: 1, forwards: [] };
const HOSTS = [house('A', '192.0.2.1', 'A-R')];
const TOWN = { hosts: HOSTS, routers: [OFFICE], links: [ROAD] };

/** Of the first of a run: all parts are asked for when it is built. */
const ACTIONS = 500;

function hashWith(experiment: Experiment, parts: Parts): string {
  const traces = experiment.lanes.map((transport) => {
    const trace = new Trace(transport);
    laneOf(experiment, transport, trace, parts).step(ACTIONS);
    return trace;
  });
  return hashTraces(traces);
}

describe('the first parts of the engine', () => {
  it('are all that the street needs', () => {
    expect(needsFurtherParts(streetExperiment(defaultStreet('en')))).toBe(false);
  });

  it.each(PRESETS.map(({ id, town }) => [id, townExperiment(town)] as const))(
    'make the same run of %s as all parts, or are known not to do',
    (_, experiment) => {
      if (needsFurtherParts(experiment)) {
        expect(() => hashWith(experiment, firstParts)).toThrow(/further parts/u);
      } else expect(hashWith(experiment, firstParts)).toBe(hashWith(experiment, allParts));
    },
  );

  it.each<readonly [string, Experiment]>([
    ['an app that sends no message', inTown(TOWN, [{ kind: 'rawReceive', host: 'A', protocol: 89 }])],
    [
      'a link on which addresses are asked for',
      inTown({ ...TOWN, links: [{ ...ROAD, resolves: true }] }, []),
    ],
    ['a router that translates', inTown({ ...TOWN, routers: [{ ...OFFICE, nat: NAT }] }, [])],
  ])('do not do for %s', (_, experiment) => {
    expect(needsFurtherParts(experiment)).toBe(true);
    expect(() => hashWith(experiment, firstParts)).toThrow(/further parts/u);
  });
});
