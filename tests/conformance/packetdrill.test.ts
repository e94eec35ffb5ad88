import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import type { TcpOptions } from '../../src/experiment/tcpOptions';
import { parseSettings } from '../../src/experiment/tcpSettings';
import { runScript } from '../../src/packetdrill/runScript';

const FOLDER = join(ROOT, 'tests', 'conformance', 'packetdrill');
const SCRIPTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.pkt'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
const FEWEST_PACKET_LINES = 6;

const packetLines = (text: string): number => text.match(/^\S+\s+[<>]/gm)?.length ?? 0;

/** The words behind `// Off:`: mechanisms to be switched off and settings such as `nagle=false`. */
function offWords(text: string): readonly string[] {
  return /^\/\/ Off: (.+)$/m.exec(text)?.[1]!.split(/,\s+/) ?? [];
}

function offSettings(text: string): Partial<TcpOptions> {
  const parsed = parseSettings(offWords(text));
  if (!parsed.ok) throw new Error(`Off: ${parsed.problem.where} (${parsed.problem.kind})`);
  return parsed.settings;
}

describe('packetdrill', () => {
  it('has a script for each mechanism, which names its clause', () => {
    expect(SCRIPTS.length).toBeGreaterThanOrEqual(60);
    for (const { name, text } of SCRIPTS) {
      expect(text, name).toMatch(/^\/\/ .*(?:RFC \d+|Linux)[\s\S]*\n\/\/ Mechanism: .+\.$/m);
      expect(packetLines(text), name).toBeGreaterThanOrEqual(FEWEST_PACKET_LINES);
    }
  });

  for (const { name, text } of SCRIPTS) {
    it(`${name} passes`, () => {
      expect(runScript(text)).toEqual({ kind: 'ok' });
    });

    it(`${name} fails without what it tests`, () => {
      expect(offWords(text).length, 'an "// Off:" line').toBeGreaterThan(0);
      expect(runScript(text, offSettings(text))).toMatchObject({ kind: 'fail' });
    });
  }
});
