import * as v from 'valibot';
import { isDomainName } from '../wire/dnsName';
import { RECORD_TYPES } from '../wire/dnsText';
import { LIMITS } from './limits';
import type { Zone } from './nameApps';
import type { ProblemKind } from './problem';
import { addressSchema, durationSchema, idSchema, listSchema, textSchema, wholeSchema } from './schema';

const BAD_NAME: ProblemKind = 'badName';

const nameSchema = v.pipe(textSchema(LIMITS.domainNameCharacters), v.check(isDomainName, BAD_NAME));
const ttlSchema = wholeSchema(0, LIMITS.recordTtlSeconds);
const typeSchema = v.picklist(RECORD_TYPES);

/** 0 or what is more than everyone takes (RFC 6891 §6.2.3). */
const ednsSchema = v.lazy((bytes) => wholeSchema(bytes === 0 ? 0 : LIMITS.leastEdnsBytes, LIMITS.ednsBytes));

const zoneSchema: v.GenericSchema<unknown, Zone> = v.strictObject({
  origin: nameSchema,
  soaTtlSeconds: ttlSchema,
  soaMinimumSeconds: ttlSchema,
  records: listSchema(
    v.strictObject({
      name: nameSchema,
      type: typeSchema,
      ttlSeconds: ttlSchema,
      data: textSchema(LIMITS.recordCharacters),
    }),
    LIMITS.zoneRecords,
  ),
});

export const zonesSchema = listSchema(zoneSchema, LIMITS.zones);

/** The shapes of the apps that deal with names, for the union of all apps. */
export const nameAppSchemas = [
  v.strictObject({
    kind: v.literal('nameServer'),
    host: idSchema,
    zones: zonesSchema,
  }),
  v.strictObject({
    kind: v.literal('resolver'),
    host: idSchema,
    rootHints: v.pipe(listSchema(addressSchema, LIMITS.rootHints), v.minLength(1)),
    ednsBytes: v.exactOptional(ednsSchema),
  }),
  v.strictObject({
    kind: v.literal('lookup'),
    host: idSchema,
    resolver: addressSchema,
    name: nameSchema,
    type: typeSchema,
    startNs: durationSchema(LIMITS.timeNs),
    times: v.exactOptional(wholeSchema(1, LIMITS.lookups)),
    everyNs: v.exactOptional(wholeSchema(1, LIMITS.timeNs)),
    ednsBytes: v.exactOptional(ednsSchema),
  }),
] as const;
