import { describe, expect, it } from 'vitest';
import type { Reason } from './reason';
import {
  type ChangeReason,
  type ConnectionSnapshot,
  NO_RANGES,
  NUMERIC_VARIABLES,
  type SequenceRange,
  type Variable,
  VARIABLES,
} from './snapshot';
import { SnapshotTable } from './snapshotTable';

/** A snapshot whose numbers are all different, so that a column in the wrong place is seen. */
function snapshotOf(first: number, reassembly: readonly SequenceRange[] = NO_RANGES): ConnectionSnapshot {
  const numbers = Object.fromEntries(NUMERIC_VARIABLES.map((variable, i) => [variable, first + i]));
  return {
    state: 'CLOSE-WAIT',
    phase: 'fastRecovery',
    ...numbers,
    scoreboard: NO_RANGES,
    lost: NO_RANGES,
    resent: NO_RANGES,
    reassembly,
  } as ConnectionSnapshot;
}

const APP_CALLED: Reason = { kind: 'appCalled' };
const NUMBERS: readonly Reason['kind'][] = ['none', 'appCalled', 'outOfOrder'];
const numberOf = ({ kind }: Reason): number => NUMBERS.indexOf(kind);
const FIRST = { previous: -1, changes: [] };

describe('SnapshotTable', () => {
  it('gives back what it was given', () => {
    const table = new SnapshotTable();
    const ranges = [
      { start: 0xffff_fff0, end: 16 },
      { start: 400, end: 900 },
    ];
    const given = [snapshotOf(100), snapshotOf(500, ranges), snapshotOf(900)];
    expect(given.map((snapshot) => table.add(snapshot, FIRST, numberOf))).toEqual([0, 1, 2]);
    expect(given.map((_, number) => table.at(number))).toEqual(given);
  });

  it('takes what has not changed from the snapshot before, ranges too', () => {
    const table = new SnapshotTable();
    const first = snapshotOf(100, [{ start: 4, end: 9 }]);
    const second: ConnectionSnapshot = { ...first, state: 'CLOSED', cwnd: 7 };
    const third: ConnectionSnapshot = { ...second, reassembly: [{ start: 4, end: 12 }] };
    const because = (reason: Reason, ...variables: Variable[]): readonly ChangeReason[] =>
      variables.map((variable) => ({ variable, reason }));
    table.add(first, FIRST, numberOf);
    table.add(second, { previous: 0, changes: because(APP_CALLED, 'state', 'cwnd') }, numberOf);
    // Another connection in between.
    table.add(snapshotOf(900), FIRST, numberOf);
    const changes = because({ kind: 'outOfOrder' }, 'reassembly');
    table.add(third, { previous: 1, changes }, numberOf);
    expect([0, 1, 3].map((number) => table.at(number))).toEqual([first, second, third]);
    const numbered = [0, 1, 2, 3].map((number) => table.changesAt(number));
    const at = (variable: Variable): number => VARIABLES.indexOf(variable);
    expect(numbered).toEqual([
      [],
      [
        [at('state'), 1],
        [at('cwnd'), 1],
      ],
      [],
      [[at('reassembly'), 2]],
    ]);
    expect([...table.takeBatch().ranges.values]).toEqual([4, 9, 4, 12]);
  });

  it('streams in batches', () => {
    const engine = new SnapshotTable();
    const page = new SnapshotTable();
    const first = snapshotOf(100, [{ start: 4, end: 9 }]);
    engine.add(first, FIRST, numberOf);
    page.append(engine.takeBatch());
    const changes = [{ variable: 'reassembly', reason: APP_CALLED }] as const;
    engine.add({ ...first, reassembly: [{ start: 4, end: 12 }] }, { previous: 0, changes }, numberOf);
    engine.add(snapshotOf(300), FIRST, numberOf);
    page.append(engine.takeBatch());
    page.append(engine.takeBatch());
    expect(page.length).toBe(3);
    for (let number = 0; number < 3; number += 1) {
      expect(page.at(number)).toEqual(engine.at(number));
      expect(page.changesAt(number)).toEqual(engine.changesAt(number));
    }
  });
});
