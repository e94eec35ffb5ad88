const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** No letter of these is made of several characters. */
const PLAIN = /^[ -~]*$/;

/** A good guess at the width of text in px: labels must fit before they are drawn, wherever they are measured. */
export function guessWidth(text: string, fontSize: number): number {
  let width = 0;
  if (PLAIN.test(text)) {
    for (const letter of text) width += letterWidth(letter);
    return width * fontSize;
  }
  for (const { segment } of graphemes.segment(text)) width += letterWidth(segment);
  return width * fontSize;
}

/** The text, or as much of it as fits with an ellipsis. */
export function fitText(text: string, fontSize: number, width: number): string {
  if (guessWidth(text, fontSize) <= width) return text;
  let fitted = '';
  for (const { segment } of graphemes.segment(text)) {
    if (guessWidth(`${fitted}${segment}…`, fontSize) > width) break;
    fitted += segment;
  }
  return `${fitted}…`;
}

/** No writing on the stage is smaller, in px. */
const SMALLEST = 13;
/** A name that was to be large is rather written so much smaller than cut off. */
const LEAST_PART = 0.65;

/** The size at which all of a name fits, if it need not be much smaller for that. */
export function nameSize(name: string, fontSize: number, width: number): number {
  const least = Math.min(fontSize, Math.max(SMALLEST, fontSize * LEAST_PART));
  return Math.max(least, Math.min(fontSize, (fontSize * width) / guessWidth(name, fontSize)));
}

/** Parts of the font size, from the bundled face's own widths, rounded up. */
function letterWidth(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (letter.length > 2 || code >= 0x1_0000) return 1.35;
  if (code >= 0x1100) return code < 0x2000 || code >= 0x2e80 ? 0.91 : 0.8;
  if (/[MW@%]/.test(letter)) return 0.9;
  if (/[A-Z&]/.test(letter)) return 0.7;
  if (/[iljtfI.,:;'!|() ]/.test(letter)) return 0.34;
  return 0.6;
}
