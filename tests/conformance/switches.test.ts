import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { MECHANISMS } from '../../src/experiment/tcpOptions';

const TCP = join(ROOT, 'src', 'engine', 'tcp');
const MODEL = readFileSync(join(ROOT, 'docs', 'model.md'), 'utf8');
const STORIES = readdirSync(TCP)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(TCP, name), 'utf8'))
  .join('\n');

describe.each(MECHANISMS)('the switch %s', (mechanism) => {
  it('is explained to teachers, and a test shows what breaks without it', () => {
    expect(MODEL).toContain(`\n| \`${mechanism}\` |`);
    expect(STORIES).toMatch(new RegExp(`(?:\\(|without: \\[)'${mechanism}'[,)\\]]`));
  });
});
