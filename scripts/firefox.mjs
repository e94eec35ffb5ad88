import { aptInstall, isDebianRoot } from './apt.mjs';
import { isExecutable, onPath } from './child.mjs';

const NAMES = ['firefox-esr', 'firefox'];
const USUAL_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * An installed Firefox: named by FIREFOX_PATH, on PATH, or in its usual place.
 * @returns {string | undefined} its path
 */
export function findFirefox() {
  const named = process.env['FIREFOX_PATH'];
  if (named !== undefined && isExecutable(named)) return named;
  const onThePath = NAMES.map((name) => onPath([name])).find((path) => path !== undefined);
  return onThePath ?? USUAL_PLACES.find(isExecutable);
}

/**
 * Finds Firefox, or installs Debian's package when root.
 * @returns {Promise<string | undefined>} its path
 */
export async function ensureFirefox() {
  const found = findFirefox();
  if (found !== undefined || !isDebianRoot()) return found;
  console.log('Firefox is not installed; installing the package …');
  await aptInstall(['firefox-esr']);
  return findFirefox();
}
