import { type KeyboardEvent, useRef } from 'react';

/** The arrow keys walk from byte to byte, up and down by a row, and point at each as a mouse does; Enter presses one. */
export function useByteKeys(
  {
    firstLit,
    endLit,
    count,
    columns,
  }: {
    readonly firstLit: number;
    /** The byte behind the last that is lit. */
    readonly endLit: number;
    readonly count: number;
    readonly columns: number;
  },
  onByte: (byte: number) => void,
  onPress: ((byte: number) => void) | undefined,
): { readonly onKeyDown: (event: KeyboardEvent) => void } {
  /** Where the keys have come to; a field of several bytes is walked through byte by byte. */
  const cursor = useRef(-1);
  /** What a mouse has lit since is where they go on. */
  const here = (): number =>
    cursor.current >= firstLit && cursor.current < endLit ? cursor.current : firstLit;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  return {
    onKeyDown(event) {
      if (onPress && firstLit >= 0 && (event.key === 'Enter' || event.key === ' ')) {
        onPress(here());
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const step = steps[event.key];
      if (step === undefined) return;
      const from = here();
      cursor.current = Math.max(0, Math.min(count - 1, from < 0 ? 0 : from + step));
      onByte(cursor.current);
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
