import { describe, expect, it } from 'vitest';
import { FLAG } from '../wire/tcp';
import { Sendings } from './sendings';
import type { OutgoingSegment } from './tcp/connection';

const segment = (streamOffset: number, over: Partial<OutgoingSegment> = {}): OutgoingSegment => ({
  header: {
    sourcePort: 80,
    destinationPort: 50_000,
    sequence: 0,
    acknowledgment: 0,
    flags: FLAG.ack,
    window: 0,
    urgentPointer: 0,
    options: [],
  },
  payload: new Uint8Array(10),
  streamOffset,
  isRetransmission: false,
  ecn: 0,
  reason: { kind: 'newData' },
  ...over,
});

/** What a connection without a message of the experiment sends, by stream offsets; R marks a repetition. */
function identities(...offsets: readonly string[]) {
  let numbers = 0;
  const sendings = new Sendings(undefined, () => numbers++);
  return offsets.map((text, id) => {
    const sent = segment(Number.parseInt(text, 10), { isRetransmission: text.endsWith('R') });
    const identity = sendings.identify(sent);
    sendings.note(sent, identity, id);
    return `${identity.role} ${identity.number}.${identity.copy} of ${identity.original}`;
  });
}

describe('data of a connection that carries no message of the experiment', () => {
  it('has a number for each first sending', () => {
    expect(identities('0', '10', '20')).toEqual([
      'control 0.0 of -1',
      'control 1.0 of -1',
      'control 2.0 of -1',
    ]);
  });

  it('is a retransmission of its first packet each time that it goes again', () => {
    expect(identities('0', '10', '0R', '0R', '10R')).toEqual([
      'control 0.0 of -1',
      'control 1.0 of -1',
      'retransmission 2.1 of 0',
      'retransmission 2.2 of 0',
      'retransmission 3.1 of 1',
    ]);
  });

  it('is known again in segments that are cut otherwise', () => {
    expect(identities('0', '10', '5R', '15R')).toEqual([
      'control 0.0 of -1',
      'control 1.0 of -1',
      'retransmission 2.1 of 0',
      'retransmission 3.1 of 1',
    ]);
  });
});
