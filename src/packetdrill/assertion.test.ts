import { describe, expect, it } from 'vitest';
import { parseAssertion } from './assertion';
import { evaluate } from './evaluate';

const FACTS: Readonly<Record<string, number>> = { tcpi_snd_cwnd: 10, tcpi_unacked: 4, TCP_CA_Open: 0 };
const valuesOf = (text: string) =>
  parseAssertion(text, 1).map(({ condition }) => evaluate(condition, (name) => FACTS[name] ?? -1));

describe('an assertion', () => {
  it('is evaluated as Python does', () => {
    expect(valuesOf('assert tcpi_snd_cwnd == 10, tcpi_snd_cwnd')).toEqual([true]);
    expect(valuesOf('assert 9 <= tcpi_snd_cwnd <= 11')).toEqual([true]);
    expect(valuesOf('assert 9 <= tcpi_snd_cwnd < 10')).toEqual([false]);
    expect(valuesOf('assert tcpi_snd_cwnd == 1 or tcpi_unacked == 4 and not 0')).toEqual([true]);
    expect(valuesOf('assert tcpi_unacked * 2 + 7 // 2 - -1 == 12')).toEqual([true]);
    expect(valuesOf('assert (1 + 2) * 3 % 5 == 4')).toEqual([true]);
    expect(valuesOf('assert -7 // 2 == -4')).toEqual([true]);
  });

  it('stands beside others, over lines and behind semicolons', () => {
    const statements = parseAssertion(
      '\nassert 1 == 1; assert 2 == 3, "no"\n# nothing\nassert (4 ==\n 4)\n',
      7,
    );
    expect(statements.map(({ line }) => line)).toEqual([8, 8, 11]);
    expect(statements.map(({ condition }) => evaluate(condition, () => 0))).toEqual([true, false, true]);
  });

  it('knows no more Python than that', () => {
    for (const text of ['x = 1', 'assert len(a) == 1', 'assert a.b', 'assert a[0]', 'assert 1 if 2 else 3']) {
      expect(() => parseAssertion(text, 1)).toThrow(/Python/);
    }
  });
});
