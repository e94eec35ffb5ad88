import { aptInstall, isDebianRoot } from './apt.mjs';
import { isExecutable, onPath } from './child.mjs';

const USUAL_PLACES = [
  '/Applications/Wireshark.app/Contents/MacOS/tshark',
  'C:\\Program Files\\Wireshark\\tshark.exe',
];

/**
 * Wireshark's command line: named by TSHARK_PATH, on PATH, or in its usual place.
 * @returns {string | undefined} its path
 */
function findTshark() {
  const named = process.env['TSHARK_PATH'];
  if (named !== undefined && isExecutable(named)) return named;
  return onPath(['tshark']) ?? USUAL_PLACES.find(isExecutable);
}

/**
 * Finds tshark, or installs Debian's package when root.
 * @returns {Promise<string | undefined>} its path
 */
export async function ensureTshark() {
  const found = findTshark();
  if (found !== undefined || !isDebianRoot()) return found;
  console.log('tshark is not installed; installing the package …');
  await aptInstall(['tshark']);
  return findTshark();
}
