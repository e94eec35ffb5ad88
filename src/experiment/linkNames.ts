import type { LinkFacts } from './linkState';

/** Names in a link. Links live for ever: never change one, only add. */
const SHORT_NAMES = {
  seed: 's',
  /** A text message is said as itself and not as a payload. */
  text: 'm',
  payload: 'p',
  missingPayload: 'e',
  pieceBytes: 'b',
  weather: 'w',
  link: 'l',
  ports: 'o',
  tcp: 'c',
  timing: 'i',
  lanes: 'n',
  reliability: 'q',
  call: 'a',
  tcpChanges: 'h',
  rules: 'r',
  commands: 'k',
  playheadNs: 't',
  language: 'g',
  speed: 'v',
  spacing: 'x',
  playing: 'y',
} as const satisfies Record<keyof LinkFacts, string>;

/** What version 1 leaves out. Frozen: the first screen's own defaults may change, old links must not. */
const LEFT_OUT: Readonly<Record<string, unknown>> = {
  pieceBytes: null,
  weather: { loss: 0, reorder: 0, reorderDelayNs: 60_000_000, duplicate: 0, corrupt: 0 },
  link: { delayNs: 30_000_000, rateBps: 1_000_000, queuePackets: 20 },
  ports: { tcp: 80, udp: 9000 },
  tcp: 'classroom',
  timing: { everyNs: null, leadNs: null, otherLinks: null, keepsOpen: false },
  lanes: ['tcp', 'udp'],
  reliability: null,
  tcpChanges: {},
  rules: [],
  commands: [],
  playheadNs: 0,
};

/** Short names, and only what differs from `LEFT_OUT`. */
export function shorten(facts: Record<string, unknown>): Record<string, unknown> {
  const compact: Record<string, unknown> = {};
  for (const [long, short] of Object.entries(SHORT_NAMES)) {
    const value = facts[long];
    const usual = LEFT_OUT[long];
    if (value === undefined || isSame(value, usual)) continue;
    compact[short] = isRecord(value) && isRecord(usual) ? changesOf(value, usual) : value;
  }
  return compact;
}

function changesOf(value: Record<string, unknown>, usual: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key, one]) => !isSame(one, usual[key])));
}

/** The inverse of `shorten`; whatever is not understood stays, for the schema to name. */
export function lengthen(compact: Record<string, unknown>): Record<string, unknown> {
  const longNames = new Map<string, string>(
    Object.entries(SHORT_NAMES).map(([long, short]) => [short, long]),
  );
  const entries = Object.entries(compact).map(([short, value]) => {
    const long = longNames.get(short) ?? short;
    const usual = LEFT_OUT[long];
    return [long, isRecord(value) && isRecord(usual) ? { ...usual, ...value } : value] as const;
  });
  return { ...LEFT_OUT, ...Object.fromEntries(entries) };
}

/** A JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
