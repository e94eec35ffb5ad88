import type { Nanoseconds } from '../../experiment/experiment';
import { hash } from '../hash';
import type { Endpoint } from './connectionContext';

/** One step of the clock M (RFC 9293 §3.4.1: 4 µs). */
const CLOCK_STEP_NS = 4000;

/**
 * The initial sequence number M + F(local, remote, secret) of RFC 6528 §3, as uint32. F is a mixing hash with the seed
 * for its secret: it repeats from run to run and guards against nobody, which a simulation does not need.
 */
export function initialSequence(seed: number, now: Nanoseconds, local: Endpoint, remote: Endpoint): number {
  const clock = Math.floor(now / CLOCK_STEP_NS);
  return (clock + hash(seed, local.address, local.port, remote.address, remote.port)) >>> 0;
}

/** The ISN of a connection that takes the place of one in TIME-WAIT: beyond all that it sent (RFC 1122 §4.2.2.13). */
export function sequenceBeyond(sequence: number, last: number): number {
  return ((sequence - last) | 0) > 0 ? sequence : (last + 1) >>> 0;
}
