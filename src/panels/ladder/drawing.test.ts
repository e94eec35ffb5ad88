import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../engine/simulate';
import { defaultStreet, streetExperiment } from '../../experiment/street';
import { packetLabelOf } from '../packetLabel';
import { arrowsOf } from './arrows';
import { drawLane } from './drawing';
import { ladderScale } from './scale';

describe('drawLane', () => {
  const run = simulateAll(streetExperiment(defaultStreet('ko')));
  const arrows = run.traces.map((trace) => arrowsOf(trace, run.experiment.town));
  const scale = ladderScale(arrows);

  it.each([0, 1])('sends nothing above the arrival that caused it: lane %i of the first screen', (lane) => {
    const trace = run.traces[lane]!;
    const factsOf = (packet: number) => packetLabelOf(run, { lane, packet });
    const drawn = drawLane(arrows[lane]!, scale.starts[lane]!, scale, factsOf, {
      left: 0,
      right: 100,
    }).arrows;
    const arrivalBefore = (number: number): number => {
      const event = number < 0 ? undefined : trace.event(number);
      if (!event) return -1;
      return event.kind === 'packetArrived' ? event.packet : arrivalBefore(event.cause);
    };
    const pairs = drawn.flatMap(({ arrow, y1 }) => {
      const arrival = arrivalBefore(trace.event(trace.packet(arrow.packet).madeBy).cause);
      return arrival < 0 || drawn[arrival]!.arrow.ending !== 'arrived'
        ? []
        : [{ y1, y2: drawn[arrival]!.y2 }];
    });
    for (const { y1, y2 } of pairs) expect(y1).toBeGreaterThanOrEqual(y2);
    expect(pairs.length > 0).toBe(trace.lane === 'tcp');
  });
});
