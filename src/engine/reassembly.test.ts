import { describe, expect, it } from 'vitest';
import { Trace } from '../trace/trace';
import type { Ipv4Header } from '../wire/ipv4';
import { allParts } from './allParts';
import { Reassembly } from './reassembly';
import { house, inTown, road } from './townBench';
import { World } from './world';

const HEADER: Ipv4Header = {
  typeOfService: 0,
  identification: 7,
  dontFragment: false,
  moreFragments: true,
  fragmentOffset: 0,
  timeToLive: 64,
  protocol: 17,
  source: 0xc000020a,
  destination: 0xc6336414,
  options: new Uint8Array(0),
};

/** Host B, and what gives it 400 bytes of `fill` that belong `start` bytes into the payload. */
function bench() {
  const town = {
    hosts: [house('A', '192.0.2.10', 'A-B'), house('B', '198.51.100.20', 'A-B')],
    routers: [],
    links: [road('A', 'B')],
  };
  const world = new World(inTown(town, []), new Trace('udp'), allParts);
  const reassembly = new Reassembly(world, 1, () => undefined);
  const identity = {
    role: 'piece',
    flow: 0,
    piece: 0,
    number: 0,
    copy: 0,
    original: -1,
    duplicateOf: -1,
  } as const;
  return (start: number, moreFragments: boolean, fill = 1): Uint8Array | undefined => {
    const bytes = new Uint8Array(20);
    const made = { identity, bytes, payloadBytes: 0, weatherNs: null };
    const packet = world.makePacket(0, made, -1, { kind: 'none' });
    const header = { ...HEADER, moreFragments, fragmentOffset: start / 8 };
    return reassembly.add(packet, header, new Uint8Array(400).fill(fill))?.bytes;
  };
}

describe('a host puts fragments together (RFC 791 §3.2)', () => {
  it('in whatever order they come', () => {
    const add = bench();
    expect(add(800, false)).toBeUndefined();
    expect(add(0, true)).toBeUndefined();
    expect(add(400, true)).toHaveLength(20 + 1200);
  });

  it('with what came later over what came before', () => {
    const add = bench();
    add(0, true, 1);
    add(0, true, 2);
    const whole = add(400, false, 3)!;
    expect([whole[20], whole[20 + 399], whole[20 + 400]]).toEqual([2, 2, 3]);
  });

  it('without those that belong behind its end, as a damaged header or a number used twice may say', () => {
    const add = bench();
    add(400, false);
    add(800, true);
    add(1200, false);
    expect(add(0, true)).toHaveLength(20 + 800);
  });
});
