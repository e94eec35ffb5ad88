import { describe, expect, it } from 'vitest';
import { parseFilter } from './filterExpression';

const word = (name: string) => ({ kind: 'word', word: name });

function understood(text: string) {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.kind}`);
  return parsed.filter;
}

describe('parseFilter', () => {
  it('lets everything pass when it is empty', () => {
    expect(understood('  ')).toEqual({ kind: 'all' });
  });

  it('knows words, ports and hosts, and looks for the rest in the text', () => {
    expect(understood('TCP')).toEqual(word('tcp'));
    expect(understood('port 443')).toEqual({ kind: 'port', side: 'either', port: 443 });
    expect(understood('src port 80')).toEqual({ kind: 'port', side: 'src', port: 80 });
    expect(understood('host 192.0.2.10')).toEqual({ kind: 'host', side: 'either', host: '192.0.2.10' });
    expect(understood('dst S')).toEqual({ kind: 'host', side: 'dst', host: 's' });
    expect(understood('win')).toEqual({ kind: 'text', text: 'win' });
    expect(understood('"Flags [S.]"')).toEqual({ kind: 'text', text: 'flags [s.]' });
  });

  it('binds not before and, and before or', () => {
    const all = understood('not loss tcp or syn && !fin');
    expect(all).toEqual({
      kind: 'or',
      left: { kind: 'and', left: { kind: 'not', of: word('loss') }, right: word('tcp') },
      right: { kind: 'and', left: word('syn'), right: { kind: 'not', of: word('fin') } },
    });
    expect(understood('tcp and (syn or fin)')).toEqual({
      kind: 'and',
      left: word('tcp'),
      right: { kind: 'or', left: word('syn'), right: word('fin') },
    });
  });

  it.each([
    ['tcp and', 'nothingAfter', 'and'],
    ['port', 'nothingAfter', 'port'],
    ['or tcp', 'nothingBefore', 'or'],
    ['tcp)', 'nothingBefore', ')'],
    ['(tcp', 'openParenthesis', '('],
    ['"tcp', 'openQuote', '"tcp'],
    ['port http', 'badPort', 'http'],
    ['port 65536', 'badPort', '65536'],
    ['host 192.0.2', 'badHost', '192.0.2'],
    ['x'.repeat(301), 'tooLong', 'xxxxxxxxxxxx…'],
  ])('says of %j what is wrong: %s', (text, kind, where) => {
    expect(parseFilter(text)).toMatchObject({ ok: false, problem: { kind, word: where } });
  });

  it('keeps what was a filter so far', () => {
    expect(parseFilter('loss and')).toMatchObject({ before: word('loss') });
    expect(parseFilter('loss and not (port')).toMatchObject({ before: word('loss') });
    expect(parseFilter('and')).toMatchObject({ before: { kind: 'all' } });
  });
});
