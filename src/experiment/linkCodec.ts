import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import { toBase64 } from './base64';
import { callPayload, FRAME_BYTES } from './call';
import type { Payload } from './experiment';
import { LIMITS } from './limits';
import { isRecord, lengthen, shorten } from './linkNames';
import {
  type LinkFacts,
  linkFactsSchema,
  type LinkState,
  type LinkStateWithoutPayload,
  type MissingPayload,
} from './linkState';
import { packText, unpackText } from './packedText';
import type { Problem, ProblemKind } from './problem';
import { type Street, textPayload } from './street';
import { problemOf, streetProblem } from './validate';

export type DecodedLink =
  | { readonly ok: true; readonly state: LinkState; readonly missingPayload: null }
  | { readonly ok: true; readonly state: LinkStateWithoutPayload; readonly missingPayload: MissingPayload }
  | { readonly ok: false; readonly problem: Problem };

const VERSION = '1';

/**
 * The hash fragment (without `#`) for this state. A payload of more than 16 kB is left out: the link then holds its
 * name, length and sha256.
 */
export function encodeLink({ street, playheadNs, ...view }: LinkState): string {
  const { payload, ...choices } = street;
  const wholeNs = Math.max(0, Math.round(playheadNs));
  const facts = { ...messageFacts(payload), ...choices, ...view, playheadNs: wholeNs };
  return `${VERSION}.${packText(JSON.stringify(shorten(facts)))}`;
}

/** Reads what `encodeLink` wrote; any other text gives a problem. */
export function decodeLink(text: string): DecodedLink {
  if (text.length > LIMITS.linkCharacters) return wrong('tooBig', LIMITS.linkCharacters);
  const [version, packed, ...rest] = text.split('.');
  if (packed === undefined || rest.length > 0 || !/^\d+$/.test(version ?? '')) return wrong('damagedLink');
  if (version !== VERSION) return wrong('unknownVersion');
  const json = unpackText(packed, LIMITS.linkInflatedBytes);
  const compact = json === undefined ? undefined : parseJson(json);
  if (!isRecord(compact)) return wrong('damagedLink');
  const parsed = v.safeParse(linkFactsSchema, lengthen(compact), { abortEarly: true });
  return parsed.success ? stateOf(parsed.output) : { ok: false, problem: problemOf(parsed.issues[0]) };
}

const hashes = new WeakMap<Uint8Array, string>();

/** sha256 in hex of a payload's bytes, which must never change: it is worked out once. */
export function payloadSha256({ bytes }: Payload): string {
  const known = hashes.get(bytes);
  if (known !== undefined) return known;
  const hash = bytesToHex(sha256(bytes));
  hashes.set(bytes, hash);
  return hash;
}

function stateOf({ text, call, payload: packed, missingPayload, ...facts }: LinkFacts): DecodedLink {
  const spoken = call && callPayload(call.frames, call.deadlineNs);
  const payload = text === undefined ? (spoken ?? packed) : textPayload(text);
  if (!payload && !missingPayload) return wrong('missingField', undefined, 'payload');
  const [view, choices] = parted(facts, VIEW);
  const street: Street = { ...choices, payload: payload ?? standIn(missingPayload!) };
  const problem = streetProblem(street);
  if (problem) return { ok: false, problem };
  if (payload) return { ok: true, state: { street, ...view }, missingPayload: null };
  return { ok: true, state: { street: choices, ...view }, missingPayload: missingPayload! };
}

/** What a link says of how the run is looked at; everything else is the street. */
const VIEW = [
  'playheadNs',
  'language',
  'speed',
  'spacing',
  'playing',
] as const satisfies readonly (keyof LinkState)[];

/** The part with these keys, and the rest. */
function parted<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  keys: readonly Key[],
): readonly [Pick<Whole, Key>, Omit<Whole, Key>] {
  const wanted: ReadonlySet<string> = new Set(keys.map(String));
  const part = (isWanted: boolean) =>
    Object.fromEntries(Object.entries(whole).filter(([key]) => wanted.has(key) === isWanted));
  return [part(true) as Pick<Whole, Key>, part(false) as Omit<Whole, Key>];
}

/** Takes the place of a payload that is elsewhere, as long as it, while the rest of a link is checked. */
function standIn({ kind, name, mediaType, numbered, lengthBytes }: MissingPayload): Payload {
  return { kind, name, mediaType, numbered, bytes: new Uint8Array(lengthBytes) };
}

function messageFacts(payload: Payload): Record<string, unknown> {
  const { kind, name, mediaType, bytes, numbered } = payload;
  const call = callFacts(payload);
  if (call) return { call };
  if (bytes.length > LIMITS.linkPayloadBytes) {
    const lengthBytes = bytes.length;
    const missingPayload = { kind, name, mediaType, numbered, lengthBytes, sha256: payloadSha256(payload) };
    return { missingPayload };
  }
  const text = strFromU8(bytes);
  const asTyped = textPayload(text);
  const isTyped = kind === 'text' && name === '' && mediaType === asTyped.mediaType && !numbered;
  // Bytes that are not UTF-8 would not come back from a string.
  if (isTyped && toBase64(strToU8(text)) === toBase64(bytes)) return { text };
  return { payload: { ...payload, bytes: toBase64(bytes) } };
}

/** What a call is made again from: its sound is the same every time. */
function callFacts({ kind, bytes, deadlineNs }: Payload): LinkFacts['call'] {
  if (kind !== 'call' || deadlineNs === undefined) return undefined;
  const frames = bytes.length / FRAME_BYTES;
  return isMelody(bytes) ? { frames, deadlineNs } : undefined;
}

const melodies = new WeakMap<Uint8Array, boolean>();

function isMelody(bytes: Uint8Array): boolean {
  let isOurs = melodies.get(bytes);
  if (isOurs === undefined) {
    isOurs = toBase64(callPayload(bytes.length / FRAME_BYTES).bytes) === toBase64(bytes);
    melodies.set(bytes, isOurs);
  }
  return isOurs;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wrong(kind: ProblemKind, limit?: number, where = ''): DecodedLink {
  return { ok: false, problem: { kind, where, ...(limit === undefined ? {} : { limit }) } };
}
