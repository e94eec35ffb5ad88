import type { Command } from './command';
import type {
  App,
  Experiment,
  LinkSettings,
  Nanoseconds,
  Payload,
  PortPerTransport,
  Reliability,
  Rule,
  Transport,
  Weather,
} from './experiment';
import { FRAME_BYTES, FRAME_NS } from './call';
import { LIMITS } from './limits';
import { BLOCK_NUMBER_BYTES } from './pieces';
import type { TcpOptions } from './tcpOptions';
import { TCP_PRESETS, type TcpPreset } from './tcpPresets';
import { CLEAR_WEATHER, firstTown, SERVER_ADDRESS } from './town';
import { utf8 } from './utf8';

/** The first screen's choices as one small value: what the address bar holds and the CLI's flags change. */
export interface Street {
  readonly seed: number;
  readonly payload: Payload;
  /** Bytes handed to the transport at once; `null`: chosen for the payload. */
  readonly pieceBytes: number | null;
  /** Weather and settings of the road R2–R3. */
  readonly weather: Weather;
  readonly link: LinkSettings;
  /** Rooms of S that the client writes to; 80 (TCP) and 9000 (UDP) are open. */
  readonly ports: PortPerTransport;
  readonly tcp: TcpPreset;
  readonly timing: Timing;
  /** Each transport that runs has a lane of its own. */
  readonly lanes: readonly Transport[];
  /** What the apps do over UDP so that everything arrives. */
  readonly reliability: Reliability | null;
  /** Settings that differ from the preset's, mechanisms switched off among them. */
  readonly tcpChanges: Partial<TcpOptions>;
  readonly rules: readonly Rule[];
  readonly commands: readonly StreetCommand[];
}

/** A command that may be switched off: it is kept, in its place, and the experiment does without it. */
export type StreetCommand = Command & { readonly isOff?: true };

/** When the app writes, and how long the way is beside the road; `null`: as suits the payload and the first screen. */
export interface Timing {
  /** Time between two writes. */
  readonly everyNs: Nanoseconds | null;
  /** From the app's start to the first write: TCP connects at the start. */
  readonly leadNs: Nanoseconds | null;
  /** Settings of C–R1, R1–R2 and R3–S. */
  readonly otherLinks: LinkSettings | null;
  /** The app leaves its connection open when all is written. */
  readonly keepsOpen: boolean;
}

/** What a weather switch starts with when it is turned on. */
export const DEFAULT_WEATHER_AMOUNTS: Weather = {
  loss: 0.2,
  reorder: 0.3,
  reorderDelayNs: 60_000_000,
  duplicate: 0.2,
  corrupt: 0.15,
};

/** The road R2–R3: 30 ms, 1 Mbit/s, a queue of 20 packets. */
const DEFAULT_LINK: LinkSettings = { delayNs: 30_000_000, rateBps: 1_000_000, queuePackets: 20 };

export const OPEN_PORTS: PortPerTransport = { tcp: 80, udp: 9000 };
/** No app listens there. */
export const CLOSED_PORT = 9999;

const CLIENT_PORT = 50_000;
const MILLISECOND_NS = 1_000_000;
const TEXT_EVERY_NS = 20 * MILLISECOND_NS;
/** The first screen's own. */
const USUAL_TIMING: Timing = { everyNs: null, leadNs: null, otherLinks: null, keepsOpen: false };
const BOTH_LANES: readonly Transport[] = ['tcp', 'udp'];
/** One letter a piece (each Korean one takes 3 bytes); 가나다 shows at a glance what is missing or out of order. */
const DEFAULT_MESSAGE = { ko: '가나다라마바사아자차카타', en: 'HELLO, WORLD' };
/**
 * Chosen: pieces 3 and 7 are lost and nothing else of a first sending. TCP repairs the 3rd by fast retransmit, and the
 * 7th, whose first repair is lost too, when the timer runs out. `tests/firstScreen.test.ts` holds it to that.
 */
const DEFAULT_SEED = 405;
const DEFAULT_LOSS = 0.2;
const TEXT_PIECES_WANTED = 24;
const TEXT_PIECE_MAX_BYTES = 16;
const FILE_PIECE_BYTES = 1400;
/** IPv4 and TCP headers with timestamps: the most that goes before a piece. */
const HEADER_BYTES = 52;

/** What a first visit shows: a greeting through a road that loses some of it. */
export function defaultStreet(language: 'ko' | 'en'): Street {
  return {
    seed: DEFAULT_SEED,
    payload: textPayload(DEFAULT_MESSAGE[language]),
    pieceBytes: null,
    weather: { ...CLEAR_WEATHER, loss: DEFAULT_LOSS },
    link: DEFAULT_LINK,
    ports: OPEN_PORTS,
    tcp: 'classroom',
    timing: USUAL_TIMING,
    lanes: BOTH_LANES,
    reliability: null,
    tcpChanges: {},
    rules: [],
    commands: [],
  };
}

/** The whole experiment behind a street, in its own lanes unless told otherwise. */
export function streetExperiment(street: Street, lanes: readonly Transport[] = street.lanes): Experiment {
  const { everyNs, leadNs, otherLinks, keepsOpen } = street.timing;
  const pieceBytes = street.pieceBytes ?? choosePieceBytes(street.payload);
  const apps: readonly App[] = [
    { kind: 'receive', host: 'S', port: OPEN_PORTS, ...(street.reliability ? { acknowledges: true } : {}) },
    {
      kind: 'send',
      host: 'C',
      port: CLIENT_PORT,
      to: { address: SERVER_ADDRESS, port: street.ports },
      payload: street.payload,
      pieceBytes,
      startNs: 0,
      everyNs: everyNs ?? pieceEveryNs(street.payload, pieceBytes, street.link.rateBps),
      ...(leadNs === null ? {} : { leadNs }),
      ...(keepsOpen ? { keepsOpen } : {}),
      ...(street.reliability ? { reliability: street.reliability } : {}),
    },
  ];
  return {
    version: 1,
    seed: street.seed,
    town: firstTown(street.link, street.weather, otherLinks ?? undefined),
    lanes,
    apps,
    tcp: { ...TCP_PRESETS[street.tcp], ...street.tcpChanges },
    rules: street.rules,
    commands: commandsInForce(street.commands),
  };
}

/** Those that are not switched off, in their order. */
export function commandsInForce(commands: readonly StreetCommand[]): readonly Command[] {
  return commands.filter(({ isOff }) => !isOff);
}

/** A typed message as UTF-8; a lone surrogate becomes U+FFFD. */
export function textPayload(text: string): Payload {
  return { kind: 'text', name: '', mediaType: 'text/plain', bytes: utf8(text), numbered: false };
}

/** A chosen file: a picture when its media type says so; its pieces carry block numbers. */
export function filePayload(name: string, mediaType: string, bytes: Uint8Array<ArrayBuffer>): Payload {
  const kind = mediaType.startsWith('image/') ? 'picture' : 'file';
  return { kind, name, mediaType, bytes, numbered: true };
}

/**
 * Bytes per piece that show a payload best. Text: whole characters of its commonest UTF-8 length, as few as make
 * at most 24 pieces, 16 bytes at most. Files: 1400, block number included.
 */
export function choosePieceBytes(payload: Payload): number {
  if (payload.kind === 'call') return BLOCK_NUMBER_BYTES + FRAME_BYTES;
  if (payload.kind !== 'text') return FILE_PIECE_BYTES;
  const letter = commonestLetterBytes(payload.bytes);
  const wanted = Math.max(1, Math.ceil(payload.bytes.length / TEXT_PIECES_WANTED));
  const letters = Math.min(Math.ceil(wanted / letter), Math.floor(TEXT_PIECE_MAX_BYTES / letter));
  return letter * letters;
}

/** The commonest UTF-8 length among the characters, the longer on a tie; 1 when there are none. */
function commonestLetterBytes(bytes: Uint8Array): number {
  const counts = [0, 0, 0, 0, 0];
  for (const byte of bytes) {
    const isContinuation = byte >= 0x80 && byte < 0xc0;
    if (isContinuation) continue;
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    counts[length] = counts[length]! + 1;
  }
  const most = Math.max(...counts);
  return most === 0 ? 1 : counts.lastIndexOf(most);
}

/** Time between writes: 20 ms for text to be watched; for files what the road's rate can carry, in whole ms. */
function pieceEveryNs(payload: Payload, pieceBytes: number, rateBps: number): Nanoseconds {
  if (payload.kind === 'text') return TEXT_EVERY_NS;
  if (payload.kind === 'call') return FRAME_NS;
  if (rateBps === 0) return MILLISECOND_NS;
  const milliseconds = Math.ceil(((pieceBytes + HEADER_BYTES) * 8 * 1000) / rateBps);
  return Math.min(LIMITS.everyNs, Math.max(1, milliseconds) * MILLISECOND_NS);
}
