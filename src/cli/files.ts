import { closeSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BadInput } from './badInput';

const ERROR_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EISDIR: 'is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** The bytes of a file that has at most `mostBytes`; a device without end is not read any further. */
export function readWhole(file: string, mostBytes: number): Uint8Array<ArrayBuffer> {
  const bytes = telling(file, () =>
    statSync(file).size > mostBytes ? undefined : firstBytes(file, mostBytes + 1),
  );
  if (!bytes || bytes.length > mostBytes) throw new BadInput(`${file}: is larger than ${mostBytes} bytes`);
  return bytes;
}

function firstBytes(file: string, mostBytes: number): Uint8Array<ArrayBuffer> {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(mostBytes);
    let length = 0;
    for (let read = -1; read !== 0 && length < mostBytes; length += read) {
      read = readSync(descriptor, bytes, length, mostBytes - length, null);
    }
    return bytes.slice(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a file under a passing name and then renames it: it is there whole or not at all. */
export function writeWhole(file: string, content: Uint8Array | string): void {
  telling(file, () => {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw new BadInput(`${file}: is a folder`);
    // A pipe or a device cannot be renamed onto.
    if (found && !found.isFile()) return writeFileSync(file, content);
    const passing = join(dirname(file), `.${basename(file)}.${process.pid}`);
    try {
      writeFileSync(passing, content, { flag: 'wx' });
      renameSync(passing, file);
    } catch (error) {
      rmSync(passing, { force: true });
      throw error;
    }
  });
}

function telling<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const code = String(error.code);
    throw new BadInput(`${file}: ${ERROR_WORDS[code] ?? code}`, { cause: error });
  }
}
