import * as fc from 'fast-check';
import type { Command, PacketAct, PacketName, TouchPacket } from '../src/experiment/command';
import { LIMITS } from '../src/experiment/limits';
import { OPEN_PORTS, type StreetCommand } from '../src/experiment/street';
import { anyLink, anyWeather, road, whole } from './arbitraryRoad';

const MS = 1_000_000;
/** Nearly all that happens on the first street happens by then. */
const SOON_NS = 2000 * MS;

/** Both ways of the first street, and who sends packets on them. */
const packetName = (direction: 0 | 1): fc.Arbitrary<PacketName> =>
  fc.record({
    transport: fc.constantFrom('tcp' as const, 'udp' as const),
    from: direction === 0 ? fc.constant('C') : fc.constantFrom('S', 'S', 'R2'),
    role:
      direction === 0
        ? fc.constantFrom('piece' as const, 'piece' as const, 'control' as const, 'retransmission' as const)
        : fc.constant('control' as const),
    number: whole(0, 5),
    copy: fc.constantFrom(0, 0, 0, 0, 1),
    double: fc.constantFrom(0, 0, 0, 0, 1),
  });

/** Anything that a hand may do to a packet; it holds it for `mostHoldNs` at most. */
export const packetAct = (mostHoldNs: number): fc.Arbitrary<PacketAct> =>
  fc.oneof(
    fc.record({ kind: fc.constantFrom('drop' as const, 'dup' as const, 'swap' as const, 'rescue' as const) }),
    fc.record({ kind: fc.constant('hold' as const), delayNs: whole(0, mostHoldNs) }),
    fc.record({ kind: fc.constant('flip' as const), bit: whole(0, 500) }),
  );

/** A hand on a packet that the first street is likely to have, early enough to meet it. */
const anyTouch = (): fc.Arbitrary<TouchPacket> =>
  fc.constantFrom(0 as const, 1 as const).chain((direction) =>
    fc.record({
      kind: fc.constant('touchPacket' as const),
      atNs: fc.oneof(fc.constant(0), whole(0, 500 * MS)),
      packet: packetName(direction),
      link: road(),
      direction: fc.constant(direction),
      act: packetAct(1000 * MS),
    }),
  );

const atHost = { atNs: whole(0, SOON_NS), host: fc.constantFrom('C', 'S') };

/** What is done to a link or a host of the first street. */
const anySurgery = (): fc.Arbitrary<Command> =>
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('cutLink' as const, 'restoreLink' as const),
      atNs: whole(0, SOON_NS),
      link: road(),
    }),
    fc.record({ kind: fc.constant('powerOff' as const), ...atHost }),
    fc.record({
      kind: fc.constantFrom('stopReading' as const, 'resumeReading' as const),
      atNs: whole(0, SOON_NS),
      host: fc.constant('S'),
    }),
    fc.constantFrom('tcp' as const, 'udp' as const).chain((transport) =>
      fc.record({
        kind: fc.constant('closePort' as const),
        ...atHost,
        host: fc.constant('S'),
        transport: fc.constant(transport),
        port: fc.constant(OPEN_PORTS[transport]),
      }),
    ),
  );

const inOrder = <T extends Command>(commands: readonly T[]): T[] =>
  commands.toSorted((one, other) => one.atNs - other.atNs);

/** Hands in the run of the first street, in order of time. */
export const anyHands = (): fc.Arbitrary<Command[]> =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: anyTouch() }, { weight: 2, arbitrary: anySurgery() }), {
      maxLength: 6,
      size: 'max',
    })
    .map(inOrder);

/** Every kind of command, some of them switched off, in order of time. */
export const anyStreetCommands = (): fc.Arbitrary<StreetCommand[]> => {
  const when = { atNs: whole(0, LIMITS.timeNs), link: road() };
  const command = fc.oneof(
    fc.record({ kind: fc.constant('setWeather' as const), ...when, weather: anyWeather() }),
    fc.record({ kind: fc.constant('setLink' as const), ...when, settings: anyLink() }),
    anyTouch(),
    anySurgery(),
  );
  const kept = fc
    .tuple(command, fc.boolean())
    .map(([one, isOff]): StreetCommand => (isOff ? { ...one, isOff } : one));
  return fc.array(kept, { maxLength: 6 }).map(inOrder);
};
