import { delMany, get, set, update } from 'idb-keyval';
import type { Payload } from '../experiment/experiment';
import type { MissingPayload } from '../experiment/linkState';

/** Older files are dropped, so that a term of lessons does not fill the disk. */
const MAX_FILES = 20;
/** Which files are kept, the newest last. */
const ORDER = 'order';

/** Keeps bytes that are too many for a link, under their sha256, in this browser. */
export async function keepPayload(sha256: string, { bytes }: Payload): Promise<void> {
  try {
    await set(sha256, bytes);
    let dropped: readonly string[] = [];
    await update<readonly string[]>(ORDER, (before = []) => {
      const order = [...before.filter((other) => other !== sha256), sha256];
      dropped = order.slice(0, -MAX_FILES);
      return order.slice(-MAX_FILES);
    });
    await delMany([...dropped]);
  } catch {
    // Private windows may refuse; the link then says that the file is missing.
  }
}

/** The payload a link speaks of, if this browser is the one that sent it. */
export async function findPayload(missing: MissingPayload): Promise<Payload | null> {
  const { kind, name, mediaType, numbered, lengthBytes, sha256 } = missing;
  try {
    const bytes: unknown = await get(sha256);
    if (!(bytes instanceof Uint8Array) || bytes.length !== lengthBytes) return null;
    return { kind, name, mediaType, numbered, bytes: new Uint8Array(bytes) };
  } catch {
    return null;
  }
}
