import * as v from 'valibot';
import { parseAddress } from '../wire/address';
import { commandSchema } from './commandSchema';
import type { App, Experiment, Pause, Town } from './experiment';
import { LIMITS } from './limits';
import { nameAppSchemas } from './nameAppSchemas';
import type { ProblemKind } from './problem';
import { webAppSchemas } from './webAppsSchema';
import {
  addressSchema,
  durationSchema,
  idSchema,
  linkSettingsEntries,
  listSchema,
  payloadSchema,
  pieceBytesSchema,
  portSchema,
  portsSchema,
  reliabilitySchema,
  ruleSchema,
  seedSchema,
  transportSchema,
  weatherSchema,
  wholeSchema,
} from './schema';
import { tcpChangesSchema, tcpOptionsSchema } from './tcpOptionsSchema';

const BAD_ADDRESS: ProblemKind = 'badAddress';

const prefixSchema = v.pipe(v.string(), v.check(isPrefix, BAD_ADDRESS));

function isPrefix(text: string): boolean {
  const [address, length, ...rest] = text.split('/');
  if (address === undefined || length === undefined || rest.length > 0) return false;
  return parseAddress(address) !== undefined && /^(\d|[12]\d|3[0-2])$/.test(length);
}

const townSchema: v.GenericSchema<unknown, Town> = v.strictObject({
  hosts: v.pipe(
    listSchema(v.strictObject({ id: idSchema, address: addressSchema, link: idSchema }), LIMITS.hosts),
    v.minLength(1),
  ),
  routers: listSchema(
    v.strictObject({
      id: idSchema,
      address: addressSchema,
      routes: listSchema(v.strictObject({ prefix: prefixSchema, link: idSchema }), LIMITS.routes),
      silent: v.exactOptional(v.literal(true)),
    }),
    LIMITS.routers,
  ),
  links: listSchema(
    v.strictObject({
      id: idSchema,
      from: idSchema,
      to: idSchema,
      ...linkSettingsEntries,
      framingBytes: wholeSchema(0, LIMITS.framingBytes),
      markThresholdPackets: v.exactOptional(wholeSchema(0, LIMITS.queuePackets)),
      mtuBytes: v.exactOptional(wholeSchema(LIMITS.leastMtuBytes, LIMITS.mtuBytes)),
      resolves: v.exactOptional(v.literal(true)),
      detour: v.exactOptional(idSchema),
      weather: weatherSchema,
    }),
    LIMITS.links,
  ),
});

const pauseSchema: v.GenericSchema<unknown, Pause> = v.strictObject({
  fromNs: durationSchema(LIMITS.timeNs),
  toNs: durationSchema(LIMITS.timeNs),
});

const appSchema: v.GenericSchema<unknown, App> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('send'),
    host: idSchema,
    transport: v.exactOptional(transportSchema),
    port: portSchema,
    to: v.strictObject({ address: addressSchema, port: portsSchema }),
    payload: payloadSchema,
    pieceBytes: pieceBytesSchema,
    startNs: durationSchema(LIMITS.timeNs),
    leadNs: v.exactOptional(durationSchema(LIMITS.timeNs)),
    everyNs: durationSchema(LIMITS.everyNs),
    keepsOpen: v.exactOptional(v.literal(true)),
    mayFragment: v.exactOptional(v.literal(true)),
    tcpChanges: v.exactOptional(tcpChangesSchema),
    reliability: v.exactOptional(reliabilitySchema),
  }),
  v.strictObject({
    kind: v.literal('receive'),
    host: idSchema,
    transport: v.exactOptional(transportSchema),
    port: portsSchema,
    pauses: v.exactOptional(listSchema(pauseSchema, LIMITS.pauses)),
    acknowledges: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    kind: v.literal('ping'),
    host: idSchema,
    to: addressSchema,
    identifier: wholeSchema(0, LIMITS.echoIdentifier),
    count: wholeSchema(1, LIMITS.echoes),
    dataBytes: wholeSchema(0, LIMITS.pieceBytes),
    startNs: durationSchema(LIMITS.timeNs),
    everyNs: durationSchema(LIMITS.everyNs),
  }),
  v.strictObject({
    kind: v.literal('traceroute'),
    host: idSchema,
    port: portSchema,
    to: addressSchema,
    maxHops: wholeSchema(1, LIMITS.hops),
    startNs: durationSchema(LIMITS.timeNs),
    waitNs: durationSchema(LIMITS.everyNs),
  }),
  ...nameAppSchemas,
  ...webAppSchemas,
]);

/** The shape of an experiment in JSON; what its parts say about each other is checked by `inconsistencyOf`. */
export const experimentSchema: v.GenericSchema<unknown, Experiment> = v.strictObject({
  version: v.literal(1),
  seed: seedSchema,
  town: townSchema,
  lanes: v.pipe(listSchema(transportSchema, 2), v.minLength(1)),
  apps: listSchema(appSchema, LIMITS.apps),
  tcp: tcpOptionsSchema,
  rules: listSchema(ruleSchema, LIMITS.rules),
  commands: listSchema(commandSchema, LIMITS.commands),
});
