import { type KeyboardEvent, useRef } from 'react';

/** The arrow keys walk from byte to byte, up and down by a row, and point at each as a mouse does; Enter presses one. */
export function useByteKeys(
  {
    firstLit,
    count,
    columns,
  }: { readonly firstLit: number; readonly count: number; readonly columns: number },
  onByte: (byte: number) => void,
  onPress: ((byte: number) => void) | undefined,
): { readonly onKeyDown: (event: KeyboardEvent) => void } {
  /** Where the keys have come to; a field of several bytes is walked through byte by byte. */
  const cursor = useRef(-1);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  return {
    onKeyDown(event) {
      if (onPress && firstLit >= 0 && (event.key === 'Enter' || event.key === ' ')) {
        onPress(cursor.current >= 0 ? cursor.current : firstLit);
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const step = steps[event.key];
      if (step === undefined) return;
      const from = cursor.current >= 0 && firstLit >= 0 ? cursor.current : firstLit;
      cursor.current = Math.max(0, Math.min(count - 1, from < 0 ? 0 : from + step));
      onByte(cursor.current);
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
