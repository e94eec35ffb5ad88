import type { AckNews } from './recovery';
import type { SentSegment } from './scoreboard';

/** Bytes of each segment in tests that need no connection. */
export const MSS = 1000;

/** The segment sent `nth` from 0, with so many copies after the first. */
export function segment(nth: number, resends: number): SentSegment {
  const start = 1 + nth * MSS;
  return {
    start,
    end: start + MSS,
    sentNs: 0,
    order: nth,
    resends,
    isSacked: false,
    isLost: false,
    isResending: false,
  };
}

/** An ACK that says nothing but what a test gives it to say. */
export function newsOf(said: Partial<AckNews>): AckNews {
  return {
    now: 0,
    bytes: 0,
    inFlight: 0,
    rttNs: undefined,
    isWindowLimited: true,
    isAdvance: false,
    isDuplicate: false,
    arrived: [],
    deliveredBytes: 0,
    highestSacked: 0,
    isReporting: false,
    duplicate: undefined,
    echoedNs: undefined,
    ...said,
  };
}
