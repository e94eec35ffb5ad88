import type { Nanoseconds } from '../experiment/experiment';
import { formatAddress } from '../wire/address';
import { decodeArp } from '../wire/arp';
import { formatMac } from '../wire/macAddress';
import { isMalformed } from '../wire/malformed';
import { follow } from './follow';
import { NEIGHBOUR_TIMEOUT_NS } from './neighbourTimeout';
import type { Run } from './run';
import { townIndex } from './townIndex';
import type { Trace } from './trace';

/** What a node knows of a neighbour, or asks for. */
export interface Neighbour {
  readonly address: string;
  /** `null`: it has asked, and has no answer yet. */
  readonly hardware: string | null;
  /** When it heard of it last, or asked last. */
  readonly sinceNs: Nanoseconds;
  /** Which question in a row this is; 0 for one that is known. */
  readonly asked: number;
  /** The ARP message that says so, or that asks. */
  readonly packet: number;
  /** On which link; `null` while it asks. */
  readonly link: string | null;
}

interface Change extends Omit<Neighbour, 'link'> {
  readonly way: number;
  /** Nobody answered. */
  readonly isGivenUp: boolean;
}

const changesAt = follow<Map<number, Change[]>, null>(
  () => new Map(),
  (known, trace, number) => {
    const change = changeOf(trace, number);
    if (!change) return;
    const changes = known.get(change.place);
    if (changes) changes.push(change);
    else known.set(change.place, [change]);
  },
);

function changeOf(trace: Trace, number: number): (Change & { readonly place: number }) | null {
  const kind = trace.kindAt(number);
  if (kind !== 'neighbourLearned' && kind !== 'packetSent' && kind !== 'packetDropped') return null;
  const event = trace.event(number);
  if (!('place' in event) || !('packet' in event)) return null;
  const { place, packet, timeNs: sinceNs, reason } = event;
  const base = { place, packet, sinceNs, hardware: null, asked: 0, way: -1, isGivenUp: false };
  if (event.kind === 'neighbourLearned') {
    const said = decodeArp(trace.packet(packet).bytes);
    const hardware = isMalformed(said) ? null : formatMac(said.senderHardware);
    return { ...base, address: formatAddress(event.address), hardware, way: event.way };
  }
  if (reason.kind === 'addressAsked') return { ...base, address: reason.address, asked: reason.nth };
  if (event.kind === 'packetDropped' && reason.kind === 'neighbourSilent') {
    return { ...base, address: reason.address, isGivenUp: true };
  }
  return null;
}

/** What node `place` knows of its neighbours at `timeNs` (RFC 826), in the order in which it heard of them. */
export function neighboursAt(
  { experiment, traces }: Run,
  lane: number,
  place: number,
  timeNs: Nanoseconds,
): readonly Neighbour[] {
  const trace = traces[lane];
  if (!trace) return [];
  const places = townIndex(experiment);
  const forgottenNs = offSince(experiment.commands, places.nodes[place], timeNs);
  const found = new Map<string, Neighbour>();
  for (const change of changesAt(trace, null).get(place) ?? []) {
    if (change.sinceNs > timeNs) break;
    if (change.sinceNs < forgottenNs) continue;
    const { way, isGivenUp, address, hardware, sinceNs, asked, packet } = change;
    const isOld = sinceNs + NEIGHBOUR_TIMEOUT_NS <= timeNs;
    if (isGivenUp || (hardware !== null && isOld)) found.delete(address);
    else {
      const link = way < 0 ? null : places.way(way).link.id;
      found.set(address, { address, hardware, sinceNs, asked, packet, link });
    }
  }
  return [...found.values()];
}

/** Since when the node's power is off; what it knew before is gone. */
function offSince(
  commands: Run['experiment']['commands'],
  node: string | undefined,
  timeNs: Nanoseconds,
): Nanoseconds {
  const off = commands.find(({ kind, atNs, ...rest }) => {
    return kind === 'powerOff' && atNs <= timeNs && 'host' in rest && rest.host === node;
  });
  return off?.atNs ?? 0;
}
