import * as v from 'valibot';
import { socketSchema } from './doorAppsSchema';
import type { Host, NatSettings, Town } from './experiment';
import { LIMITS } from './limits';
import { parsePrefix } from './prefix';
import type { ProblemKind } from './problem';
import {
  addressSchema,
  idSchema,
  linkSettingsEntries,
  listSchema,
  portSchema,
  textSchema,
  transportSchema,
  weatherSchema,
  wholeSchema,
} from './schema';

const BAD_ADDRESS: ProblemKind = 'badAddress';

const prefixSchema = v.pipe(
  v.string(),
  v.check((text) => parsePrefix(text) !== undefined, BAD_ADDRESS),
);

const hostSchema: v.GenericSchema<unknown, Host> = v.strictObject({
  id: idSchema,
  address: addressSchema,
  // One that is just being built has no link yet; `inconsistencyOf` says so.
  link: textSchema(LIMITS.idCharacters),
  filters: v.exactOptional(listSchema(socketSchema, LIMITS.doors)),
});

const forwardSchema = v.strictObject({
  transport: transportSchema,
  port: portSchema,
  to: addressSchema,
  toPort: portSchema,
});

const natSchema: v.GenericSchema<unknown, NatSettings> = v.strictObject({
  outside: idSchema,
  idleNs: wholeSchema(LIMITS.shortestTimerNs, LIMITS.timerNs),
  forwards: listSchema(forwardSchema, LIMITS.forwards),
});

/** The shape of a town: its hosts, routers and links. */
export const townSchema: v.GenericSchema<unknown, Town> = v.strictObject({
  hosts: listSchema(hostSchema, LIMITS.hosts),
  routers: listSchema(
    v.strictObject({
      id: idSchema,
      address: addressSchema,
      routes: listSchema(v.strictObject({ prefix: prefixSchema, link: idSchema }), LIMITS.routes),
      silent: v.exactOptional(v.literal(true)),
      nat: v.exactOptional(natSchema),
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
