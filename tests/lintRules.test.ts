import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/child.mjs';

/** Code that the linter must complain of, with the rule that does. One file each: path, rule, code. */
const PLANTED: readonly (readonly [string, string, string])[] = [
  ['src/wire/imports.ts', 'no-restricted-imports', "import { b } from '../engine/b';\nexport const a = b;"],
  ['src/panels/imports.ts', 'no-restricted-imports', "import { b } from '../engine/b';\nexport const a = b;"],
  ['src/wire/clock.ts', 'no-restricted-globals', 'export const a = Date.now();'],
  ['src/trace/page.ts', 'no-restricted-globals', 'export const a = document;'],
  ['src/engine/timer.ts', 'no-restricted-globals', 'setTimeout(() => {}, 1);'],
  ['src/engine/dice.ts', 'no-restricted-properties', 'export const a = Math.random();'],
  ['src/stage/console.ts', 'no-console', 'console.log(1);'],
  ['src/wire/cycle.ts', 'no-cycle', "import { b } from './cycleBack';\nexport const a: number = b;"],
  ['src/wire/cycleBack.ts', 'no-cycle', "import { a } from './cycle';\nexport const b: number = a;"],
  ['src/wire/named.ts', 'no-default-export', 'export default 1;'],
  ['src/wire/long.ts', 'max-lines', `export const a = 1;\n${'// a line\n'.repeat(300)}`],
  [
    'src/wire/longFunction.ts',
    'max-lines-per-function',
    `export function f(a: number): number {\n${'  a += 1;\n'.repeat(60)}  return a;\n}`,
  ],
  ['src/wire/any.ts', 'no-explicit-any', 'export const f = (a: any): boolean => a === 1;'],
  [
    'src/wire/switch.ts',
    'switch-exhaustiveness-check',
    "export function f(a: 'x' | 'y'): number {\n  switch (a) {\n    case 'x':\n      return 1;\n  }\n  return 2;\n}",
  ],
  [
    'src/bridge/simulator.ts',
    'no-floating-promises',
    'async function g(): Promise<void> {}\nexport function f(): void {\n  g();\n}',
  ],
  [
    'src/ui/hooks.ts',
    'rules-of-hooks',
    "import { useState } from 'react';\nexport function useA(on: boolean): void {\n  if (on) useState(1);\n}",
  ],
  [
    'src/ui/effects.ts',
    'exhaustive-deps',
    "import { useEffect } from 'react';\nexport function useA(on: boolean): void {\n  useEffect(() => {\n    if (on) location.reload();\n  }, []);\n}",
  ],
  ['src/ui/Picture.tsx', 'alt-text', 'export const Picture = () => <img src="a.png" />;'],
];

interface Finding {
  readonly filename: string;
  readonly code: string;
}

describe('the linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  let findings: readonly Finding[] = [];

  beforeAll(() => {
    for (const name of readdirSync(ROOT)) {
      if (/^tsconfig.*\.json$|^\.oxlintrc\.json$/u.test(name)) cpSync(join(ROOT, name), join(folder, name));
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, , code] of [...PLANTED, ['src/engine/b.ts', '', 'export const b = 1;'] as const]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${code}\n`);
    }
    const bin = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const args = [bin, '--type-aware', '--format', 'json', 'src'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    findings = (JSON.parse(stdout) as { readonly diagnostics: readonly Finding[] }).diagnostics;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(PLANTED)('sees in %s: %s', (path, rule) => {
    const rules = findings.filter(({ filename }) => filename === path).map(({ code }) => code);
    expect(rules).toContainEqual(expect.stringContaining(`(${rule})`));
  });

  it('is content with plain code', () => {
    expect(findings.filter(({ filename }) => filename === 'src/engine/b.ts')).toEqual([]);
  });
});
