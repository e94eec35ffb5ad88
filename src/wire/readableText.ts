/** The text that these bytes spell in UTF-8; `undefined` when they spell none, or one with control characters. */
export function readableText(bytes: Uint8Array): string | undefined {
  let escaped = '';
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`;
  try {
    const text = decodeURIComponent(escaped);
    return /[^\P{Cc}\n\r\t]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
