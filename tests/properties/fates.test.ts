import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import type { Trace } from '../../src/trace/trace';
import { experiment } from './arbitraries';

/** What weather did to the first sending of each piece: 'loss', extra delay, copies, the damaged bit of the payload. */
function fatesOfPieces(trace: Trace): Map<number, string[]> {
  const fates = new Map<number, string[]>();
  for (let index = 0; index < trace.eventCount; index += 1) {
    const event = trace.event(index);
    if (event.reason.kind !== 'weather' || !('packet' in event)) continue;
    const packet = trace.packet(event.packet);
    if (packet.role !== 'piece') continue;
    const fate =
      event.kind === 'packetCorrupted'
        ? `bit ${event.bit - packet.bytes.length * 8}`
        : `${event.reason.fate} ${event.kind === 'packetDelayed' ? event.delayNs : ''}`;
    fates.set(packet.piece, [...(fates.get(packet.piece) ?? []), fate].toSorted());
  }
  return fates;
}

function firstSendings(trace: Trace): Set<number> {
  const pieces = new Set<number>();
  for (let index = 0; index < trace.eventCount; index += 1) {
    const event = trace.event(index);
    // Only what met the road R2–R3 (way 4) was tried by its weather; a full queue is a lane's own doing.
    if (event.kind !== 'linkEntered' || event.place !== 4) continue;
    const packet = trace.packet(event.packet);
    if (packet.role === 'piece' && packet.duplicateOf < 0) pieces.add(packet.piece);
  }
  return pieces;
}

describe('same fate', () => {
  it('each piece meets the same weather in both lanes on its first sending', () => {
    let compared = 0;
    fc.assert(
      fc.property(experiment(), (input) => {
        const [tcp, udp] = simulateAll(input).traces;
        const fates = [fatesOfPieces(tcp!), fatesOfPieces(udp!)] as const;
        const inBoth = firstSendings(udp!);
        for (const piece of firstSendings(tcp!)) {
          if (!inBoth.has(piece)) continue;
          expect(fates[0].get(piece) ?? []).toEqual(fates[1].get(piece) ?? []);
          if (fates[0].has(piece)) compared += 1;
        }
      }),
      { numRuns: 500, verbose: fc.VerbosityLevel.Verbose },
    );
    expect(compared).toBeGreaterThan(500);
  });
});
