import { describe, expect, it } from 'vitest';
import { VirtualWire } from './virtualWire';

describe('three-way handshake (RFC 9293 §3.5)', () => {
  it('synchronises both ends with three segments (figure 6)', () => {
    const wire = new VirtualWire().open().run();
    expect(wire.ladder).toEqual(['0 C S 0:0', '250 S S. 0:0 ack 1', '500 C . 1:1 ack 1']);
    expect(wire.client.notices).toEqual(['500 connected']);
    expect(wire.server.notices).toEqual(['750 connected']);
  });
});
