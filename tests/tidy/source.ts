import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { ROOT } from '../../scripts/child.mjs';

/** A source file as the rules see it. */
export interface Source {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** One import or re-export of a module. */
export interface Import {
  readonly from: string;
  /** The file is nothing but a way to others, or passes on all that another has. */
  readonly isBarrel: boolean;
}

/** Every source file under a folder of the repository; none where git keeps no such folder. */
export function sourcesUnder(folder: string): readonly Source[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({
      path: path.slice(ROOT.length).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }));
}

/** Whether a file is a test: tests may import what they like and hold no product. */
export function isTest(source: Source): boolean {
  return /\.test\.tsx?$/u.test(source.path);
}

/** The imports of a file, static and dynamic, types included. */
export function importsOf(source: Source): readonly Import[] {
  const { module } = parseSync(source.path, source.text);
  const exported = module.staticExports.flatMap((statement) => statement.entries);
  const passesAllOn = exported.every(({ moduleRequest }) => moduleRequest !== null);
  return [
    ...module.staticImports.map((found) => ({ from: found.moduleRequest.value, isBarrel: false })),
    ...exported.flatMap(({ moduleRequest, importName }) => {
      if (moduleRequest === null) return [];
      return [{ from: moduleRequest.value, isBarrel: passesAllOn || importName.kind !== 'Name' }];
    }),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      from: source.text.slice(moduleRequest.start, moduleRequest.end).replaceAll(/['"`]/gu, ''),
      isBarrel: false,
    })),
  ];
}

/** The text without its comments, lines kept. */
export function withoutComments(source: Source): string {
  let text = source.text;
  for (const { start, end } of parseSync(source.path, source.text).comments) {
    const blank = text.slice(start, end).replaceAll(/[^\n]/gu, ' ');
    text = text.slice(0, start) + blank + text.slice(end);
  }
  return text;
}
