import * as v from 'valibot';
import { commandSchema } from './commandSchema';
import { doorAppSchemas } from './doorAppsSchema';
import type { App, Experiment, Pause } from './experiment';
import { LIMITS } from './limits';
import { nameAppSchemas } from './nameAppSchemas';
import { webAppSchemas } from './webAppsSchema';
import { rawAppSchemas } from './rawAppsSchema';
import {
  addressSchema,
  durationSchema,
  idSchema,
  listSchema,
  payloadSchema,
  pieceBytesSchema,
  portSchema,
  portsSchema,
  reliabilitySchema,
  ruleSchema,
  seedSchema,
  transportSchema,
  wholeSchema,
} from './schema';
import { townSchema } from './townSchema';
import { tcpChangesSchema, tcpOptionsSchema } from './tcpOptionsSchema';

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
  ...doorAppSchemas,
  ...rawAppSchemas,
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
