import { describe, expect, it } from 'vitest';
import { type ConnectionSnapshot, NO_RANGES, NUMERIC_VARIABLES, type SequenceRange } from './snapshot';
import { SnapshotTable } from './snapshotTable';

/** A snapshot whose numbers are all different, so that a column in the wrong place is seen. */
function snapshotOf(first: number, reassembly: readonly SequenceRange[] = NO_RANGES): ConnectionSnapshot {
  const numbers = Object.fromEntries(NUMERIC_VARIABLES.map((variable, i) => [variable, first + i]));
  return {
    state: 'CLOSE-WAIT',
    phase: 'fastRecovery',
    ...numbers,
    scoreboard: NO_RANGES,
    reassembly,
  } as ConnectionSnapshot;
}

describe('SnapshotTable', () => {
  it('gives back what it was given', () => {
    const table = new SnapshotTable();
    const ranges = [
      { start: 0xffff_fff0, end: 16 },
      { start: 400, end: 900 },
    ];
    const given = [snapshotOf(100), snapshotOf(500, ranges), snapshotOf(900)];
    expect(given.map((snapshot) => table.add(snapshot, []))).toEqual([0, 1, 2]);
    expect(given.map((_, number) => table.at(number))).toEqual(given);
  });

  it('streams in batches, a list of ranges once for all snapshots that share it', () => {
    const engine = new SnapshotTable();
    const page = new SnapshotTable();
    const ranges = [{ start: 4, end: 9 }];
    engine.add(snapshotOf(100, ranges), [[3, 7]]);
    page.append(engine.takeBatch());
    engine.add(snapshotOf(200, ranges), []);
    engine.add(snapshotOf(300, [{ start: 4, end: 12 }]), [
      [1, 4],
      [9, 2],
    ]);
    const second = engine.takeBatch();
    expect([...second.ranges.values]).toEqual([4, 12]);
    page.append(second);
    page.append(engine.takeBatch());
    expect(page.length).toBe(3);
    for (let number = 0; number < 3; number += 1) expect(page.at(number)).toEqual(engine.at(number));
    expect([0, 1, 2].map((number) => page.changesAt(number))).toEqual([
      [[3, 7]],
      [],
      [
        [1, 4],
        [9, 2],
      ],
    ]);
  });
});
