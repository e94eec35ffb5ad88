/** Prints lines, each ended. */
export type Output = (lines: readonly string[]) => void;

/** The same, with a mark in place of characters that a terminal would obey: ids and texts come from files of anybody's. */
export function harmless(print: Output): Output {
  return (lines) => print(lines.map((line) => line.replaceAll(/[^\P{Cc}\n\t]/gu, '\uFFFD')));
}
