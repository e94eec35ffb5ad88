import * as v from 'valibot';
import type { AppSocket } from './appSockets';
import { LIMITS } from './limits';
import { addressSchema, durationSchema, idSchema, listSchema, portSchema, transportSchema } from './schema';

/** A port of one transport. */
export const socketSchema: v.GenericSchema<unknown, AppSocket> = v.strictObject({
  transport: transportSchema,
  port: portSchema,
});

/** The shapes of the apps that echo and that knock at doors, for the union of all apps. */
export const doorAppSchemas = [
  v.strictObject({
    kind: v.literal('echo'),
    host: idSchema,
    transport: transportSchema,
    port: portSchema,
  }),
  v.strictObject({
    kind: v.literal('portScan'),
    host: idSchema,
    to: addressSchema,
    doors: listSchema(socketSchema, LIMITS.doors),
    startNs: durationSchema(LIMITS.timeNs),
    everyNs: durationSchema(LIMITS.everyNs),
    waitNs: durationSchema(LIMITS.timerNs),
  }),
] as const;
