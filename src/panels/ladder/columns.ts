import type { NodeId } from '../../experiment/experiment';
import type { PacketRef, Run } from '../../trace/run';
import type { Trace } from '../../trace/trace';
import { delaysBetween } from './delaysBetween';
import { townArrows } from './townArrows';

/** A node that could be a column, and how many packets it made or was meant to get. */
export interface Candidate {
  readonly id: NodeId;
  readonly isHost: boolean;
  readonly packets: number;
}

/** Hosts, then routers, of the town, with what they have to do with packets. */
export function candidatesOf({ traces, experiment }: Run): readonly Candidate[] {
  const counts = new Map<NodeId, number>();
  for (const { from, to } of traces[0] ? townArrows(traces[0], experiment) : []) {
    counts.set(from, (counts.get(from) ?? 0) + 1);
    counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  const of =
    (isHost: boolean) =>
    ({ id }: { readonly id: NodeId }): Candidate => ({ id, isHost, packets: counts.get(id) ?? 0 });
  return [...experiment.town.hosts.map(of(true)), ...experiment.town.routers.map(of(false))];
}

/**
 * Which nodes are columns where so many fit: `first` or else the ends of the run's first packet, routers that rewrite
 * addresses (RFC 3022), and who has most to do with those that are chosen, hosts before routers; from left to right by
 * their distance from who sent the first packet.
 */
export function chooseColumns(run: Run, first: readonly NodeId[], mostColumns: number): readonly NodeId[] {
  const trace = run.traces[0];
  if (!trace) return [];
  const candidates = candidatesOf(run).filter(({ packets }) => packets > 0);
  const preferred = [...(first.length > 0 ? first : openersOf(trace, run)), ...rewritersOf(run)];
  const chosen = [...new Set(preferred)]
    .filter((id) => candidates.some((candidate) => candidate.id === id))
    .slice(0, mostColumns);
  const pairs = packetsBetween(trace, run);
  while (chosen.length < mostColumns) {
    const next = candidates
      .filter(({ id }) => !chosen.includes(id))
      .map((candidate) => ({ ...candidate, shared: shared(pairs, chosen, candidate.id) }))
      .filter(({ isHost, shared: count }) => isHost || count > 0)
      .toSorted(
        (a, b) =>
          Number(b.isHost) - Number(a.isHost) ||
          Math.sign(b.shared) - Math.sign(a.shared) ||
          b.packets - a.packets,
      )[0];
    if (!next) break;
    chosen.push(next.id);
  }
  return inOrder(run, chosen);
}

/** The ends of the first packet: with them something is seen from the beginning. */
function openersOf(trace: Trace, { experiment }: Run): readonly NodeId[] {
  const opener = townArrows(trace, experiment)[0];
  return opener ? [opener.from, opener.to] : [];
}

/** The routers that write other addresses on packets. */
function rewritersOf({ experiment }: Run): readonly NodeId[] {
  return experiment.town.routers.flatMap(({ id, nat }) => (nat ? [id] : []));
}

/** From left to right as they lie from who sent the first packet among them. */
export function inOrder({ traces, experiment }: Run, chosen: readonly NodeId[]): readonly NodeId[] {
  const arrows = traces[0] ? townArrows(traces[0], experiment) : [];
  const start = arrows.find(({ from }) => chosen.includes(from))?.from;
  const delays = delaysBetween(experiment.town).get(start ?? '');
  const { hosts, routers } = experiment.town;
  const numbers = [...hosts, ...routers].map(({ id }) => id);
  const far = (id: NodeId): number => delays?.get(id) ?? Number.POSITIVE_INFINITY;
  return chosen.toSorted((a, b) => far(a) - far(b) || numbers.indexOf(a) - numbers.indexOf(b));
}

/** The nodes that a packet is from and for. */
export function endsOf({ traces, experiment }: Run, { lane, packet }: PacketRef): readonly NodeId[] {
  const trace = traces[lane];
  const arrow = trace && townArrows(trace, experiment)[packet];
  return arrow ? [arrow.from, arrow.to] : [];
}

type Pairs = ReadonlyMap<NodeId, ReadonlyMap<NodeId, number>>;

function packetsBetween(trace: Trace, { experiment }: Run): Pairs {
  const pairs = new Map<NodeId, Map<NodeId, number>>();
  const add = (one: NodeId, other: NodeId): void => {
    const row = pairs.get(one) ?? new Map<NodeId, number>();
    pairs.set(one, row.set(other, (row.get(other) ?? 0) + 1));
  };
  for (const { from, to } of townArrows(trace, experiment)) {
    add(from, to);
    add(to, from);
  }
  return pairs;
}

/** Packets between a node and those that are chosen; none chosen yet: all of its own. */
function shared(pairs: Pairs, chosen: readonly NodeId[], id: NodeId): number {
  const row = pairs.get(id);
  return chosen.reduce((sum, other) => sum + (row?.get(other) ?? 0), 0);
}
