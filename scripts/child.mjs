import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const PARENT_CHECK_MS = 500;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Ends this script and what it started when it is told to. npm hands SIGTERM to the shell between it and the script,
 * and that shell dies without a word: then the script has another parent, and ends too.
 * @param {number} exitCode
 */
export function endWhenTold(exitCode) {
  const end = () => {
    for (const child of running) child.kill('SIGTERM');
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && end(), PARENT_CHECK_MS);
  watch.unref();
}

/**
 * Runs a command in the root folder and gives its exit code (1 if it could not start or ran out of time).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, stdoutTo?: 'stdout' | 'stderr', timeoutMs?: number }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  const out = options.quiet === true ? 'ignore' : options.stdoutTo === 'stderr' ? 2 : 'inherit';
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', out, options.quiet === true ? 'ignore' : 'inherit'],
    timeout: options.timeoutMs,
    // npm on Windows is a .cmd file, which only a shell can start.
    shell: process.platform === 'win32' && command === 'npm',
  });
  running.add(child);
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a JavaScript tool of node_modules with this same Node.js.
 * @param {string} path inside node_modules
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(path, args, options) {
  return run(process.execPath, [join(ROOT, 'node_modules', path), ...args], options);
}

/**
 * Whether a file is there and may be executed.
 * @param {string} path
 */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of the named programs that PATH leads to.
 * @param {readonly string[]} names
 * @returns {string | undefined}
 */
export function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names) {
    for (const folder of folders) {
      const found = suffixes.map((suffix) => join(folder, name + suffix)).find(isExecutable);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
