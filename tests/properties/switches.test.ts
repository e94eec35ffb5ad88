import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { pieceAt, pieceCount, senderOf } from '../../src/experiment/pieces';
import { MECHANISMS } from '../../src/experiment/tcpOptions';
import { experiment } from './arbitraries';
import { tcpOptions } from './tcpArbitraries';

const PATIENCE_NS = 20_000_000_000;
/** Who never gives up may go on for a day. */
const ENDING = MECHANISMS.filter((mechanism) => mechanism !== 'userTimeout');

describe('any message, weather, settings and switches', () => {
  it('the run ends, and the app holds the beginning of the message, damaged only where nobody checks', () => {
    let damaged = 0;
    fc.assert(
      fc.property(experiment(), tcpOptions(ENDING), (input, options) => {
        const tcp = { ...options, synGiveUpNs: PATIENCE_NS, dataGiveUpNs: PATIENCE_NS };
        const run = simulateAll({ ...input, lanes: ['tcp'], tcp });
        const app = senderOf(input)!;
        const pieces = Array.from({ length: pieceCount(app) }, (_, number) => pieceAt(app, number));
        const sent = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
        const got = run.traces[0]!.delivered();
        if (tcp.without.includes('checksum')) {
          if (!got.every((byte, at) => byte === sent[at])) damaged += 1;
        } else expect(got).toEqual(sent.slice(0, got.length));
      }),
      { numRuns: 200 },
    );
    expect(damaged).toBeGreaterThan(0);
  }, 60_000);
});
