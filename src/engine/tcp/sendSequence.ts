import { dialectOf } from './dialect';
import { isOn } from './mechanisms';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Where our FIN is or would be: one past the last byte that the app has written. */
export function finPosition(tcb: TransmissionControlBlock): number {
  return tcb.sendBuffer.end + 1;
}

/** U of RFC 9293 §3.8.6.2.1 in bytes: what the peer's window leaves beyond SND.NXT. */
export function usableWindow(tcb: TransmissionControlBlock): number {
  if (!isOn(tcb, 'flowControl')) return Infinity;
  return Math.max(0, tcb.sendUnacked + tcb.sendWindow - tcb.sendNext);
}

/**
 * Bytes from `position` to where the stream is cut: every multiple of the MSS, or where the dialect says so a full
 * segment on; or what the app has written so far.
 */
export function pieceLength(tcb: TransmissionControlBlock, position: number): number {
  const behindCut = cutsAnywhere(tcb) ? 0 : (position - 1) % tcb.sendMaxSegmentBytes;
  const toCut = tcb.sendMaxSegmentBytes - behindCut;
  return Math.max(0, Math.min(toCut, finPosition(tcb) - position));
}

/** Whether our FIN has been acknowledged. */
export function isFinAcknowledged(tcb: TransmissionControlBlock): boolean {
  return tcb.isClosing && tcb.sendUnacked > finPosition(tcb);
}

/** Segments begin where the last one ended, not at multiples of the MSS: in dialects that do so, and without a message. */
export function cutsAnywhere(tcb: TransmissionControlBlock): boolean {
  return tcb.setup.cutsAnywhere === true || dialectOf(tcb).cutsAnywhere;
}
