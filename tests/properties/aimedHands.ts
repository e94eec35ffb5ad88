import fc from 'fast-check';
import { simulateAll } from '../../src/engine/simulate';
import type { Command, PacketAct } from '../../src/experiment/command';
import type { Experiment } from '../../src/experiment/experiment';
import type { TraceEvent } from '../../src/trace/event';
import { packetNameOf } from '../../src/trace/packetNames';
import type { Run } from '../../src/trace/run';
import { townIndex } from '../../src/trace/townIndex';
import { anyHands, packetAct } from '../arbitraryCommands';
import { experiment } from './arbitraries';

const MS = 1_000_000;

/** Something that happens to a packet on a link, and how long before or after it a hand comes. */
interface Aim {
  readonly lane: number;
  readonly pick: number;
  readonly afterNs: number;
  readonly act: PacketAct;
}

const aim = (): fc.Arbitrary<Aim> =>
  fc.record({
    lane: fc.nat(1),
    pick: fc.nat(),
    afterNs: fc.oneof(fc.constant(0), fc.integer({ min: -20 * MS, max: 20 * MS })),
    act: packetAct(300 * MS),
  });

/** An experiment with up to six hands in it, most of them on packets that it would have without them. */
export const experimentWithHands = (): fc.Arbitrary<Experiment> =>
  fc
    .tuple(experiment(), fc.array(aim(), { maxLength: 4, size: 'max' }), anyHands())
    .map(([asked, aims, others]) => {
      const run = simulateAll(asked);
      const commands = [...aims.flatMap((each) => aimed(run, each)), ...others.slice(0, 2)];
      return { ...asked, commands: commands.toSorted((one, other) => one.atNs - other.atNs) };
    });

function aimed(run: Run, { lane, pick, afterNs, act }: Aim): Command[] {
  const trace = run.traces[lane]!;
  const events = Array.from({ length: trace.eventCount }, (_, index) => trace.event(index));
  const targets = events.filter((event) => isTarget(event, act));
  const target = targets[pick % targets.length];
  if (!target || !('packet' in target)) return [];
  const { link, direction } = townIndex(run.experiment).way(target.place);
  const packet = packetNameOf(run, { lane, packet: target.packet })!;
  const atNs = Math.max(0, target.timeNs + (act.kind === 'rescue' ? -Math.abs(afterNs) : afterNs));
  return [{ kind: 'touchPacket', atNs, packet, link: link.id, direction, act }];
}

function isTarget({ kind }: TraceEvent, act: PacketAct): boolean {
  return act.kind === 'rescue' ? kind === 'packetLost' || kind === 'packetCorrupted' : kind === 'linkEntered';
}
