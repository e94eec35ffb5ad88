import { posix } from 'node:path';
import { IMPORT_TABLE, type ModuleRule } from './importTable';
import { importsOf, isTest, type Source } from './source';

/** Says which imports of a file the import table does not allow, which make a barrel of the file, and which name a file ending. */
export function importProblems(source: Source): readonly string[] {
  if (isTest(source)) return [];
  const rule = ruleFor(source.path.replace(/^src\//u, ''));
  if (rule === undefined) return [`${source.path}: is in no module of the import table`];
  return importsOf(source).flatMap(({ from, isBarrel }) => {
    // A package's one part may be passed on: that is how it loads when it is used.
    const barrel = isBarrel && from.startsWith('.') ? 'is passed on (no barrels)' : undefined;
    const problem = importProblem(rule, source, from) ?? barrel;
    return problem === undefined ? [] : [`${source.path}: '${from}' ${problem}`];
  });
}

function importProblem(rule: ModuleRule, source: Source, from: string): string | undefined {
  if (!from.startsWith('.')) return packageProblem(rule, from);
  if (/\.tsx?$/u.test(from)) return 'names a file ending';
  const target = posix.join(posix.dirname(source.path), from).replace(/^src\//u, '');
  const targetRule = ruleFor(target);
  if (targetRule === undefined) return 'is in no module of the import table';
  const isAllowed = targetRule === rule || rule.mayImport.includes(targetRule.module);
  return isAllowed ? undefined : `is ${targetRule.module}, which ${rule.module} may not import`;
}

function packageProblem(rule: ModuleRule, from: string): string | undefined {
  if (rule.packages === 'any') return undefined;
  const isAllowed = rule.packages.some((name) =>
    name.endsWith(':') ? from.startsWith(name) : from === name || from.startsWith(`${name}/`),
  );
  return isAllowed ? undefined : `is a package that ${rule.module} may not use`;
}

/** The rule of a path under `src`: a module is a folder, or for the bridge a file. */
function ruleFor(path: string): ModuleRule | undefined {
  const name = path.replace(/\.tsx?$/u, '');
  return IMPORT_TABLE.find(({ module }) => name === module || name.startsWith(`${module}/`));
}

/** What the linter must say about imports so that the editor shows what this test will. */
export function lintImportRules(): readonly { readonly files: readonly string[]; readonly regex: string }[] {
  return IMPORT_TABLE.map(({ module, mayImport }) => {
    const others = IMPORT_TABLE.map((rule) => rule.module).filter(
      (name) => name !== module && !mayImport.includes(name),
    );
    return {
      files: [module.includes('/') ? `src/${module}.ts` : `src/${module}/**`],
      regex: `^(?:\\.\\./)+(?:${others.join('|')})(?:/|$)`,
    };
  });
}
