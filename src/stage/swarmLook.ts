import { packetFactsOf } from '../trace/packetFacts';
import type { Run } from '../trace/run';
import type { Trace } from '../trace/trace';

/** What a dot's colour can say; a look holds a position in this list. */
const SWARM_FILLS = ['tcp', 'udp', 'ack', 'icmp', 'loss'] as const;
export type SwarmFill = (typeof SWARM_FILLS)[number];

const FILL = 0x0f;
const EVENTFUL = 0x10;
const KNOWN = 0x20;
const known = new WeakMap<Trace, Uint8Array>();

/** The look of a packet's dot: four bits of colour, and whether there is something to tell of it. Read once for each packet. */
export function swarmLook(run: Run, lane: number, packet: number): number {
  const trace = run.traces[lane]!;
  let looks = known.get(trace);
  if (!looks || packet >= looks.length) {
    const longer = new Uint8Array(Math.max(1024, 2 * trace.packetCount));
    if (looks) longer.set(looks);
    known.set(trace, (looks = longer));
  }
  return (looks[packet] ||= KNOWN | readLook(run, lane, packet));
}

function readLook(run: Run, lane: number, packet: number): number {
  const facts = packetFactsOf(run, { lane, packet });
  if (!facts) return 0;
  const { sort, again, isDouble, lane: transport } = facts;
  const isSignal = sort === 'syn' || sort === 'synAck' || sort === 'fin' || sort === 'rst' || sort === 'icmp';
  const flag = isSignal || again > 0 || isDouble ? EVENTFUL : 0;
  const fill = sort === 'rst' ? 'loss' : sort === 'icmp' ? 'icmp' : sort === 'ack' ? 'ack' : transport;
  return SWARM_FILLS.indexOf(fill) | flag;
}

/** The fill of a look's dot. */
export function swarmFill(look: number): SwarmFill {
  return SWARM_FILLS[look & FILL]!;
}

/** Whether a packet with this look is worth a card of its own. */
export function isEventful(look: number): boolean {
  return (look & EVENTFUL) !== 0;
}
