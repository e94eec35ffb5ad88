import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MECHANISMS } from '../experiment/tcpOptions';
import { MECHANISM_GROUPS } from './mechanismSource';

describe('mechanisms by the question that they answer', () => {
  const all = MECHANISM_GROUPS.flatMap(({ mechanisms }) => mechanisms);

  it('are all there, each once', () => {
    expect(all.map(({ mechanism }) => mechanism).toSorted()).toEqual([...MECHANISMS].toSorted());
  });

  it('name the RFC that docs/model.md names', () => {
    const rows = readFileSync('docs/model.md', 'utf8').split('\n');
    for (const { mechanism, source } of all) {
      expect(rows.find((row) => row.startsWith(`| \`${mechanism}\` |`))).toContain(`RFC ${source.rfc}`);
    }
  });
});
