import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SendBuffer } from './sendBuffer';

describe('SendBuffer', () => {
  it('shows any part of what was written and not released', () => {
    const action = fc.record({
      write: fc.oneof(fc.nat(50), fc.nat(80_000)),
      release: fc.double({ min: 0, max: 1, noNaN: true }),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(1500),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        const buffer = new SendBuffer(200_000);
        let start = 0;
        for (const { write, release, from, length } of actions) {
          const before = buffer.end;
          const accepted = buffer.append(Uint8Array.from({ length: write }, (_, i) => (before + i) % 251));
          expect(accepted).toBe(Math.min(write, 200_000 - (before - start)));
          start += Math.floor((buffer.end - start) * release);
          buffer.release(start);
          expect(buffer.freeBytes).toBe(200_000 - (buffer.end - start));
          if (buffer.end === start) continue;
          const offset = start + Math.floor((buffer.end - start) * from);
          const view = buffer.view(offset, Math.min(length, buffer.end - offset));
          expect(view.every((byte, i) => byte === (offset + i) % 251)).toBe(true);
          expect(view.length).toBe(Math.min(length, buffer.end - offset));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('copies nothing for a segment that lies in one chunk', () => {
    const buffer = new SendBuffer(1_000_000);
    buffer.append(new Uint8Array(60_000));
    expect(buffer.view(0, 1448).buffer).toBe(buffer.view(40_000, 1448).buffer);
  });

  it('refuses what it does not hold', () => {
    expect(() => new SendBuffer(10).view(0, 1)).toThrow(RangeError);
  });
});
