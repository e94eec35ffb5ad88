import { describe, expect, it } from 'vitest';
import { createI18n } from '../../tests/createI18n';
import { chooseLanguage } from './language';
import { WORDS } from './words';

function leavesOf(words: object, path = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leavesOf(value, `${path}${name}.`)
      : [[path + name, String(value)] as [string, string]],
  );
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).toSorted();
}

const korean = leavesOf(WORDS.ko);
const english = new Map(leavesOf(WORDS.en));

describe('words', () => {
  it('are the same in every language, key by key', () => {
    expect([...english.keys()].toSorted()).toEqual(korean.map(([key]) => key).toSorted());
    expect(korean.length).toBeGreaterThan(100);
  });

  it('are never empty and fill the same gaps', () => {
    for (const [key, text] of korean) {
      expect(text.trim(), key).not.toBe('');
      expect(english.get(key)?.trim(), key).not.toBe('');
      expect(placeholdersOf(english.get(key) ?? ''), key).toEqual(placeholdersOf(text));
    }
  });

  it('are in Korean where they say so', () => {
    expect(createI18n('ko').t('playback.play')).toBe('재생');
    expect(createI18n('en').t('playback.play')).toBe('Play');
  });
});

describe('Korean particles', () => {
  /** Names and addresses that a person may choose: 이 or 가, 을 or 를, 으로 or 로 depend on how they end. */
  const VARYING = 'name|type|zone|address|inside|outside|socket|from|to|where';
  const BOUND = new RegExp(`\\{\\{(${VARYING})\\}\\}(은|는|이|가|을|를|과|와|으로|로)(?=[ .,!?]|$)`, 'u');

  it('do not stand right behind a name or an address that varies', () => {
    expect(korean.filter(([, text]) => BOUND.test(text))).toEqual([]);
  });
});

describe('language', () => {
  it('is the first one wanted that there is', () => {
    expect(chooseLanguage(['ko-KR', 'en'])).toBe('ko');
    expect(chooseLanguage(['fr-FR', 'ko', 'en'])).toBe('ko');
    expect(chooseLanguage(['en-GB', 'ko'])).toBe('en');
    expect(chooseLanguage(['fr'])).toBe('en');
    expect(chooseLanguage([])).toBe('en');
  });
});
