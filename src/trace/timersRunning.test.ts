import { describe, expect, it } from 'vitest';
import { ms } from '../../tests/handMade';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { connectionsOf } from './connectionEnds';
import { timersRunningAt } from './timersRunning';

const trace = simulateAll(streetExperiment(defaultStreet('en'), ['tcp'])).traces[0]!;
const { opener } = connectionsOf(trace)[0]!;
const timersOf = (timeNs: number) =>
  timersRunningAt(trace, timeNs).filter(({ place }) => place === opener.place);

describe('the running timers of a connection', () => {
  it('run from when they are set until they run out or are cancelled', () => {
    expect(timersOf(-1)).toEqual([]);
    const [syn] = timersOf(ms(1));
    expect(syn).toMatchObject({ timer: 'retransmission', setBy: { timeNs: 0, deadlineNs: ms(1000) } });
    for (let number = 0; number < trace.eventCount; number += 1) {
      const event = trace.event(number);
      if (event.kind !== 'timerExpired' || event.place !== opener.place) continue;
      const running = timersOf(event.timeNs - 1);
      expect(running.map(({ setBy }) => setBy.deadlineNs)).toContain(event.timeNs);
      // Whatever runs afterwards was set anew.
      for (const { setBy } of timersOf(event.timeNs)) expect(setBy.deadlineNs).toBeGreaterThan(event.timeNs);
    }
  });
});
