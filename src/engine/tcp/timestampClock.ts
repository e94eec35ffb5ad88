import type { Nanoseconds } from '../../experiment/experiment';
import { CLOCK_TICK_NS } from './rtt';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** TSval at `now`: milliseconds, counted from an offset of the connection's own (RFC 7323 §5.4). */
export function timestampAt(tcb: TransmissionControlBlock, now: Nanoseconds): number {
  return (tcb.timestampOffset + Math.floor(now / CLOCK_TICK_NS)) >>> 0;
}

/** Time since we sent `echo` as our TSval, at least a tick; `undefined` if that lies in the future. */
export function timeSinceEcho(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  echo: number,
): Nanoseconds | undefined {
  const ticks = (timestampAt(tcb, now) - echo) | 0;
  return ticks < 0 ? undefined : Math.max(ticks, 1) * CLOCK_TICK_NS;
}

/** When we sent `echo` as our TSval, rounded down to a tick. */
export function timeOfEcho(tcb: TransmissionControlBlock, now: Nanoseconds, echo: number): Nanoseconds {
  const ticks = (timestampAt(tcb, now) - echo) | 0;
  return (Math.floor(now / CLOCK_TICK_NS) - ticks) * CLOCK_TICK_NS;
}
