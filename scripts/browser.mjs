import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { aptInstall, isDebianRoot } from './apt.mjs';
import { isExecutable, onPath, runTool } from './child.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const DOWNLOAD_MS = 5 * 60_000;

/** The usual places of Chromium and Chrome where PATH does not lead to them. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['/Applications', join(homedir(), 'Applications')];
    return apps.flatMap((folder) => [
      `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    ]);
  }
  if (process.platform !== 'win32') return [];
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Chromium\\Application\\chrome.exe`,
    ];
  });
}

/** Where playwright-core keeps its downloads. */
function playwrightFolder() {
  const set = process.env['PLAYWRIGHT_BROWSERS_PATH'];
  if (set !== undefined && set !== '' && set !== '0') return set;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright');
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright');
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ms-playwright');
}

/** The browsers that playwright-core has downloaded, newest first. */
function downloaded() {
  const folder = playwrightFolder();
  if (!existsSync(folder)) return [];
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  const apps = ['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((name) => [
    `${name}/Chromium.app/Contents/MacOS/Chromium`,
    `${name}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
  ]);
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/u.test(name))
    .toSorted((a, b) => Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length)))
    .flatMap((name) => [...inside, ...apps].map((path) => join(folder, name, path)));
}

/**
 * Whether the program starts: a stand-in that only names another package, or a browser without its libraries, does not.
 * @param {string} path
 */
function starts(path) {
  // Windows' Chrome answers --version by opening a window.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/**
 * An installed Chromium or Chrome: named by CHROME_PATH or CHROMIUM, on PATH, in its usual place, or downloaded before.
 * @returns {string | undefined} its path
 */
export function findBrowser() {
  const named = [process.env['CHROME_PATH'], process.env['CHROMIUM']].filter((path) => path !== undefined);
  const found = NAMES.map((name) => onPath([name])).filter((path) => path !== undefined);
  return [...named, ...found, ...usualPlaces(), ...downloaded()].find(
    (path) => isExecutable(path) && starts(path),
  );
}

/**
 * Finds a browser, or gets one: the test library's download, else Debian's package when root.
 * @returns {Promise<string | undefined>} its path
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.log('No Chromium or Chrome is installed; downloading one …');
  await runTool('playwright-core/cli.js', ['install', 'chromium'], { timeoutMs: DOWNLOAD_MS });
  const fetched = findBrowser();
  if (fetched !== undefined || !isDebianRoot()) return fetched;
  console.log('The download did not give one; installing the package …');
  await aptInstall(['chromium', 'fonts-noto-cjk']);
  return findBrowser();
}

/** Installs Korean glyphs for the browser's own widgets where a Debian has none. The page brings its fonts itself. */
export async function ensureKoreanFont() {
  if (!isDebianRoot() || onPath(['fc-list']) === undefined) return;
  const fonts = spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' });
  if (fonts.status === 0 && fonts.stdout.trim() === '') await aptInstall(['fonts-noto-cjk']);
}
