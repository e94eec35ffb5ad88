import type { LinkSettings, Nanoseconds, Payload, Rule, RuleVerdict } from '../experiment/experiment';
import { filePayload, OPEN_PORTS, type Street } from '../experiment/street';
import { BLOCK_NUMBER_BYTES } from '../experiment/pieces';
import { CLEAR_WEATHER, WEATHER_LINK } from '../experiment/town';

const MILLISECOND_NS = 1_000_000;
/** C–R1, R1–R2, R2–R3, R3–S. */
const LINKS = 4;
const EVERY_NS = 20 * MILLISECOND_NS;
/** Small enough to count with, and the segments of all lessons. */
const SEGMENT_BYTES = 1000;

/** The town of a lesson: sending takes no time, the way so long, a write each 20 ms from when the connection stands. */
export interface LessonStreet {
  readonly pieces: number;
  readonly oneWayMs: number;
  readonly rules: readonly Rule[];
  readonly lanes: Street['lanes'];
}

/** A street on which only what the lesson is about happens. */
export function lessonStreet({ pieces, oneWayMs, rules, lanes }: LessonStreet): Street {
  const link: LinkSettings = {
    delayNs: (oneWayMs * MILLISECOND_NS) / LINKS,
    rateBps: 0,
    queuePackets: 100,
  };
  return {
    seed: 1,
    payload: piecesOf(pieces),
    pieceBytes: SEGMENT_BYTES,
    weather: CLEAR_WEATHER,
    link,
    ports: OPEN_PORTS,
    tcp: 'classroom',
    tcpChanges: {},
    timing: { everyNs: EVERY_NS, leadNs: roundTripNs(oneWayMs), otherLinks: link, keepsOpen: true },
    lanes,
    reliability: null,
    rules,
    commands: [],
  };
}

/** How long a connection takes to stand: the first write is due then. */
export function roundTripNs(oneWayMs: number): Nanoseconds {
  return 2 * oneWayMs * MILLISECOND_NS;
}

/** So many blocks of a file, each a segment. */
export function piecesOf(count: number): Payload {
  const length = count * (SEGMENT_BYTES - BLOCK_NUMBER_BYTES);
  return filePayload('file', 'application/octet-stream', new Uint8Array(length));
}

/** What becomes of the original of piece `piece` (from 1) on the road to the server. */
function fateOf(piece: number, verdict: RuleVerdict): Rule {
  return { link: WEATHER_LINK, direction: 0, role: 'piece', nth: piece, verdict };
}

/** That the road takes it. */
export function gone(piece: number): Rule {
  return fateOf(piece, { kind: 'drop' });
}

/** That it comes twice. */
export function doubled(piece: number): Rule {
  return fateOf(piece, { kind: 'dup' });
}

/** That it comes so much later. */
export function late(piece: number, ms: number): Rule {
  return fateOf(piece, { kind: 'delay', delayNs: ms * MILLISECOND_NS });
}
