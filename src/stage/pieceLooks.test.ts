import { describe, expect, it } from 'vitest';
import { PIECE_LOOKS, receivedLooks, sentLooks } from './pieceLooks';

const named = (looks: Uint8Array) => [...looks].map((look) => PIECE_LOOKS[look]);

describe('the looks of the pieces of a file', () => {
  it('are the sender’s own until they are sent, and then until they are acknowledged', () => {
    const looks = sentLooks(4, { sent: 3, acknowledged: 1 });
    expect(named(looks)).toEqual(['acknowledged', 'sent', 'sent', 'here']);
  });

  it('are holes at the receiver only before a piece that has come to the app', () => {
    const received = [
      { piece: 0, start: 0, length: 4, timeNs: 1, packet: 0 },
      { piece: 2, start: 4, length: 4, timeNs: 2, packet: 2 },
    ];
    const looks = receivedLooks(6, { received, distinct: 2, unread: [], held: [4] });
    expect(named(looks)).toEqual(['here', 'hole', 'here', 'open', 'held', 'open']);
  });
});
