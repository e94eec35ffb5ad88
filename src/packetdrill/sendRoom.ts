import type { ConnectionSnapshot } from '../trace/snapshot';
import type { Socket } from './socket';

/** Down to this share of the send buffer a socket that was full stays full: Linux's sk_stream_min_wspace. */
const WRITABLE_SHARE = 2 / 3;
/** What one buffer of Linux's send queue holds at most: half of the window, and 64 KiB. */
const WINDOW_SHARE = 0.5;
const LARGEST_CHUNK = 65_536;

/**
 * Bytes that a write may hand over at once. Under SO_SNDBUF, Linux takes a whole chunk while any room is left, so that
 * the queue grows beyond the buffer's size; once full, it takes nothing before a third of the buffer is free.
 */
export function sendRoom(socket: Socket, snapshot: ConnectionSnapshot): number {
  const { sendBufferBytes } = socket;
  if (sendBufferBytes === undefined) return Infinity;
  const queued = snapshot.unsentBytes + ((snapshot.highestSent - snapshot.sendUnacked) >>> 0);
  const isRoomy = socket.isSendFull ? queued <= sendBufferBytes * WRITABLE_SHARE : queued < sendBufferBytes;
  socket.isSendFull = !isRoomy;
  if (socket.isSendFull) return 0;
  const segment = snapshot.sendMaxSegmentBytes;
  const chunk = Math.min(snapshot.sendWindow * WINDOW_SHARE, LARGEST_CHUNK);
  return Math.max(segment, Math.floor(chunk / segment) * segment);
}
