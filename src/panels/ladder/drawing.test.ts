import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../engine/simulate';
import { defaultStreet, streetExperiment } from '../../experiment/street';
import { FIRST_LOOK } from './look';
import { drawLanes } from './drawLanes';

describe('drawLanes', () => {
  const run = simulateAll(streetExperiment(defaultStreet('ko')));
  const lanes = run.traces.map((_, lane) => ({ run, lane }));
  const { drawings, scale } = drawLanes(lanes, { left: 0, right: 100 }, 1, FIRST_LOOK);

  it.each([0, 1])('sends nothing above the arrival that caused it: lane %i of the first screen', (lane) => {
    const trace = run.traces[lane]!;
    const drawn = drawings[lane]!.arrows;
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

  it('has room for every name and note at the size it begins with, and for fewer when it is made small', () => {
    for (const { arrows, notes } of drawings) {
      expect(arrows.every(({ hasNameRoom }) => hasNameRoom)).toBe(true);
      expect(notes.every(({ hasRoom }) => hasRoom)).toBe(true);
    }
    const small = drawLanes(lanes, { left: 0, right: 100 }, 1, { ...FIRST_LOOK, zoom: 0.2 });
    const named = small.drawings[0]!.arrows.filter(({ hasNameRoom }) => hasNameRoom);
    expect(named.length).toBeGreaterThan(0);
    expect(named.length).toBeLessThan(small.drawings[0]!.arrows.length / 2);
    expect(small.scale.height).toBeLessThan(scale.height * 0.3);
  });

  it('writes SACK blocks and new windows below ACKs, and nothing when notes are not wanted', () => {
    const announced = drawings[0]!.arrows.filter((arrow) => arrow.announced);
    expect(announced.some((arrow) => arrow.announced!.sack.length > 0)).toBe(true);
    expect(announced.every(({ look }) => look === 'ack')).toBe(true);
    const plain = drawLanes(lanes, { left: 0, right: 100 }, 1, { ...FIRST_LOOK, hasNotes: false });
    expect(plain.drawings[0]!.arrows.every((arrow) => arrow.announced === null)).toBe(true);
    expect(plain.drawings[0]!.notes).toEqual([]);
  });
});
