import { defaultStreet, filePayload, type Street } from '../src/experiment/street';
import { CLEAR_WEATHER } from '../src/experiment/town';

const MILLISECOND_NS = 1_000_000;
/** The largest payload that travels inside a link, so that the page can be handed these streets as a visitor is. */
const PAYLOAD_BYTES = 16 * 1024;

/** The first screen's street, as a visitor meets it. */
export function firstStreet(): Street {
  return defaultStreet('en');
}

/** A long transfer through a little loss: well over 100 000 events, few packets in flight at a time. */
export function longStreet(): Street {
  return {
    ...defaultStreet('en'),
    payload: payload(),
    pieceBytes: 8,
    weather: { ...CLEAR_WEATHER, loss: 0.02 },
    link: { delayNs: 30 * MILLISECOND_NS, rateBps: 0, queuePackets: 100 },
  };
}

/** One datagram each millisecond through a road that is `inFlight` milliseconds long: so many are on it at once. */
export function floodStreet(inFlight: number): Street {
  return {
    ...defaultStreet('en'),
    payload: payload(),
    // A block number and one byte: 16 384 pieces.
    pieceBytes: 5,
    weather: CLEAR_WEATHER,
    link: { delayNs: inFlight * MILLISECOND_NS, rateBps: 0, queuePackets: 100 },
  };
}

/** From when to when the road of `floodStreet` is full, in ns. */
export function floodFullNs(inFlight: number): readonly [number, number] {
  return [(inFlight + 200) * MILLISECOND_NS, PAYLOAD_BYTES * MILLISECOND_NS];
}

function payload(): Street['payload'] {
  const bytes = Uint8Array.from({ length: PAYLOAD_BYTES }, (_, i) => i & 0xff);
  return filePayload('bench.bin', 'application/octet-stream', bytes);
}
