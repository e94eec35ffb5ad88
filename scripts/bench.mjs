import './nodeVersion.mjs';
import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { endWhenTold, ROOT, runTool } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { listen, staticServer } from './staticServer.mjs';

/** @typedef {import('../bench/figure').Figure} Figure */

const HELP = `npm run bench [-- --json] [-- --quick] [-- --only engine,trace,page]
Measures the engine, what the page computes, and the page in a real browser.
  --json   one JSON object instead of a table
  --quick  few repetitions, only to see that everything works
  --only   some of the three parts`;

const PAGE = join(ROOT, '.cache', 'bench-dist');
const BUNDLE = join(ROOT, '.cache', 'bench');

/**
 * The parts in their order; never two at once.
 * @type {Readonly<Record<string, (isQuick: boolean) => Promise<readonly Figure[]>>>}
 */
const PARTS = { engine: measureEngine, trace: measureTrace, page: measurePage };

/** What the figures depend on; `loopMs` is how long a fixed loop took before each part: other work shows in it. */
const machine = {
  node: process.versions.node,
  browser: 'none',
  processor: cpus()[0]?.model ?? 'unknown',
  processors: cpus().length,
  /** @type {number[]} */
  loopMs: [],
  /** @type {number[]} */
  load: [],
};

async function measureEngine() {
  const { engineFigures } = /** @type {typeof import('../bench/engineFigures')} */ (
    await bundled('engineFigures')
  );
  const report = await jsonOf([join(ROOT, 'scripts', 'cli.mjs'), 'bench', '--json']);
  return engineFigures(/** @type {import('../bench/engineFigures').EngineReport} */ (report));
}

/** @param {boolean} isQuick */
async function measureTrace(isQuick) {
  const args = ['--expose-gc', join(BUNDLE, 'inNode.mjs'), ...(isQuick ? ['--quick'] : [])];
  return /** @type {readonly Figure[]} */ (await jsonOf(args));
}

/** @param {boolean} isQuick */
async function measurePage(isQuick) {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('The page is measured in Chromium or Chrome: install one, or name it with CHROME_PATH.');
  }
  const args = ['build', '--outDir', PAGE, '--emptyOutDir', '--logLevel', 'warn'];
  if ((await runTool('vite/bin/vite.js', args, { stdoutTo: 'stderr' })) !== 0) {
    throw new Error('The page could not be built (the words of the build are above).');
  }
  const { pageFigures } = /** @type {typeof import('../bench/pageFigures')} */ (await bundled('pageFigures'));
  const server = staticServer(PAGE);
  const port = await listen(server, 0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}/`;
  try {
    const { browser, figures } = await pageFigures({
      executablePath,
      url,
      folder: PAGE,
      isQuick,
      onPart: (name) => console.error(`  ${name} …`),
    });
    machine.browser = browser;
    return figures;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/**
 * Runs a script with this same Node.js and reads the JSON that it prints. Rejects when it fails.
 * @param {readonly string[]} args
 * @returns {Promise<unknown>}
 */
async function jsonOf(args) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const end = () => child.kill();
  process.once('exit', end);
  let text = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout) text += String(chunk);
  process.off('exit', end);
  return JSON.parse(text);
}

/** The modules of `bench/` that this script uses, each with what it imports; packages stay outside. */
async function bundle() {
  const { build } = await import('vite');
  const names = ['engineFigures', 'inNode', 'pageFigures', 'table'];
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: BUNDLE,
      emptyOutDir: true,
      target: 'node20.19',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(ROOT, 'bench', `${name}.ts`)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

/**
 * @param {string} name
 * @returns {Promise<unknown>}
 */
async function bundled(name) {
  return import(pathToFileURL(join(BUNDLE, `${name}.mjs`)).href);
}

function lookAtMachine() {
  const fromMs = performance.now();
  let state = 1;
  for (let i = 0; i < 50_000_000; i += 1) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  // What nobody looks at, the compiler may leave out.
  if (state === 0) throw new Error('the fixed loop is broken');
  machine.loopMs.push(Math.round(performance.now() - fromMs));
  machine.load.push(loadavg()[0] ?? 0);
}

/** The options, or one sentence on what is wrong with them. */
function options() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        only: { type: 'string', default: Object.keys(PARTS).join(',') },
      },
    });
    const parts = values.only.split(',');
    const unknown = parts.find((name) => !Object.hasOwn(PARTS, name));
    return unknown === undefined ? { ...values, parts } : `there is no part "${unknown}"`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function main() {
  const chosen = options();
  if (typeof chosen === 'string') {
    console.error(`bench: ${chosen}\n${HELP}`);
    process.exitCode = 2;
    return;
  }
  if (chosen.help) return console.log(HELP);
  if (!(await ensureInstalled())) {
    process.exitCode = 1;
    return;
  }
  await bundle();
  /** @type {Figure[]} */
  const figures = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (!chosen.parts.includes(name)) continue;
    console.error(`${name} …`);
    lookAtMachine();
    figures.push(...(await measure(chosen.quick)));
  }
  lookAtMachine();
  const date = new Date().toISOString().slice(0, 10);
  if (chosen.json) return console.log(JSON.stringify({ date, machine, figures }, undefined, 2));
  const { tableOf } = /** @type {typeof import('../bench/table')} */ (await bundled('table'));
  console.log([`${date}  ${JSON.stringify(machine)}`, '', ...tableOf(figures)].join('\n'));
}

endWhenTold(1);
try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
