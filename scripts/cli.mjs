import './nodeVersion.mjs';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, runTool } from './child.mjs';

/** What the bundle is made of; lessons and words are in it too. */
const SOURCES = ['wire', 'experiment', 'trace', 'engine', 'capture', 'packetdrill', 'cli', 'lessons', 'i18n'];
const BUNDLE = join(ROOT, 'dist-cli', 'cli.mjs');

/**
 * When a file, or anything in a folder, was last changed (ms). A folder's own time tells of removed files.
 * @param {string} path
 * @returns {number}
 */
function newestIn(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  const inside = stats.isDirectory() ? readdirSync(path).map((name) => newestIn(join(path, name))) : [];
  return Math.max(stats.mtimeMs, ...inside);
}

function isStale() {
  if (!existsSync(BUNDLE)) return true;
  const sources = [...SOURCES.map((name) => join('src', name)), 'vite.cli.config.ts', 'package-lock.json'];
  return newestIn(BUNDLE) < Math.max(...sources.map((path) => newestIn(join(ROOT, path))));
}

/** Builds beside and renames, so two that start at once never read half a bundle. */
async function build() {
  const folder = join(ROOT, '.cache', `cli-${process.pid}`);
  const started = new Date();
  const args = ['build', '--config', 'vite.cli.config.ts', '--outDir', folder, '--logLevel', 'warn'];
  const code = await runTool('vite/bin/vite.js', args, { stdoutTo: 'stderr' });
  if (code === 0) {
    mkdirSync(join(ROOT, 'dist-cli'), { recursive: true });
    renameSync(join(folder, 'cli.mjs'), BUNDLE);
    // A source that changed while the bundle was made is newer than it.
    utimesSync(BUNDLE, started, started);
  }
  rmSync(folder, { recursive: true, force: true });
  return code === 0;
}

async function ensureBuilt() {
  if (!isStale()) return true;
  if (!existsSync(join(ROOT, 'node_modules', 'vite'))) {
    console.error('The packages are not installed: run `npm start` or `npm test` once, or `npm ci`.');
    return false;
  }
  if (await build()) return true;
  console.error('The command line could not be built (the words of the build are above).');
  return false;
}

if (await ensureBuilt()) await import(pathToFileURL(BUNDLE).href);
else process.exitCode = 1;
