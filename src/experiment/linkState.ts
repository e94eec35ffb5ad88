import * as v from 'valibot';
import { streetCommandSchema } from './commandSchema';
import type { Payload, Transport } from './experiment';
import { LIMITS } from './limits';
import {
  durationSchema,
  linkSettingsSchema,
  listSchema,
  payloadSchema,
  pieceBytesSchema,
  portsSchema,
  ruleSchema,
  seedSchema,
  reliabilitySchema,
  textSchema,
  transportSchema,
  weatherSchema,
  wholeSchema,
} from './schema';
import type { Street, Timing } from './street';
import { tcpChangesSchema } from './tcpOptionsSchema';

/** Everything the address bar remembers: the same run at the same moment. */
export interface LinkState {
  readonly street: Street;
  readonly playheadNs: number;
  readonly language?: 'ko' | 'en';
  readonly speed?: number;
  readonly spacing?: 'true' | 'even';
  readonly playing?: boolean;
}

/** A link to a payload that was too large to travel inside: everything but its bytes. */
export interface MissingPayload {
  readonly kind: Payload['kind'];
  readonly name: string;
  readonly mediaType: string;
  readonly numbered: boolean;
  readonly lengthBytes: number;
  readonly sha256: string;
}

export interface LinkStateWithoutPayload extends Omit<LinkState, 'street'> {
  readonly street: Omit<Street, 'payload'>;
}

const missingPayloadSchema: v.GenericSchema<unknown, MissingPayload> = v.strictObject({
  kind: v.picklist(['text', 'picture', 'file', 'call']),
  name: textSchema(LIMITS.nameCharacters),
  mediaType: textSchema(LIMITS.nameCharacters),
  numbered: v.boolean(),
  lengthBytes: wholeSchema(0, LIMITS.payloadBytes),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const timingSchema: v.GenericSchema<unknown, Timing> = v.strictObject({
  everyNs: v.nullable(durationSchema(LIMITS.everyNs)),
  leadNs: v.nullable(durationSchema(LIMITS.timeNs)),
  otherLinks: v.nullable(linkSettingsSchema),
  keepsOpen: v.boolean(),
});

const callSchema = v.strictObject({
  frames: wholeSchema(0, LIMITS.callFrames),
  deadlineNs: durationSchema(LIMITS.delayNs),
});

const lanesSchema: v.GenericSchema<unknown, readonly Transport[]> = v.pipe(
  listSchema(transportSchema, 2),
  v.minLength(1),
);

/**
 * What a link says, in words as long as the code's; `linkNames` makes them short. The message is one of `text`,
 * `payload` and `missingPayload`.
 */
export const linkFactsSchema = v.strictObject({
  seed: seedSchema,
  text: v.exactOptional(textSchema(LIMITS.linkPayloadBytes)),
  payload: v.exactOptional(payloadSchema),
  call: v.exactOptional(callSchema),
  missingPayload: v.exactOptional(missingPayloadSchema),
  pieceBytes: v.nullable(pieceBytesSchema),
  weather: weatherSchema,
  link: linkSettingsSchema,
  ports: portsSchema,
  tcp: v.picklist(['classroom', 'rfc', 'linux']),
  timing: timingSchema,
  lanes: lanesSchema,
  reliability: v.nullable(reliabilitySchema),
  tcpChanges: tcpChangesSchema,
  rules: listSchema(ruleSchema, LIMITS.rules),
  commands: listSchema(streetCommandSchema, LIMITS.commands),
  playheadNs: durationSchema(Number.MAX_SAFE_INTEGER),
  language: v.exactOptional(v.picklist(['ko', 'en'])),
  speed: v.exactOptional(
    v.pipe(v.number(), v.minValue(LIMITS.slowestSpeed), v.maxValue(LIMITS.fastestSpeed)),
  ),
  spacing: v.exactOptional(v.picklist(['true', 'even'])),
  playing: v.exactOptional(v.boolean()),
});

export type LinkFacts = v.InferOutput<typeof linkFactsSchema>;
