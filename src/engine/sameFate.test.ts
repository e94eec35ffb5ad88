import { describe, expect, it } from 'vitest';
import type { Rule } from '../experiment/experiment';
import { defaultStreet, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { simulateAll } from './simulate';
import { type Fate, type Flight, MS, VirtualWire } from './tcp/virtualWire';

/** Lesson L18: ten pieces, one each 20 ms, 50 ms one way; the 3rd is lost, the 6th 110 ms late, the 8th comes twice. */
const PIECES = 10;
const EVERY_MS = 20;
/** A frame of a call that comes later than this after it was sent is of no use. */
const DEADLINE_MS = 100;
const LOST = 3;
const LATE = 6;
const TWICE = 8;

/** Those whose frame was not there in time, by when each was delivered after the first was sent. */
function uselessFrames(deliveredMs: ReadonlyMap<number, number>): number[] {
  return Array.from({ length: PIECES }, (_, i) => i + 1).filter((piece) => {
    const atMs = deliveredMs.get(piece) ?? Infinity;
    return atMs - (piece - 1) * EVERY_MS > DEADLINE_MS;
  });
}

describe('the same fate (lesson L18)', () => {
  it('over TCP: the third duplicate ACK after 220 ms, a burst after 270 ms, and 7 of 10 frames late', () => {
    const fate = ({ from, segment }: Flight): Fate => {
      if (from === 'S' || segment.payload.length === 0 || segment.isRetransmission) return {};
      const piece = segment.streamOffset / 1000 + 1;
      return {
        isLost: piece === LOST,
        extraMs: piece === LATE ? 110 : 0,
        ...(piece === TWICE ? { copyAfterMs: 1 } : {}),
      };
    };
    const wire = new VirtualWire({ oneWayMs: 50, fate }).open();
    for (let i = 0; i < PIECES; i += 1) wire.at(100 + EVERY_MS * i, () => wire.client.write(1000));
    const deliveredMs = new Map<number, number>();
    wire.server.onNotice = () => {
      const pieces = wire.server.received.length / 1000;
      for (let piece = deliveredMs.size + 1; piece <= pieces; piece += 1)
        deliveredMs.set(piece, wire.now / MS - 100);
    };
    wire.run();
    const again = wire.flights.filter(({ segment }) => segment.isRetransmission);
    expect(again.map(({ timeMs, segment }) => [timeMs - 100, segment.reason.kind])).toEqual([
      [220, 'tripleDuplicateAck'],
      // The 6th is only late, but by SACK three behind it are there (RFC 6675 §4, IsLost).
      [260, 'sackHole'],
    ]);
    expect([...deliveredMs.values()]).toEqual([50, 70, 270, 270, 270, 270, 270, 270, 270, 270]);
    expect(uselessFrames(deliveredMs)).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  it('over UDP: one hole, one frame late, one twice, and the rest in time', () => {
    const street = { ...defaultStreet('en'), payload: textPayload('ABCDEFGHIJ'), weather: CLEAR_WEATHER };
    const experiment = streetExperiment(street, ['udp']);
    const links = experiment.town.links.map((link) => ({ ...link, delayNs: 12.5 * MS, rateBps: 0 }));
    const rule = (nth: number, verdict: Rule['verdict']): Rule => {
      return { link: 'R2-R3', direction: 0, role: 'piece', nth, verdict };
    };
    const rules = [
      rule(LOST, { kind: 'drop' }),
      rule(LATE, { kind: 'delay', delayNs: 110 * MS }),
      rule(TWICE, { kind: 'dup' }),
    ];
    const { result, traces } = simulateAll({ ...experiment, town: { ...experiment.town, links }, rules });
    const trace = traces[0]!;
    const deliveredMs = new Map<number, number>();
    for (let index = 0; index < trace.eventCount; index += 1) {
      const event = trace.event(index);
      if (event.kind !== 'bytesDelivered') continue;
      const piece = trace.packet(event.packet).piece + 1;
      if (!deliveredMs.has(piece)) deliveredMs.set(piece, event.timeNs / MS);
    }
    expect(result!.lanes[0]).toMatchObject({ missingPieces: [LOST - 1], repeatedPieces: [TWICE - 1] });
    expect(deliveredMs.get(1)).toBe(50);
    expect(deliveredMs.get(LATE)).toBe(260);
    expect(uselessFrames(deliveredMs)).toEqual([LOST, LATE]);
  });
});
