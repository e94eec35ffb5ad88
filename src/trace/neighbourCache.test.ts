import { describe, expect, it } from 'vitest';
import { house, inTown, post, road } from '../engine/townBench';
import { simulateAll } from '../engine/simulate';
import type { Command } from '../experiment/command';
import { townIndex } from './townIndex';
import { neighboursAt } from './neighbourCache';
import { rowUsedBy, rowUses } from './routeUse';

const MS = 1_000_000;
const SECOND = 1_000_000_000;
const THERE = '198.51.100.0/24';

function run(commands: readonly Command[] = []) {
  const resolves = { resolves: true } as const;
  const town = {
    hosts: [house('C', '192.0.2.10', 'C-R'), house('S', '198.51.100.20', 'R-S')],
    routers: [post('R', '203.0.113.1', '192.0.2.0/24>C-R', `${THERE}>R-S`)],
    links: [road('C', 'R', resolves), road('R', 'S', resolves)],
  };
  const ping = { kind: 'ping', host: 'C', to: '198.51.100.20', identifier: 1, dataBytes: 8 } as const;
  return simulateAll(inTown(town, [{ ...ping, count: 2, startNs: 0, everyNs: 30 * SECOND }], { commands }));
}

const known = (finished: ReturnType<typeof run>, node: string, timeNs: number): readonly string[] =>
  neighboursAt(finished, 0, townIndex(finished.experiment).node(node), timeNs).map(
    ({ address, hardware, asked, link }) => `${address} ${hardware ?? `asked ${asked}`} ${link ?? ''}`.trim(),
  );

describe('what a node knows of its neighbours', () => {
  it('is nothing, then a question, then an answer (RFC 826)', () => {
    const finished = run();
    expect(known(finished, 'R', 9 * MS)).toEqual([]);
    expect(known(finished, 'C', 9 * MS)).toEqual(['203.0.113.1 asked 1']);
    expect(known(finished, 'C', 20 * MS)).toEqual(['203.0.113.1 02:00:00:03:00:01 C-R']);
    expect(known(finished, 'R', 60 * MS)).toEqual([
      '192.0.2.10 02:00:00:01:00:01 C-R',
      '198.51.100.20 02:00:00:02:00:02 R-S',
    ]);
  });

  it('is forgotten a minute after it was heard (RFC 1122 §2.3.2.1)', () => {
    const finished = run();
    expect(known(finished, 'C', 20 * MS + 60 * SECOND - 1)).toHaveLength(1);
    expect(known(finished, 'C', 20 * MS + 60 * SECOND)).toEqual([]);
  });

  it('counts its questions, and gives up after the third', () => {
    const finished = run([{ kind: 'powerOff', atNs: 0, host: 'S' }]);
    expect(known(finished, 'R', 1500 * MS)).toContain('198.51.100.20 asked 2');
    expect(known(finished, 'R', 3100 * MS)).toEqual(['192.0.2.10 02:00:00:01:00:01 C-R']);
  });

  it('is gone with the power', () => {
    expect(known(run([{ kind: 'powerOff', atNs: 25 * MS, host: 'C' }]), 'C', 30 * MS)).toEqual([]);
  });
});

describe('the use of a table', () => {
  it('counts packets by row until a moment, and knows which row one packet took', () => {
    const finished = run();
    const [trace] = finished.traces;
    const router = townIndex(finished.experiment).node('R');
    expect([...rowUses(trace!, router, 20 * MS)]).toEqual([]);
    expect([...rowUses(trace!, router, SECOND)]).toEqual([
      [THERE, 1],
      ['192.0.2.0/24', 1],
    ]);
    expect(rowUsedBy(trace!, router, 0, SECOND)).toBe(THERE);
    expect(rowUsedBy(trace!, router, 0, 0)).toBeNull();
  });
});
