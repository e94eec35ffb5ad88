import { defaultStreet, filePayload, type Street } from '../src/experiment/street';
import { CLEAR_WEATHER } from '../src/experiment/town';

const MILLISECOND_NS = 1_000_000;
/** The largest payload that travels inside a link, so that the page can be handed these streets as a visitor is. */
const LARGEST_PAYLOAD_BYTES = 16 * 1024;

/** The first screen's street, as a visitor meets it. */
export function firstStreet(): Street {
  return defaultStreet('en');
}

/** A long transfer through a little loss: well over 100 000 events, few packets in flight at a time. */
export function longStreet(): Street {
  return {
    ...defaultStreet('en'),
    payload: payload(LARGEST_PAYLOAD_BYTES),
    pieceBytes: 8,
    weather: { ...CLEAR_WEATHER, loss: 0.02 },
    link: { delayNs: 30 * MILLISECOND_NS, rateBps: 0, queuePackets: 100 },
  };
}

/** One datagram each millisecond through a road that is `inFlight` milliseconds long: so many are on it at once. */
export function floodStreet(inFlight: number): Street {
  return {
    ...defaultStreet('en'),
    payload: payload(floodPieces(inFlight)),
    // A block number and one byte.
    pieceBytes: 5,
    weather: CLEAR_WEATHER,
    link: { delayNs: inFlight * MILLISECOND_NS, rateBps: 0, queuePackets: 100 },
  };
}

/** From when to when the road of `floodStreet` is full, in ns. */
export function floodFullNs(inFlight: number): readonly [number, number] {
  return [(inFlight + 200) * MILLISECOND_NS, floodPieces(inFlight) * MILLISECOND_NS];
}

/** Enough to fill the road and to keep it full for at least two seconds. */
function floodPieces(inFlight: number): number {
  return Math.min(LARGEST_PAYLOAD_BYTES, 2 * inFlight + 2000);
}

function payload(length: number): Street['payload'] {
  const bytes = Uint8Array.from({ length }, (_, i) => i & 0xff);
  return filePayload('bench.bin', 'application/octet-stream', bytes);
}
