import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, handMadeExperiment, ms } from '../../tests/handMade';
import { laneResults } from './result';
import { Trace } from './trace';

/** SHA-256 of "abc": the example of FIPS 180-4. */
const SHA256_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

function shortTrace(piece: string, timeNs: number, lane: 'tcp' | 'udp' = 'udp'): Trace {
  const town = new HandMade(lane);
  const packet = town.sends(timeNs, 0, bytesOf(piece));
  town.reads(ms(60), packet, bytesOf('a'));
  return town.trace;
}

function hashOf(...traces: readonly Trace[]): string {
  return laneResults(handMadeExperiment({ text: 'a' }), traces, new Set()).traceSha256;
}

describe('laneResults', () => {
  it('says what arrived, what is missing, what came twice and what was overtaken', () => {
    const town = new HandMade('udp');
    const packets = ['a', 'b', 'c'].map((letter, piece) => town.sends(ms(piece), piece, bytesOf(letter)));
    town.reads(ms(60), packets[2]!, bytesOf('c'));
    town.reads(ms(61), packets[0]!, bytesOf('a'));
    town.reads(ms(62), packets[2]!, bytesOf('c'));
    const result = laneResults(handMadeExperiment({ text: 'abc' }, ['udp']), [town.trace], new Set());
    expect(result.lanes[0]).toEqual({
      transport: 'udp',
      sentBytes: 3,
      deliveredBytes: 3,
      sentSha256: SHA256_OF_ABC,
      deliveredSha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
      intact: false,
      missingPieces: [1],
      repeatedPieces: [2],
      overtakenPieces: [0],
      packetsSent: 3,
      bytesSent: 87,
      retransmissions: 0,
      firstByteNs: ms(60),
      finishNs: ms(62),
      isCutOff: false,
      senderTold: 'none',
      flows: [
        {
          host: 'C',
          port: 50_000,
          transport: 'udp',
          sentBytes: 3,
          deliveredBytes: 3,
          intact: false,
          finishNs: ms(62),
          retransmissions: 0,
        },
      ],
    });
    expect(result.finishNs).toBe(ms(62));
  });

  it('is intact when the app read the message, and knows what the sender was told last', () => {
    const town = new HandMade('tcp');
    town.reads(ms(60), 0, bytesOf('ab'));
    town.reads(ms(61), 0, bytesOf('c'));
    const told = { place: town.node('C'), port: 50_000 };
    town.trace.record(ms(70), 'appTold', told, -1, { kind: 'closed' });
    town.trace.record(ms(71), 'appTold', { ...told, place: town.node('S') }, -1, { kind: 'peerClosed' });
    const [lane] = laneResults(handMadeExperiment({ text: 'abc' }, ['tcp']), [town.trace], new Set()).lanes;
    expect(lane).toMatchObject({ intact: true, deliveredSha256: SHA256_OF_ABC, senderTold: 'closed' });
  });

  it('rebuilds numbered blocks that UDP brought in another order', () => {
    const payload = { kind: 'file', name: '', mediaType: '', bytes: bytesOf('abc'), numbered: true } as const;
    const experiment = handMadeExperiment({ payload, pieceBytes: 6 }, ['udp']);
    const town = new HandMade('udp');
    const blocks = [Uint8Array.of(0, 0, 0, 0, 0x61, 0x62), Uint8Array.of(0, 0, 0, 1, 0x63)];
    const packets = blocks.map((block, piece) => town.sends(ms(piece), piece, block));
    town.reads(ms(60), packets[1]!, blocks[1]!);
    expect(laneResults(experiment, [town.trace], new Set()).lanes[0]?.intact).toBe(false);
    town.reads(ms(61), packets[0]!, blocks[0]!);
    expect(laneResults(experiment, [town.trace], new Set()).lanes[0]).toMatchObject({
      intact: true,
      deliveredBytes: 3,
      overtakenPieces: [0],
    });
  });

  it('never finishes as a whole when one lane got nothing', () => {
    const town = new HandMade('tcp');
    town.reads(ms(60), 0, bytesOf('a'));
    const result = laneResults(handMadeExperiment({ text: 'a' }), [town.trace, new Trace('udp')], new Set());
    expect(result.finishNs).toBeNull();
    expect(result.lanes.map(({ finishNs }) => finishNs)).toEqual([ms(60), null]);
  });

  it('hashes the whole trace: equal traces agree, also after a transfer, and any difference shows', () => {
    const transferred = new Trace('udp');
    transferred.append(shortTrace('a', 1).takeBatch());
    expect(hashOf(shortTrace('a', 1))).toBe(hashOf(shortTrace('a', 1)));
    expect(hashOf(transferred)).toBe(hashOf(shortTrace('a', 1)));
    const different = [
      hashOf(shortTrace('a', 1)),
      hashOf(shortTrace('b', 1)),
      hashOf(shortTrace('a', 2)),
      hashOf(shortTrace('a', 1, 'tcp')),
      hashOf(shortTrace('a', 1), shortTrace('a', 1)),
      hashOf(),
    ];
    expect(new Set(different).size).toBe(different.length);
  });
});
