import * as v from 'valibot';
import { parseAddress } from '../wire/address';
import { fromBase64 } from './base64';
import type { LinkSettings, Payload, PortPerTransport, Reliability, Rule, Weather } from './experiment';
import { LIMITS } from './limits';
import type { ProblemKind } from './problem';

/** Issues that valibot cannot name carry our own word as their message. */
const BAD_ADDRESS: ProblemKind = 'badAddress';
const BAD_BASE64: ProblemKind = 'badBase64';

export const wholeSchema = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const durationSchema = (most: number) => wholeSchema(0, most);

export const textSchema = (mostCharacters: number) => v.pipe(v.string(), v.maxLength(mostCharacters));

export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.idCharacters));

/** A list whose length is checked before its entries are. */
export const listSchema = <T>(entry: v.GenericSchema<unknown, T>, most: number) =>
  v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(entry));

/** Dotted IPv4. */
export const addressSchema = v.pipe(
  v.string(),
  v.check((text) => parseAddress(text) !== undefined, BAD_ADDRESS),
);

export const seedSchema = wholeSchema(0, LIMITS.seed);
/** Port 0 is reserved (RFC 6335 §6). */
export const portSchema = wholeSchema(1, LIMITS.port);
export const pieceBytesSchema = wholeSchema(1, LIMITS.pieceBytes);
export const directionSchema = v.picklist([0, 1]);
export const transportSchema = v.picklist(['tcp', 'udp']);
export const roleSchema = v.picklist(['piece', 'control', 'retransmission', 'arp']);
export const flipBitSchema = wholeSchema(0, LIMITS.flipBit);

export const portsSchema: v.GenericSchema<unknown, PortPerTransport> = v.strictObject({
  tcp: portSchema,
  udp: portSchema,
});

const probabilitySchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const weatherSchema: v.GenericSchema<unknown, Weather> = v.strictObject({
  loss: probabilitySchema,
  reorder: probabilitySchema,
  reorderDelayNs: durationSchema(LIMITS.delayNs),
  duplicate: probabilitySchema,
  corrupt: probabilitySchema,
});

export const linkSettingsEntries = {
  delayNs: durationSchema(LIMITS.delayNs),
  /** 0 (no serialisation time) or a rate. */
  rateBps: v.lazy((rate) => wholeSchema(rate === 0 ? 0 : LIMITS.slowestRateBps, LIMITS.rateBps)),
  queuePackets: wholeSchema(0, LIMITS.queuePackets),
};

export const linkSettingsSchema: v.GenericSchema<unknown, LinkSettings> = v.strictObject(linkSettingsEntries);

export const base64Schema = v.pipe(
  v.string(),
  v.maxLength(4 * Math.ceil(LIMITS.payloadBytes / 3)),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const bytes = fromBase64(dataset.value);
    if (bytes) return bytes;
    addIssue({ message: BAD_BASE64 });
    return NEVER;
  }),
);

export const reliabilitySchema: v.GenericSchema<unknown, Reliability> = v.strictObject({
  kind: v.literal('stopAndWait'),
  timerNs: wholeSchema(LIMITS.shortestTimerNs, LIMITS.timerNs),
});

export const payloadSchema: v.GenericSchema<unknown, Payload> = v.strictObject({
  kind: v.picklist(['text', 'picture', 'file', 'call']),
  name: textSchema(LIMITS.nameCharacters),
  mediaType: textSchema(LIMITS.nameCharacters),
  bytes: base64Schema,
  numbered: v.boolean(),
  deadlineNs: v.exactOptional(durationSchema(LIMITS.delayNs)),
});

const verdictSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('drop') }),
  v.strictObject({ kind: v.literal('delay'), delayNs: durationSchema(LIMITS.delayNs) }),
  v.strictObject({ kind: v.literal('dup') }),
  v.strictObject({ kind: v.literal('via'), link: idSchema }),
  v.strictObject({ kind: v.literal('flip'), bit: flipBitSchema }),
]);

export const ruleSchema: v.GenericSchema<unknown, Rule> = v.strictObject({
  link: idSchema,
  direction: directionSchema,
  role: v.picklist(['piece', 'control']),
  flow: v.exactOptional(wholeSchema(0, LIMITS.apps)),
  nth: wholeSchema(1, LIMITS.ruleNth),
  verdict: verdictSchema,
});
