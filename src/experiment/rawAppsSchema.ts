import * as v from 'valibot';
import { LIMITS } from './limits';
import { addressSchema, durationSchema, idSchema, payloadSchema, pieceBytesSchema } from './schema';

/** For experiments (RFC 3692 §2.1, RFC 4727 §2.2): no host takes them for a transport. */
const rawProtocolSchema = v.picklist([253, 254]);

/** Apps that send IP packets of their own. */
export const rawAppSchemas = [
  v.strictObject({
    kind: v.literal('rawSend'),
    host: idSchema,
    to: addressSchema,
    protocol: rawProtocolSchema,
    payload: payloadSchema,
    pieceBytes: pieceBytesSchema,
    startNs: durationSchema(LIMITS.timeNs),
    everyNs: durationSchema(LIMITS.everyNs),
  }),
  v.strictObject({ kind: v.literal('rawReceive'), host: idSchema, protocol: rawProtocolSchema }),
] as const;
