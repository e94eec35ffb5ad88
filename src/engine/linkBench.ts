import type { Experiment, Link } from '../experiment/experiment';
import { CLASSROOM_TCP } from '../experiment/tcpPresets';
import { CLEAR_WEATHER } from '../experiment/town';
import type { PacketIdentity } from '../trace/packetRecord';
import { Trace } from '../trace/trace';
import { allParts } from './allParts';
import { scheduleCommands } from './commands';
import { LinkWay } from './link';
import type { Packet } from './packet';
import { World } from './world';

const MS = 1_000_000;

function experimentWith(over: Partial<Link>, experimentOver: Partial<Experiment>): Experiment {
  const link: Link = {
    id: 'A-B',
    from: 'A',
    to: 'B',
    delayNs: 10 * MS,
    rateBps: 8_000,
    queuePackets: 2,
    framingBytes: 0,
    weather: CLEAR_WEATHER,
    ...over,
  };
  const host = (id: string) => ({ id, address: '192.0.2.1', link: 'A-B' });
  return {
    version: 1,
    seed: 1,
    town: { hosts: [host('A'), host('B')], routers: [], links: [link] },
    lanes: ['udp'],
    apps: [],
    tcp: CLASSROOM_TCP,
    rules: [],
    commands: [],
    ...experimentOver,
  };
}

/** A link A–B alone in the world, of 10 ms and a byte per ms; `send` puts numbered packets of `bytes` bytes on it. */
export function linkBench(over: Partial<Link>, experimentOver: Partial<Experiment> = {}) {
  const experiment = experimentWith(over, experimentOver);
  const link = experiment.town.links[0]!;
  const trace = new Trace('udp');
  const world = new World(experiment, trace, allParts);
  const arrived: string[] = [];
  const received: Packet[] = [];
  const back = new LinkWay(world, link, 1, { receive() {} });
  const way = new LinkWay(world, link, 0, {
    receive: (packet) => {
      received.push(packet);
      arrived.push(`${packet.identity.number}@${world.now / MS}`);
    },
  });
  const town = { hosts: new Map(), ways: new Map([[link.id, [way, back] as const]]) };
  scheduleCommands({ world, transport: 'udp', town, apps: [] });
  const send = (number: number, bytes = 1): void => {
    const identity: PacketIdentity = {
      flow: 0,
      role: 'piece',
      piece: number,
      number,
      copy: 0,
      original: -1,
      duplicateOf: -1,
    };
    const made = { identity, bytes: new Uint8Array(bytes), payloadBytes: bytes, weatherNs: null };
    way.send(world.makePacket(0, made, -1, { kind: 'none' }));
  };
  const run = (): string[] => {
    while (!world.queue.isEmpty) {
      world.now = world.queue.nextNs;
      world.queue.take()();
    }
    return arrived;
  };
  const kinds = (kind: string): number =>
    Array.from({ length: trace.eventCount }, (_, i) => trace.kindAt(i)).filter((k) => k === kind).length;
  return { world, way, send, run, received, kinds, trace };
}
