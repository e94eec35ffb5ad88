// Plain old syntax on purpose: this file must load in a Node.js too old for the rest.

/**
 * Says what is wrong with a Node.js version, or undefined if it will do: 20.19 or later in 20, 22.12 or later.
 * @param {string} version as in process.versions.node
 * @returns {string | undefined}
 */
export function versionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isGood = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (isGood) return undefined;
  return `Packet Town needs Node.js 20.19 or later in the 20 series, or 22.12 or later; this is ${version}. Get one from https://nodejs.org/`;
}

const problem = versionProblem(process.versions.node);
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
