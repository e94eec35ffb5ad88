import type { Payload } from '../experiment/experiment';
import { LIMITS } from '../experiment/limits';
import { pieceCount } from '../experiment/pieces';
import { choosePieceBytes, filePayload, textPayload } from '../experiment/street';
import { formatBytes } from '../ui/format';
import { notice, type Notice, type NoticeValues } from './notice';

/** A payload, or why there is none. */
export type ToSend =
  | { readonly payload: Payload; readonly refusal: null }
  | { readonly payload: null; readonly refusal: Notice };

/** What a typed message says. */
export function messageText({ bytes }: Payload): string {
  return new TextDecoder().decode(bytes);
}

/** How many pieces a text will be cut into. */
export function piecesOf(text: string): number {
  const payload = textPayload(text);
  return pieceCount({ payload, pieceBytes: choosePieceBytes(payload) });
}

/** A typed message, unless it is too long. */
export function textToSend(text: string): ToSend {
  const payload = textPayload(text);
  const { length } = payload.bytes;
  if (length > LIMITS.payloadBytes) return refuse('textTooBig', { size: formatBytes(length) });
  const count = piecesOf(text);
  if (count > LIMITS.pieces) return refuse('tooManyPieces', { pieces: count, limit: LIMITS.pieces });
  return { payload, refusal: null };
}

/** A chosen file, unless it is larger than 1 MB (2²⁰ bytes) or cannot be read. */
export async function readFile(file: File): Promise<ToSend> {
  if (file.size > LIMITS.payloadBytes) return refuse('fileTooBig', { size: formatBytes(file.size) });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = file.name.slice(-LIMITS.nameCharacters);
    return { payload: filePayload(name, file.type || 'application/octet-stream', bytes), refusal: null };
  } catch {
    return refuse('fileUnreadable', {});
  }
}

function refuse(key: Notice['key'], values: NoticeValues): ToSend {
  return { payload: null, refusal: notice(key, values) };
}
