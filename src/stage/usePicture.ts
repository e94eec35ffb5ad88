import { useEffect, useState } from 'react';
import type { Payload } from '../experiment/experiment';

/** An address under which the browser can load the picture that is sent; null for other payloads. */
export function usePicture(payload: Payload | undefined): string | null {
  const [loaded, setLoaded] = useState<{ readonly payload: Payload; readonly address: string } | null>(null);
  useEffect(() => {
    if (payload?.kind !== 'picture') return undefined;
    const address = URL.createObjectURL(new Blob([payload.bytes], { type: payload.mediaType }));
    const show = requestAnimationFrame(() => setLoaded({ payload, address }));
    return () => {
      cancelAnimationFrame(show);
      URL.revokeObjectURL(address);
    };
  }, [payload]);
  return loaded !== null && loaded.payload === payload ? loaded.address : null;
}
