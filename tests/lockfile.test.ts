import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/child.mjs';
import { isSameInstall } from '../scripts/install.mjs';
import { missingBuilds } from '../scripts/lockfile.mjs';
import { versionProblem } from '../scripts/nodeVersion.mjs';

describe('the lockfile', () => {
  it('lists the builds for every machine, or npm ci refuses it (`npm run lockfile` adds them)', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      readonly packages: Parameters<typeof missingBuilds>[0];
    };
    expect(Object.keys(missingBuilds(packages))).toEqual([]);
  });

  it('lacks a build that a package names and nothing lists', () => {
    const packages = {
      'node_modules/a': { dev: true, optionalDependencies: { '@a/linux-arm64-musl': '1.2.3' } },
    };
    expect(missingBuilds(packages)).toEqual({
      'node_modules/@a/linux-arm64-musl': {
        version: '1.2.3',
        cpu: ['arm64'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
    });
  });
});

describe('an install', () => {
  const wanted = { '': {}, a: { version: '1.0.0', integrity: 'x' }, b: { version: '1.0.0', optional: true } };

  it('is up to date with what the lockfile asks for, builds for other machines aside', () => {
    expect(isSameInstall(wanted, { a: { version: '1.0.0', integrity: 'x' } })).toBe(true);
  });

  it('is out of date where a package is missing, another or too many', () => {
    expect(isSameInstall(wanted, {})).toBe(false);
    expect(isSameInstall(wanted, { a: { version: '1.0.1', integrity: 'x' } })).toBe(false);
    expect(isSameInstall(wanted, { a: { version: '1.0.0', integrity: 'y' } })).toBe(false);
    expect(isSameInstall(wanted, { ...wanted, c: { version: '1.0.0' } })).toBe(false);
  });
});

describe('Node.js', () => {
  it('is named when it is too old', () => {
    expect(['20.19.0', '20.20.2', '22.12.0', '24.1.0'].map(versionProblem)).toEqual(Array(4).fill(undefined));
    for (const version of ['18.20.0', '20.18.3', '21.7.0', '22.11.0']) {
      expect(versionProblem(version)).toContain(`this is ${version}`);
    }
  });
});
