import { existsSync } from 'node:fs';
import { onPath, run } from './child.mjs';

/** Whether packages of Debian (or a child of it) can be installed: apt is there and this is root. */
export function isDebianRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0 && onPath(['apt-get']) !== undefined;
}

/**
 * Installs packages of Debian. Gives whether apt says it worked.
 * @param {readonly string[]} names
 */
export async function aptInstall(names) {
  // Some packages ask questions while they install; nobody is there to answer.
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-q'], { env, quiet: true })) !== 0) {
    console.error('`apt-get update` failed; trying with the lists that are there.');
  }
  const args = ['install', '-y', '-q', '--no-install-recommends', ...names];
  if ((await run('apt-get', args, { env, quiet: true })) === 0) return true;
  console.error(`\`apt-get install ${names.join(' ')}\` failed.`);
  return false;
}
