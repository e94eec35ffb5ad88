import * as v from 'valibot';
import type { Command, PacketAct, PacketName } from './command';
import { LIMITS } from './limits';
import {
  directionSchema,
  durationSchema,
  flipBitSchema,
  idSchema,
  linkSettingsSchema,
  portSchema,
  roleSchema,
  transportSchema,
  weatherSchema,
  wholeSchema,
} from './schema';
import type { StreetCommand } from './street';

const countSchema = wholeSchema(0, LIMITS.packetNumber);

const packetNameSchema: v.GenericSchema<unknown, PacketName> = v.strictObject({
  transport: transportSchema,
  from: idSchema,
  role: roleSchema,
  flow: v.exactOptional(wholeSchema(0, LIMITS.apps)),
  number: countSchema,
  copy: countSchema,
  double: countSchema,
});

const actSchema: v.GenericSchema<unknown, PacketAct> = v.variant('kind', [
  v.strictObject({ kind: v.literal('drop') }),
  v.strictObject({ kind: v.literal('hold'), delayNs: durationSchema(LIMITS.delayNs) }),
  v.strictObject({ kind: v.literal('dup') }),
  v.strictObject({ kind: v.literal('flip'), bit: flipBitSchema }),
  v.strictObject({ kind: v.literal('swap') }),
  v.strictObject({ kind: v.literal('rescue') }),
]);

/** Each kind of command; `more` is what a place that keeps commands says of each. */
const variants = <E extends v.ObjectEntries>(more: E) => {
  const at = { atNs: durationSchema(LIMITS.timeNs), ...more };
  const onLink = { ...at, link: idSchema };
  const onHost = { ...at, host: idSchema };
  return [
    v.strictObject({ kind: v.literal('setWeather'), ...onLink, weather: weatherSchema }),
    v.strictObject({ kind: v.literal('setLink'), ...onLink, settings: linkSettingsSchema }),
    v.strictObject({
      kind: v.literal('touchPacket'),
      ...onLink,
      packet: packetNameSchema,
      direction: directionSchema,
      act: actSchema,
    }),
    v.strictObject({ kind: v.literal('cutLink'), ...onLink }),
    v.strictObject({ kind: v.literal('restoreLink'), ...onLink }),
    v.strictObject({
      kind: v.literal('closePort'),
      ...onHost,
      transport: transportSchema,
      port: portSchema,
    }),
    v.strictObject({ kind: v.literal('powerOff'), ...onHost }),
    v.strictObject({ kind: v.literal('stopReading'), ...onHost }),
    v.strictObject({ kind: v.literal('resumeReading'), ...onHost }),
  ] as const;
};

export const commandSchema: v.GenericSchema<unknown, Command> = v.variant('kind', variants({}));

/** The same with those that are switched off. */
export const streetCommandSchema: v.GenericSchema<unknown, StreetCommand> = v.variant(
  'kind',
  variants({ isOff: v.exactOptional(v.literal(true)) }),
);
