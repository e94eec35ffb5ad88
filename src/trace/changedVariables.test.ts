import { describe, expect, it } from 'vitest';
import { changedVariables } from './changedVariables';
import { type ConnectionSnapshot, VARIABLES } from './snapshot';

describe('changedVariables', () => {
  it('sees each variable there is, and names them in order', () => {
    const values = (value: number): ConnectionSnapshot =>
      Object.fromEntries(VARIABLES.map((variable) => [variable, value])) as unknown as ConnectionSnapshot;
    const before = values(1);
    expect(changedVariables(before, values(1))).toEqual([]);
    expect(changedVariables(before, values(2))).toEqual(VARIABLES);
    for (const variable of VARIABLES) {
      expect(changedVariables(before, { ...before, [variable]: 2 })).toEqual([variable]);
    }
  });
});
