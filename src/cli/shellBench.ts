import { commandLine } from './commandLine';

/** For tests: what a command of the shell prints, complains of and exits with. */
export async function shell(...args: string[]) {
  const out: string[] = [];
  const complaints: string[] = [];
  const status = await commandLine(
    args,
    (lines) => void out.push(...lines),
    (lines) => void complaints.push(...lines),
  );
  return { status, out: out.join('\n'), complaints };
}
