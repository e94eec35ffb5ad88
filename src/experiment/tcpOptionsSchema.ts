import * as v from 'valibot';
import { LIMITS } from './limits';
import { durationSchema, listSchema, wholeSchema } from './schema';
import { MECHANISMS, type TcpOptions } from './tcpOptions';
import { RFC_TCP } from './tcpPresets';

const bufferSchema = wholeSchema(1, LIMITS.bufferBytes);
const timerSchema = wholeSchema(LIMITS.shortestTimerNs, LIMITS.timerNs);

const keepAliveSchema = v.strictObject({
  idleNs: timerSchema,
  intervalNs: timerSchema,
  probes: wholeSchema(1, LIMITS.keepAliveProbes),
});

const entries = {
  initialWindowSegments: wholeSchema(1, LIMITS.initialWindowSegments),
  rtoInitialNs: timerSchema,
  rtoMinNs: timerSchema,
  rtoMaxNs: timerSchema,
  delayedAckNs: durationSchema(LIMITS.delayedAckNs),
  sampleEveryAck: v.boolean(),
  timestamps: v.boolean(),
  sackPermitted: v.boolean(),
  windowScale: v.nullable(wholeSchema(0, LIMITS.windowScale)),
  receiveBufferBytes: bufferSchema,
  sendBufferBytes: bufferSchema,
  timeWaitNs: durationSchema(LIMITS.timerNs),
  synGiveUpNs: timerSchema,
  dataGiveUpNs: timerSchema,
  nagle: v.boolean(),
  quickAckSegments: v.optional(wholeSchema(0, LIMITS.quickAckSegments), RFC_TCP.quickAckSegments),
  duplicateSack: v.optional(v.boolean(), RFC_TCP.duplicateSack),
  rtoVarianceMinNs: v.optional(timerSchema, RFC_TCP.rtoVarianceMinNs),
  slowStartAfterIdle: v.optional(v.boolean(), RFC_TCP.slowStartAfterIdle),
  growthLimitSegments: v.optional(wholeSchema(1, LIMITS.growthSegments), RFC_TCP.growthLimitSegments),
  challengeAckLimit: v.optional(wholeSchema(0, LIMITS.challengeAcks), RFC_TCP.challengeAckLimit),
  dialect: v.optional(v.picklist(['rfc', 'linux', 'freebsd']), RFC_TCP.dialect),
  congestionControl: v.optional(v.picklist(['reno', 'cubic']), RFC_TCP.congestionControl),
  avoidanceGrowth: v.optional(v.picklist(['perWindow', 'perAck']), RFC_TCP.avoidanceGrowth),
  hybridSlowStart: v.optional(v.boolean(), RFC_TCP.hybridSlowStart),
  growsOnlyWhenLimited: v.optional(v.boolean(), RFC_TCP.growsOnlyWhenLimited),
  ecn: v.optional(v.boolean(), RFC_TCP.ecn),
  rackTlp: v.optional(v.boolean(), RFC_TCP.rackTlp),
  tailLossProbe: v.optional(v.boolean(), RFC_TCP.tailLossProbe),
  proportionalRateReduction: v.optional(v.boolean(), RFC_TCP.proportionalRateReduction),
  forwardRtoRecovery: v.optional(v.boolean(), RFC_TCP.forwardRtoRecovery),
  undoesSpuriousReductions: v.optional(v.boolean(), RFC_TCP.undoesSpuriousReductions),
  keepAlive: v.optional(v.nullable(keepAliveSchema), RFC_TCP.keepAlive),
  finWait2Ns: v.optional(v.nullable(timerSchema), RFC_TCP.finWait2Ns),
  linearSynRetries: v.optional(wholeSchema(0, LIMITS.linearSynRetries), RFC_TCP.linearSynRetries),
  without: v.optional(listSchema(v.picklist(MECHANISMS), MECHANISMS.length), [...RFC_TCP.without]),
};

/** Every setting of TCP; what older files leave out means what it meant then. */
export const tcpOptionsSchema: v.GenericSchema<unknown, TcpOptions> = v.strictObject(entries);

/** Any of the settings; what is left out stays left out. */
export const tcpChangesSchema = v.strictObject(
  Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [
      name,
      v.exactOptional(entry.type === 'optional' ? entry.wrapped : entry),
    ]),
  ),
) as v.GenericSchema<unknown, Partial<TcpOptions>>;
