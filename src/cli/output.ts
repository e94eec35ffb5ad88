/** Prints lines, each ended. */
export type Output = (lines: readonly string[]) => void;
