import { useEffect, useState } from 'react';
import type { Payload } from '../experiment/experiment';

/** An address under which the browser can load the picture that is sent; null for other payloads. */
export function usePicture(payload: Payload | undefined): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    if (payload?.kind !== 'picture') {
      setPicture(null);
      return undefined;
    }
    const address = URL.createObjectURL(new Blob([payload.bytes], { type: payload.mediaType }));
    setPicture(address);
    return () => URL.revokeObjectURL(address);
  }, [payload]);
  return picture;
}
