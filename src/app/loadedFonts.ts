/** The rules of all fonts that the page has loaded, with the fonts inside: pictures may fetch nothing. */
export async function loadedFontsCss(): Promise<string> {
  const loaded = new Set([...document.fonts].filter(({ status }) => status === 'loaded').map(keyOf));
  const rules = [...document.styleSheets].flatMap(rulesOf).filter((rule) => {
    const { fontFamily: family, fontWeight: weight } = rule.style;
    const unicodeRange = rule.style.getPropertyValue('unicode-range');
    return loaded.has(keyOf({ family, weight, unicodeRange }));
  });
  return (await Promise.all(rules.map(ruleWithFont))).join('\n');
}

function keyOf({
  family,
  weight,
  unicodeRange,
}: Pick<FontFace, 'family' | 'weight' | 'unicodeRange'>): string {
  return `${family} ${weight} ${unicodeRange}`.replaceAll(/["'\s]/gu, '').toLowerCase();
}

/** Empty where a page opened from a file may not look into its own styles: the system's fonts are drawn then. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    return [];
  }
}

const fonts = new Map<string, Promise<string>>();

async function ruleWithFont(rule: CSSFontFaceRule): Promise<string> {
  const path = /url\(["']?([^"')]+)/u.exec(rule.style.getPropertyValue('src'))?.[1];
  if (path === undefined) return '';
  const { href } = new URL(path, rule.parentStyleSheet?.href ?? document.baseURI);
  let font = fonts.get(href);
  if (!font) fonts.set(href, (font = dataAddress(href)));
  const { fontFamily, fontWeight } = rule.style;
  const range = rule.style.getPropertyValue('unicode-range');
  const where = range === '' ? '' : `unicode-range:${range};`;
  return `@font-face{font-family:${fontFamily};font-weight:${fontWeight};${where}src:url(${await font})}`;
}

async function dataAddress(href: string): Promise<string> {
  const blob = await (await fetch(href)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(new Error('no font')));
    reader.readAsDataURL(blob);
  });
}
