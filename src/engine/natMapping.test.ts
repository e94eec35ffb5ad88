import { describe, expect, it } from 'vitest';
import { FLAG } from '../wire/tcp';
import { TcpConnections } from './natMapping';

const REMOTE = { address: 1, port: 80 };
const { syn, ack, fin, rst } = FLAG;
const OURS = 'source';
const THEIRS = 'destination';

/** A connection whose two ends have said these, behind a handshake. */
function after(...said: readonly (readonly [end: 'source' | 'destination', flags: number])[]): boolean {
  const connections = new TcpConnections();
  const handshake = [
    [OURS, syn],
    [THEIRS, syn | ack],
    [OURS, ack],
  ] as const;
  for (const [end, flags] of [...handshake, ...said]) connections.note(REMOTE, end, flags);
  return connections.isOpen;
}

describe('a TCP connection that a NAT keeps a row for (RFC 5382 §5)', () => {
  it('is open from the handshake until both have finished', () => {
    expect(after()).toBe(true);
    expect(after([OURS, fin | ack])).toBe(true);
    expect(after([OURS, fin | ack], [THEIRS, fin | ack])).toBe(false);
  });

  it('is over when one breaks it off', () => {
    expect(after([THEIRS, rst])).toBe(false);
  });

  it('does not open again with a FIN that is repeated and its acknowledgment', () => {
    const closed = [
      [OURS, fin | ack],
      [THEIRS, fin | ack],
      [OURS, ack],
    ] as const;
    expect(after(...closed, [THEIRS, fin | ack], [OURS, ack])).toBe(false);
    expect(after([THEIRS, rst], [OURS, ack], [THEIRS, rst | ack])).toBe(false);
  });

  it('opens again with a new call', () => {
    expect(after([THEIRS, rst], [OURS, syn], [THEIRS, syn | ack], [OURS, ack])).toBe(true);
  });
});
