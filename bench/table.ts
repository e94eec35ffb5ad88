import type { Figure } from './figure';

/** One line for each figure: what it is, how much, what it should be, under which conditions. */
export function tableOf(figures: readonly Figure[]): readonly string[] {
  const rows = figures.map(({ what, aim = '', facts, ...figure }) => [
    what,
    amountOf(figure),
    aim,
    Object.entries(facts)
      .map(([name, value]) => `${name} ${plain(value)}`)
      .join(', '),
  ]);
  const all = [['what', 'measured', 'aim', 'with'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]!.length)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function amountOf({ value, p95, samples, unit }: Pick<Figure, 'value' | 'p95' | 'samples' | 'unit'>): string {
  if (value === null) return 'did not finish';
  const spread = p95 === undefined ? '' : ` (p95 ${inUnit(p95, unit)}, n ${samples})`;
  return `${inUnit(value, unit)} ${unit === 'bytes' ? 'kB' : unit}${spread}`;
}

function inUnit(value: number, unit: Figure['unit']): string {
  return plain(unit === 'bytes' ? value / 1000 : value);
}

/** Three digits are more than any of the figures is good for. */
function plain(value: number | string): string {
  if (typeof value === 'string') return value;
  if (Number.isInteger(value) || Math.abs(value) >= 100) return String(Math.round(value));
  return value.toPrecision(3);
}
