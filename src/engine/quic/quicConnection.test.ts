import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuicPacket } from '../../wire/quicModel';
import { NO_BYTES } from '../../wire/octets';
import { allParts } from '../allParts';
import { withRoad } from '../http/webBench';
import { hashFraction } from '../hash';
import { Tally } from '../tally';
import { World } from '../world';
import { QuicHandshake } from './handshake';
import { QuicConnection, type QuicContext, type QuicDraft } from './quicConnection';

const MS = 1_000_000;

interface Network {
  readonly seed: number;
  readonly loss: number;
  readonly doubles: number;
}

/** What two ends made of the streams that the client wrote, over a network that loses, doubles and overtakes. */
function talk(streams: readonly Uint8Array[], { seed, loss, doubles }: Network) {
  const world = new World(withRoad([]), new Tally(), allParts);
  const heard = new Map<number, number[]>();
  const ends: QuicConnection[] = [];
  let sent = 0;
  const context = (self: 0 | 1): QuicContext => ({
    world,
    send(draft: QuicDraft) {
      const packet: QuicPacket = { ...draft, destinationId: NO_BYTES, sourceId: NO_BYTES };
      sent += 1;
      const copies = hashFraction(seed, sent, 1) < doubles ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        if (hashFraction(seed, sent, copy, 2) < loss) continue;
        const delayNs = Math.floor((10 + 30 * hashFraction(seed, sent, copy, 3)) * MS);
        world.at(world.now + delayNs, () => ends[1 - self]!.receive(packet, 1200, 0));
      }
      return { packet: sent, sent, bytes: 1200 };
    },
    tell() {},
    ready() {
      if (self === 0) streams.forEach((bytes, i) => ends[0]!.write(i * 4, bytes, true, 0));
    },
    heard(stream, bytes) {
      heard.set(stream, [...(heard.get(stream) ?? []), ...bytes]);
    },
    closed() {},
  });
  for (const self of [0, 1] as const) {
    ends.push(new QuicConnection(context(self), self === 0, new QuicHandshake(self === 0, 'a', [self])));
  }
  ends[0]!.open(0);
  while (!world.queue.isEmpty) {
    world.now = world.queue.nextNs;
    world.queue.take()();
  }
  return heard;
}

describe('streams between two ends of the model of QUIC', () => {
  it('arrive whole and unmixed, whatever is lost, doubled or overtaken on the way (RFC 9000 §2.2)', () => {
    let complete = 0;
    const streams = fc.array(fc.uint8Array({ minLength: 1, maxLength: 4000 }), {
      minLength: 1,
      maxLength: 5,
    });
    const network = fc.record({
      seed: fc.nat(),
      loss: fc.double({ min: 0, max: 0.3, noNaN: true }),
      doubles: fc.double({ min: 0, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(streams, network, (sent, how) => {
        const heard = talk(sent, how);
        // What an end has given up after half a minute of silence is cut short, and never wrong.
        for (const [i, bytes] of sent.entries()) {
          const read = heard.get(i * 4) ?? [];
          expect(read).toEqual([...bytes.subarray(0, read.length)]);
        }
        if (sent.every(({ length }, i) => heard.get(i * 4)?.length === length)) complete += 1;
      }),
      { numRuns: 60 },
    );
    expect(complete).toBeGreaterThan(50);
  });
});
