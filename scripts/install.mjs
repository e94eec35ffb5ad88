import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './child.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Whether what npm wrote down about node_modules is what the lockfile asks for. Optional packages (native
 * builds for other machines) may be absent.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} present
 */
export function isSameInstall(wanted, present) {
  const isAlike = (/** @type {string} */ path) =>
    wanted[path]?.version === present[path]?.version && wanted[path]?.integrity === present[path]?.integrity;
  const paths = Object.keys(wanted).filter((path) => path !== '');
  return (
    paths.every((path) => (path in present ? isAlike(path) : wanted[path]?.optional === true)) &&
    Object.keys(present).every((path) => path in wanted)
  );
}

/**
 * @param {string} path
 * @returns {LockedPackages | undefined}
 */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Whether node_modules holds what the lockfile asks for. npm writes its hidden lockfile last, so a broken-off install has none. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  return wanted !== undefined && present !== undefined && isSameInstall(wanted, present);
}

/**
 * Installs the packages of the lockfile where they are missing or others. Gives whether they are there now.
 * @returns {Promise<boolean>}
 */
export async function ensureInstalled() {
  if (isInstalled()) return true;
  console.log('Installing the packages of package-lock.json …');
  // NODE_ENV=production would leave out the build tools.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath'];
  const code =
    npm !== undefined && npm.endsWith('.js')
      ? await run(process.execPath, [npm, ...args])
      : await run('npm', args);
  if (code === 0) return true;
  console.error('The packages could not be installed: `npm ci` failed (its own words are above).');
  return false;
}
