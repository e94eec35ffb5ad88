import { describe, expect, it } from 'vitest';
import { ms } from '../../tests/handMade';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { connectionsOf } from './connectionEnds';
import { lastChange } from './lastChange';

const trace = simulateAll(streetExperiment(defaultStreet('en'), ['tcp'])).traces[0]!;
const { opener } = connectionsOf(trace)[0]!;

describe('the last change of a variable', () => {
  it('says when, from what to what, and why, with the section of the rule', () => {
    expect(lastChange(trace, opener, 'cwnd', -1)).toBeNull();
    const change = lastChange(trace, opener, 'state', ms(200))!;
    expect(change).toMatchObject({ from: 'SYN-SENT', to: 'ESTABLISHED', source: { rfc: 9293 } });
    expect(change.timeNs).toBeLessThan(ms(200));
  });

  it('leads to the value that the connection has, at any moment', () => {
    const first = trace.snapshot(opener.snapshots[0]!);
    for (const timeNs of [0, 150, 240, 400, 1500].map(ms)) {
      const last = opener.times.filter((time) => time <= timeNs).length - 1;
      const snapshot = trace.snapshot(opener.snapshots[last]!);
      for (const variable of ['cwnd', 'sendUnacked', 'sendNext', 'rtoNs', 'state'] as const) {
        // What is still as it was at the beginning has not changed.
        const change = lastChange(trace, opener, variable, timeNs);
        expect(change ? change.to : first[variable]).toBe(snapshot[variable]);
      }
    }
  });
});
