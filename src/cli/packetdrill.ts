import { runScript } from '../packetdrill/runScript';
import type { Verdict } from '../packetdrill/verdict';
import { BadInput } from './badInput';
import { readWhole } from './files';
import type { Output } from './output';

const LARGEST_SCRIPT_BYTES = 1024 * 1024;
/** Exit status when a script fails. */
const FAILED_STATUS = 1;

/** `packetdrill FILE…`: runs scripts against the engine, one line for each; answers the exit status. */
export function packetdrill(args: readonly string[], print: Output): number {
  if (args.length === 0) throw new BadInput('packetdrill: a file is missing');
  const option = args.find((arg) => arg.startsWith('-'));
  if (option !== undefined) throw new BadInput(`packetdrill: "${option}" is no file`);
  // All are read before the first runs, so that a bad name is not found out half-way.
  const scripts = args.map((file) => ({ file, text: textOf(file) }));
  const count = { ok: 0, fail: 0, skip: 0 };
  for (const { file, text } of scripts) {
    const verdict = runScript(text);
    count[verdict.kind] += 1;
    print([lineOf(verdict, file)]);
  }
  print([`${count.ok} passed, ${count.fail} failed, ${count.skip} skipped`]);
  return count.fail > 0 ? FAILED_STATUS : 0;
}

function textOf(file: string): string {
  return new TextDecoder().decode(readWhole(file, LARGEST_SCRIPT_BYTES));
}

function lineOf(verdict: Verdict, file: string): string {
  switch (verdict.kind) {
    case 'ok':
      return `ok ${file}`;
    case 'fail':
      return `FAIL line ${verdict.line}: expected ${verdict.expected} got ${verdict.got} (${file})`;
    case 'skip':
      return `SKIP ${verdict.reason} (${file})`;
  }
}
