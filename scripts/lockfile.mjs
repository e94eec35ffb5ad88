// `npm run lockfile`, after `npm install` changed the lockfile: adds the native builds for other machines that the
// registry at hand does not offer. npm leaves them out without a word, and `npm ci` then refuses the lockfile.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './child.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {string} [license]
 * @property {Record<string, string>} [engines]
 * @property {Record<string, string>} [optionalDependencies]
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

const BUILD =
  /(?<os>aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(?<cpu>[a-z0-9]+)(?:-(?<abi>\w+))?$/u;

/**
 * The lockfile's entries for builds that a package names as optional and that have none.
 * @param {LockedPackages} packages
 * @returns {Record<string, object>}
 */
export function missingBuilds(packages) {
  /** @type {Record<string, object>} */
  const missing = {};
  for (const [path, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const isThere = [`${path}/node_modules/${name}`, `node_modules/${name}`].some((at) => at in packages);
      if (!isThere) missing[`node_modules/${name}`] = entryOf(parent, name, version);
    }
  }
  return missing;
}

/**
 * @param {LockedPackage} parent
 * @param {string} name
 * @param {string} version
 */
function entryOf(parent, name, version) {
  const { os, cpu, abi = '' } = BUILD.exec(name)?.groups ?? {};
  if (os === undefined) throw new Error(`${name} does not tell which machine it is for`);
  const libc =
    os !== 'linux' ? undefined : abi.includes('musl') ? 'musl' : abi.includes('gnu') ? 'glibc' : undefined;
  return {
    version,
    cpu: [cpu],
    ...(parent.dev === true ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    ...(parent.license === undefined ? {} : { license: parent.license }),
    optional: true,
    os: [os],
    ...(parent.engines === undefined ? {} : { engines: parent.engines }),
  };
}

function main() {
  const path = join(ROOT, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingBuilds(lock.packages);
  const entries = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries(entries.toSorted(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} builds for other machines added to package-lock.json`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
