import type { Nanoseconds } from '../experiment/experiment';

/** So long a neighbour's hardware address is believed after it was heard last: "on the order of a minute" (RFC 1122 §2.3.2.1). */
export const NEIGHBOUR_TIMEOUT_NS: Nanoseconds = 60_000_000_000;
