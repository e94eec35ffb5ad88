import { describe, expect, it } from 'vitest';
import { FLAG, type TcpHeader } from '../../wire/tcp';
import { initialSequence } from './initialSequence';
import { resetFor } from './reset';

const segment = (flags: number, sequence: number, acknowledgment: number): TcpHeader => ({
  sourcePort: 50_000,
  destinationPort: 81,
  sequence,
  acknowledgment,
  flags,
  window: 1000,
  urgentPointer: 0,
  options: [],
});

describe('the reset of a closed port (RFC 9293 §3.10.7.1)', () => {
  it('acknowledges a segment without ACK, SYN and FIN counted', () => {
    expect(resetFor(segment(FLAG.syn, 0xffff_ffff, 0), 0)).toMatchObject({
      sourcePort: 81,
      destinationPort: 50_000,
      flags: FLAG.rst | FLAG.ack,
      sequence: 0,
      acknowledgment: 0,
    });
    expect(resetFor(segment(FLAG.fin, 100, 0), 20)?.acknowledgment).toBe(121);
  });

  it('takes the sequence number that the segment expects', () => {
    expect(resetFor(segment(FLAG.ack, 100, 777), 20)).toMatchObject({ flags: FLAG.rst, sequence: 777 });
  });

  it('does not answer a reset', () => {
    expect(resetFor(segment(FLAG.rst, 100, 0), 0)).toBeUndefined();
  });
});

describe('the initial sequence number (RFC 6528 §3)', () => {
  const local = { address: 0xc000020a, port: 50_000 };
  const remote = { address: 0xc6336414, port: 80 };

  it('moves with the 4 µs clock', () => {
    const first = initialSequence(7, 0, local, remote);
    expect((initialSequence(7, 4_000_000, local, remote) - first) >>> 0).toBe(1000);
  });

  it('depends on the seed and on each of the four parts of the connection', () => {
    const others = [
      initialSequence(7, 0, local, remote),
      initialSequence(8, 0, local, remote),
      initialSequence(7, 0, { ...local, port: 50_001 }, remote),
      initialSequence(7, 0, { ...local, address: 1 }, remote),
      initialSequence(7, 0, local, { ...remote, port: 81 }),
      initialSequence(7, 0, local, { ...remote, address: 1 }),
    ];
    expect(new Set(others).size).toBe(others.length);
    expect(others.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32)).toBe(true);
  });
});
