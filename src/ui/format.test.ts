import { describe, expect, it } from 'vitest';
import { formatBytes, formatMoment, formatRate, formatSeconds, formatShare, formatTime } from './format';

const MS = 1_000_000;

/** With plain spaces, so that a test can be read. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

describe('times', () => {
  it('are milliseconds below a second in a readout', () => {
    expect(plain(formatTime(412 * MS, 'ko'))).toBe('412 ms');
    expect(plain(formatTime(1.25 * MS, 'en'))).toBe('1.3 ms');
    expect(plain(formatTime(0, 'en'))).toBe('0 ms');
    expect(plain(formatTime(37_400, 'en'))).toBe('37 µs');
    expect(plain(formatTime(999_600, 'en'))).toBe('1 ms');
  });

  it('are seconds and minutes beyond', () => {
    expect(formatTime(1380 * MS, 'ko')).toBe('1.38초');
    expect(plain(formatTime(999.9 * MS, 'en'))).toBe('1 s');
    expect(plain(formatTime(185_000 * MS, 'en'))).toBe('3 min 5 s');
    expect(formatTime(240_000 * MS, 'ko')).toBe('4분');
    expect(plain(formatTime(59_990 * MS, 'en'))).toBe('1 min');
  });

  it('have the same number of digits on the clock, whatever they are', () => {
    expect(plain(formatMoment(60.232 * MS, 'en'))).toBe('60.2 ms');
    expect(plain(formatMoment(355_240, 'en'))).toBe('355.2 µs');
    expect(formatMoment(1380.06 * MS, 'ko')).toBe('1.380초');
    expect(plain(formatMoment(999.97 * MS, 'en'))).toBe('1.000 s');
  });

  it('are always seconds in a sentence', () => {
    expect(formatSeconds(250 * MS, 'ko')).toBe('0.25초');
    expect(plain(formatSeconds(2.5 * MS, 'en'))).toBe('0.003 s');
  });
});

describe('amounts', () => {
  it('have the unit that keeps them short', () => {
    expect(plain(formatBytes(812))).toBe('812 B');
    expect(plain(formatBytes(2400))).toBe('2.4 kB');
    expect(plain(formatBytes(1_048_576))).toBe('1 MB');
    expect(plain(formatRate(1_000_000))).toBe('1 Mbit/s');
    expect(plain(formatRate(128_000))).toBe('128 kbit/s');
    expect(formatShare(0.2)).toBe('20%');
    expect(formatShare(0.005)).toBe('0.5%');
    expect(formatShare(0)).toBe('0%');
  });
});
