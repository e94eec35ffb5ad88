import { describe, expect, it } from 'vitest';
import { ms } from '../../tests/handMade';
import { simulateAll } from '../engine/simulate';
import type { Rule } from '../experiment/experiment';
import { defaultStreet, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { connectionsOf, snapshotAt } from './connectionEnds';
import type { Trace } from './trace';

/** Three pieces over TCP, one byte each. */
function runOf(rules: readonly Rule[] = []): Trace {
  const street = {
    ...defaultStreet('en'),
    weather: CLEAR_WEATHER,
    payload: textPayload('abc'),
    pieceBytes: 1,
  };
  return simulateAll({ ...streetExperiment(street, ['tcp']), rules }).traces[0]!;
}

describe('both ends of a connection', () => {
  it('are known at any moment, each by what has happened to it by then', () => {
    const trace = runOf();
    const [connection, ...others] = connectionsOf(trace);
    expect(others).toEqual([]);
    const { opener, peer } = connection!;
    const states = [-1, 0, 100, 150, 200].map((timeMs) =>
      [opener, peer!].map((end) => snapshotAt(trace, end, ms(timeMs))?.state ?? null),
    );
    expect(states).toEqual([
      [null, null],
      ['SYN-SENT', null],
      ['SYN-SENT', 'SYN-RECEIVED'],
      ['FIN-WAIT-1', 'SYN-RECEIVED'],
      ['FIN-WAIT-1', 'LAST-ACK'],
    ]);
    // The client has heard of nothing yet; the server has all three bytes and the FIN.
    const client = snapshotAt(trace, opener, ms(200))!;
    const server = snapshotAt(trace, peer!, ms(200))!;
    expect(client.inFlight).toBe(4);
    expect(server.receiveNext).toBe(client.highestSent);
  });

  it('answers the same whenever it is asked, backward or forward', () => {
    const trace = runOf();
    const { opener } = connectionsOf(trace)[0]!;
    const times = [10, 130, 500, 130, 10].map(ms);
    const seen = times.map((timeNs) => snapshotAt(trace, opener, timeNs));
    expect(seen[3]).toEqual(seen[1]);
    expect(seen[4]).toEqual(seen[0]);
  });

  it('is one alone until a SYN gets through', () => {
    const verdict = { kind: 'drop' } as const;
    const trace = runOf([{ link: 'R2-R3', direction: 0, role: 'control', nth: 1, verdict }]);
    const { opener, peer } = connectionsOf(trace)[0]!;
    expect(snapshotAt(trace, opener, ms(500))?.state).toBe('SYN-SENT');
    expect(peer).not.toBeNull();
    expect(snapshotAt(trace, peer!, ms(500))).toBeNull();
  });
});
