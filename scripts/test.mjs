import './nodeVersion.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureKoreanFont } from './browser.mjs';
import { endWhenTold, ROOT, run, runTool } from './child.mjs';
import { ensureFirefox } from './firefox.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureTshark } from './tshark.mjs';

const IS_CI = process.env['CI'] === 'true' || process.env['CI'] === '1';
/** A test that loops without end cannot be stopped from inside. */
const TEST_RUN_MS = 40 * 60_000;
const REPORTS = join(ROOT, '.cache', 'reports');

/** Every check with the package.json script that a person runs by hand for it, in this order. */
const CHECKS = [
  ['Format', 'format:check'],
  ['Lint', 'lint'],
  ['Types', 'types'],
  ['Unused code', 'unused'],
  ['Build: page', 'build'],
  ['Build: command line', 'build:cli'],
];

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const notRun = [];

/** @param {string} text */
function heading(text) {
  console.log(`\n== ${text}`);
}

/**
 * Adds what a test run wrote down. A run that failed without a failed test (a file that does not load) counts as one.
 * @param {string} report path
 * @param {number} code exit code
 */
function addCounts(report, code) {
  /** @type {Counts} */
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const json = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = json.numPendingTests + json.numTodoTests;
    counts = { passed: json.numPassedTests, failed: json.numFailedTests, skipped };
  } catch {
    console.error(`The test run left no report (${report}).`);
    counts.failed = 1;
  }
  total.passed += counts.passed;
  total.failed += code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  total.skipped += counts.skipped;
}

/**
 * Runs some of Vitest's projects and adds to the total. Gives whether all is well.
 * @param {string} name
 * @param {readonly string[]} projects
 * @param {Record<string, string>} env
 */
async function runTests(name, projects, env) {
  heading(`Tests: ${projects.join(', ')}`);
  const report = join(REPORTS, `${name}.json`);
  const before = total.failed;
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const options = { env, timeoutMs: TEST_RUN_MS };
  addCounts(report, await runTool('vitest/vitest.mjs', ['run', ...chosen, ...reporters], options));
  return total.failed === before;
}

async function runChecks() {
  for (const [name, script] of CHECKS) {
    heading(name ?? '');
    if ((await run('npm', ['run', '--silent', script ?? ''])) !== 0) {
      console.error(`\`npm run ${script}\` failed.`);
      total.failed += 1;
      return false;
    }
  }
  return true;
}

/**
 * What the tests need beside node_modules. A missing tool fails in CI; elsewhere its tests are told as not run.
 * @returns {Promise<Record<string, string> | undefined>} environment of the tests, or undefined to stop
 */
async function prepareTools() {
  heading('Tools');
  const browser = await ensureBrowser();
  if (browser !== undefined) await ensureKoreanFont();
  const firefox = await ensureFirefox();
  const tshark = await ensureTshark();
  console.log(`browser: ${browser ?? 'none'}\nfirefox: ${firefox ?? 'none'}\ntshark:  ${tshark ?? 'none'}`);
  if (browser === undefined) {
    notRun.push('The end-to-end tests need Chromium or Chrome: install one, or name it with CHROME_PATH.');
  }
  if (firefox === undefined)
    notRun.push('The test in Firefox needs it: install it, or name it with FIREFOX_PATH.');
  if (tshark === undefined)
    notRun.push('The tests against tshark need it: install Wireshark, or name it with TSHARK_PATH.');
  if (IS_CI && notRun.length > 0) {
    const missing = notRun.splice(0);
    for (const sentence of missing) console.error(sentence);
    total.failed += missing.length;
    return undefined;
  }
  return {
    ...(browser === undefined ? {} : { CHROME_PATH: browser }),
    ...(firefox === undefined ? {} : { FIREFOX_PATH: firefox }),
    ...(tshark === undefined ? {} : { TSHARK_PATH: tshark }),
  };
}

async function runAll() {
  if (!(await ensureInstalled())) {
    total.failed += 1;
    return;
  }
  const env = await prepareTools();
  if (env === undefined || !(await runChecks())) return;
  if (!(await runTests('node', ['unit', 'properties', 'conformance'], env))) return;
  if ('CHROME_PATH' in env && !(await runTests('e2e', ['e2e'], env))) return;
  if (IS_CI && total.skipped > 0) {
    console.error('Tests were skipped, which CI does not allow.');
    total.failed += 1;
  }
  if (total.passed === 0) {
    console.error('No test was run.');
    total.failed += 1;
  }
}

endWhenTold(1);
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
await runAll();
if (notRun.length > 0) console.log(['', 'Not run:', ...notRun].join('\n'));
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
