import * as v from 'valibot';
import { LIMITS } from './limits';
import type { ProblemKind } from './problem';
import {
  addressSchema,
  base64Schema,
  durationSchema,
  idSchema,
  listSchema,
  portSchema,
  textSchema,
} from './schema';
import { parseUrl } from './url';
import type { Page } from './webApps';

const BAD_URL: ProblemKind = 'badUrl';
const BAD_MEDIA_TYPE: ProblemKind = 'unknownChoice';

const pageSchema: v.GenericSchema<unknown, Page> = v.strictObject({
  path: v.pipe(
    textSchema(LIMITS.urlCharacters),
    v.check((path) => parseUrl(`http://a${path}`)?.path === path, BAD_URL),
  ),
  // It becomes the value of a field: a line break in it would begin another (RFC 9110 §5.5).
  mediaType: v.pipe(textSchema(LIMITS.nameCharacters), v.regex(/^[ -~]*$/, BAD_MEDIA_TYPE)),
  bytes: base64Schema,
});

const pagesSchema = listSchema(pageSchema, LIMITS.pages);

/** The shapes of the apps that serve and open pages, for the union of all apps. */
export const webAppSchemas = [
  v.strictObject({
    kind: v.literal('webServer'),
    host: idSchema,
    port: portSchema,
    pages: pagesSchema,
    tls: v.exactOptional(v.literal(true)),
    keepsAliveNs: durationSchema(LIMITS.timeNs),
  }),
  v.strictObject({
    kind: v.literal('browse'),
    host: idSchema,
    resolver: v.nullable(addressSchema),
    urls: listSchema(
      v.pipe(
        textSchema(LIMITS.urlCharacters),
        v.check((text) => parseUrl(text) !== undefined, BAD_URL),
      ),
      LIMITS.urls,
    ),
    startNs: durationSchema(LIMITS.timeNs),
    everyNs: durationSchema(LIMITS.everyNs),
    reusesConnections: v.boolean(),
  }),
  v.strictObject({
    kind: v.literal('streamServer'),
    host: idSchema,
    port: portSchema,
    pages: pagesSchema,
  }),
] as const;
