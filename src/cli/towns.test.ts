import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letter } from '../experiment/presets/letter';
import { townFileToJson } from '../experiment/townText';
import { shell as cli } from './shellBench';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packet-town-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('towns', () => {
  it('are listed, and run by their names', async () => {
    const { out } = await cli('towns', '--json');
    const list = JSON.parse(out) as { readonly id: string; readonly hosts: number }[];
    expect(list.find(({ id }) => id === 'ping')).toMatchObject({ hosts: 2, routers: 2 });
    expect((await cli('towns')).out).toContain('ping  Is anybody there?');
    expect((await cli('run', 'ping', '--transcript')).out).toContain('hop 2 is 203.0.113.2');
    expect((await cli('towns', '--all')).status).toBe(2);
  });

  it('are read from files, and refused in one line', async () => {
    const file = join(folder, 'town.json');
    const town = townFileToJson(letter.town);
    writeFileSync(file, JSON.stringify(town));
    expect((await cli('run', file, '--json')).out).toBe((await cli('run', 'letter', '--json')).out);
    writeFileSync(file, JSON.stringify({ ...town, spots: 7 }));
    expect(await cli('run', file)).toMatchObject({
      status: 2,
      complaints: [`${file}: spots has the wrong type of value`],
    });
  });

  it('say nothing that a terminal would obey, whatever their files are like', async () => {
    const file = join(folder, 'town.json');
    const evil = '\u001B[2J\u009B';
    writeFileSync(file, JSON.stringify(townFileToJson(letter.town)).replaceAll('"C"', JSON.stringify(evil)));
    const { out, status } = await cli('run', file, '--transcript');
    expect(status).toBe(0);
    expect(out).toContain('\uFFFD[2J\uFFFD');
    expect(out).not.toMatch(/[^\P{Cc}\n\t]/u);
    writeFileSync(file, JSON.stringify({ ...townFileToJson(letter.town), [evil]: 1 }));
    expect((await cli('run', file)).complaints.join('')).not.toMatch(/[^\P{Cc}\t]/u);
  });
});
