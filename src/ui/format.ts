/** The languages in which units are written. */
export type FormatLanguage = 'ko' | 'en';

const NS_PER_US = 1000;
const US_PER_MS = 1000;
const NS_PER_MS = 1_000_000;
const MS_PER_SECOND = 1000;
const SECONDS_PER_MINUTE = 60;

const UNITS = {
  ko: { second: '초', minute: '분', gap: '' },
  en: { second: 's', minute: 'min', gap: '\u00a0' },
} as const;

/** A time for a readout: `37 µs` below a millisecond, `412 ms` below a second, then `1.38초` / `1.38 s`, then `3분 5초` / `3 min 5 s`. */
export function formatTime(timeNs: number, language: FormatLanguage): string {
  const milliseconds = timeNs / NS_PER_MS;
  if (Math.round(milliseconds) >= MS_PER_SECOND) return formatSeconds(timeNs, language);
  const microseconds = timeNs / NS_PER_US;
  if (microseconds > 0 && Math.round(microseconds) < US_PER_MS) {
    return `${trim(microseconds, microseconds < 10 ? 1 : 0)}\u00a0µs`;
  }
  return `${trim(milliseconds, milliseconds < 10 ? 1 : 0)}\u00a0ms`;
}

/** A time for the clock: as many digits while it runs as while it stands, `37.0 µs`, `412.3 ms`, then `1.546초` / `1.546 s`. */
export function formatMoment(timeNs: number, language: FormatLanguage): string {
  const milliseconds = timeNs / NS_PER_MS;
  const microseconds = timeNs / NS_PER_US;
  if (microseconds > 0 && microseconds < US_PER_MS) return `${microseconds.toFixed(1)}\u00a0µs`;
  if (Number(milliseconds.toFixed(1)) < MS_PER_SECOND) return `${milliseconds.toFixed(1)}\u00a0ms`;
  const { second, gap } = UNITS[language];
  return `${(milliseconds / MS_PER_SECOND).toFixed(3)}${gap}${second}`;
}

/** A time for a sentence: `0.25초` / `0.25 s`, below a hundredth of a second with one digit more. */
export function formatSeconds(timeNs: number, language: FormatLanguage): string {
  const seconds = timeNs / NS_PER_MS / MS_PER_SECOND;
  const { second, minute, gap } = UNITS[language];
  if (Math.round(seconds) < SECONDS_PER_MINUTE) {
    return `${trim(seconds, seconds >= 10 ? 1 : seconds < 0.01 ? 3 : 2)}${gap}${second}`;
  }
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / SECONDS_PER_MINUTE);
  const rest = whole % SECONDS_PER_MINUTE;
  return `${minutes}${gap}${minute}${rest === 0 ? '' : ` ${rest}${gap}${second}`}`;
}

/** A number of bytes: `812 B`, `2.4 kB`, `1.2 MB` (1000 bytes are a kB). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0B`;
  if (bytes < 1_000_000) return `${trim(bytes / 1000, bytes < 10_000 ? 1 : 0)}\u00a0kB`;
  return `${trim(bytes / 1_000_000, 1)}\u00a0MB`;
}

/** Bits per second: `128 kbit/s`, `1 Mbit/s`. */
export function formatRate(bitsPerSecond: number): string {
  if (bitsPerSecond < 1000) return `${bitsPerSecond}\u00a0bit/s`;
  if (bitsPerSecond < 1_000_000) return `${trim(bitsPerSecond / 1000, 1)}\u00a0kbit/s`;
  if (bitsPerSecond < 1_000_000_000) return `${trim(bitsPerSecond / 1_000_000, 1)}\u00a0Mbit/s`;
  return `${trim(bitsPerSecond / 1_000_000_000, 1)}\u00a0Gbit/s`;
}

/** A share from 0 to 1 as `20%`, below one per cent with one digit more. */
export function formatShare(share: number): string {
  const percent = share * 100;
  return `${trim(percent, percent > 0 && percent < 1 ? 1 : 0)}%`;
}

/** At most `digits` decimals, none that are zero. */
function trim(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
