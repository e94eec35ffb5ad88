import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { runScript } from '../../src/packetdrill/interpreter';

const FOLDER = join(ROOT, 'tests', 'conformance', 'packetdrill');
const SCRIPTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.pkt'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
const FEWEST_PACKET_LINES = 6;

const packetLines = (text: string): number => text.match(/^\S+\s+[<>]/gm)?.length ?? 0;

describe('packetdrill', () => {
  it('has a script for each mechanism, which names its clause', () => {
    expect(SCRIPTS.length).toBeGreaterThanOrEqual(60);
    for (const { name, text } of SCRIPTS) {
      expect(text, name).toMatch(/^\/\/ .*(?:RFC \d+|Linux)[\s\S]*\n\/\/ Mechanism: .+\.$/m);
      expect(packetLines(text), name).toBeGreaterThanOrEqual(FEWEST_PACKET_LINES);
    }
  });

  for (const { name, text } of SCRIPTS) {
    it(name, () => {
      expect(runScript(text)).toEqual({ kind: 'ok' });
    });
  }
});
