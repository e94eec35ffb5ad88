import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/child.mjs';
import { WORDS } from '../src/i18n/words';
import { askedKeys, flatten, languageGaps, missingKeys, unusedKeys, type Words } from './tidy/i18nRules';
import { importProblems, lintImportRules } from './tidy/importRules';
import { sourcesUnder, type Source } from './tidy/source';
import {
  ambientProblems,
  defaultExportProblems,
  languageProblems,
  nameProblems,
  silencedProblems,
  sizeProblems,
  wordProblems,
} from './tidy/sourceRules';

const SRC = sourcesUnder('src');
const ALL = [...SRC, ...sourcesUnder('tests'), ...sourcesUnder('scripts'), ...sourcesUnder('bench')];
/** The rules themselves name what they forbid. */
const OTHERS = ALL.filter(({ path }) => !path.startsWith('tests/tidy'));

/** A rule, the files it is for, and a file that it must catch, so that a rule which went blind is seen. */
interface Rule {
  readonly name: string;
  readonly check: (source: Source) => readonly string[];
  readonly sources: readonly Source[];
  readonly planted: readonly Source[];
}

const planted = (path: string, text: string): Source => ({ path, text });

const RULES: readonly Rule[] = [
  {
    name: 'imports follow the table',
    check: importProblems,
    sources: SRC,
    planted: [
      planted('src/wire/a.ts', "import { b } from '../engine/b';"),
      planted('src/wire/a.ts', "import type { B } from '../trace/b';"),
      planted('src/panels/ladder/A.tsx', "const a = import('../../engine/b');"),
      planted('src/stage/a.ts', "import { run } from '../bridge/worker';"),
      planted('src/bridge/simulator.ts', "import { handle } from './handle';"),
      planted('src/ui/a.ts', "import 'zustand';"),
      planted('src/engine/a.ts', "import { readFileSync } from 'node:fs';"),
      planted('src/wire/a.ts', "export { b } from './b';"),
      planted('src/wire/a.ts', "export * from './b';"),
      planted('src/wire/a.ts', "import { b } from './b.ts';"),
      planted('src/misplaced.ts', ''),
    ],
  },
  {
    name: 'files are short',
    check: sizeProblems,
    sources: ALL,
    planted: [planted('src/wire/a.ts', 'a;\n'.repeat(301))],
  },
  {
    name: 'names say what is inside, folders are shallow',
    check: nameProblems,
    sources: ALL,
    planted: [
      planted('src/a/b/c/d/e.ts', ''),
      planted('src/wire/packetUtils.ts', ''),
      planted('src/engine/helpers/a.ts', ''),
      planted('src/wire/Address.ts', ''),
      planted('src/stage/stage-view.tsx', ''),
    ],
  },
  {
    name: 'nothing is left for later or in a drawer',
    check: wordProblems,
    sources: OTHERS,
    planted: [
      planted('src/a.ts', '// TODO: more'),
      planted('src/a.ts', '// FIXME'),
      planted('src/a.ts', 'class LinkManager {}'),
      planted('src/a.ts', 'const stringUtils = 1;'),
    ],
  },
  {
    name: 'exports are named',
    check: defaultExportProblems,
    sources: SRC,
    planted: [
      planted('src/a.ts', 'export default 1;'),
      planted('src/a.ts', 'const a = 1; export { a as default };'),
    ],
  },
  {
    name: 'pure modules know no clock, chance or console',
    check: ambientProblems,
    sources: SRC,
    planted: [
      planted('src/wire/a.ts', 'const a = Math.random();'),
      planted('src/engine/tcp/a.ts', 'const a = Date.now();'),
      planted('src/trace/a.ts', 'const a = performance.now();'),
      planted('src/capture/a.ts', 'console.log(1);'),
      planted('src/experiment/a.ts', 'setTimeout(go, 1);'),
    ],
  },
  {
    name: 'words for people live in i18n',
    check: languageProblems,
    sources: SRC,
    planted: [
      planted('src/stage/A.tsx', "const a = '손실';"),
      planted('src/ui/A.tsx', 'const a = <p>방</p>;'),
    ],
  },
  {
    name: 'no test is switched off and no rule without a reason',
    check: silencedProblems,
    sources: OTHERS,
    planted: [
      planted('src/a.test.ts', "it.only('a', () => {});"),
      planted('src/a.test.ts', "describe.skip('a', () => {});"),
      planted('src/a.ts', '// oxlint-disable-next-line no-console'),
      planted('src/a.ts', '// @ts-expect-error'),
    ],
  },
];

describe('tidy', () => {
  it('looks at the sources', () => {
    expect(SRC.length).toBeGreaterThan(50);
  });

  for (const rule of RULES) {
    it(rule.name, () => {
      expect(rule.sources.flatMap(rule.check)).toEqual([]);
    });
    it(`would see it otherwise: ${rule.name}`, () => {
      expect(rule.planted.filter((source) => rule.check(source).length === 0)).toEqual([]);
    });
  }

  it('lints the imports that the table forbids', () => {
    interface Override {
      readonly files: readonly string[];
      readonly rules: Readonly<Record<string, unknown>>;
    }
    const { overrides } = JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')) as {
      readonly overrides: readonly Override[];
    };
    for (const { files, regex } of lintImportRules()) {
      const override = overrides.find((found) => found.files.join(' ') === files.join(' '));
      expect(override?.rules['no-restricted-imports'], files.join(' ')).toEqual([
        'error',
        { patterns: [expect.objectContaining({ regex })] },
      ]);
    }
  });
});

describe('words', () => {
  const korean = flatten(WORDS.ko as Words);
  const english = flatten(WORDS.en as Words);
  const asked = askedKeys(SRC.filter(({ path }) => !/^src\/i18n\/(?:ko|en)\//u.test(path)));

  it('are the same in both languages', () => {
    expect(languageGaps(korean, english)).toEqual([]);
  });

  it('are all asked for, and none is missing', () => {
    expect(unusedKeys(korean, asked)).toEqual([]);
    expect(missingKeys(korean, asked)).toEqual([]);
  });

  it('would be found lacking', () => {
    const one = flatten({ a: { b: 'x {{name}}', c: 'y', d_one: '{{count}} z', d_other: 'z' } });
    const other = flatten({ a: { b: 'x {{size}}', e: '', d_other: '{{count}} z' } });
    expect(languageGaps(one, other)).toEqual([
      'a.c: only in the first language',
      'a.e: only in the second language',
      'a.b: placeholders name and size',
      'a.e: no text',
    ]);
    const code = planted('src/a.ts', "t('a.b'); t('a.gone'); t(`a.${kind}.x`); t('elsewhere.c');");
    const found = askedKeys([code]);
    expect(unusedKeys(flatten({ a: { b: '', c: '', k: { x: '', y: '' } } }), found)).toEqual([
      'a.c',
      'a.k.y',
    ]);
    expect(missingKeys(one, found)).toEqual(['a.gone']);
  });
});
