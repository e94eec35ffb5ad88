import { packetBytesAt } from '../trace/packetBytesAt';
import type { Run } from '../trace/run';
import { type TownIndex, townIndex } from '../trace/townIndex';
import type { Trace } from '../trace/trace';
import { packetComment } from './packetComment';
import type { Capture, CapturedPacket } from './pcapng';

export type CapturePoint = 'client' | 'server';

/**
 * What passed the interface of the message's sender or of the host it is sent to, as a capture there would show it:
 * packets when the host made them and when they arrived. Lanes are merged in order of time.
 */
export function captureOf(run: Run, lanes: readonly number[], at: CapturePoint): Capture {
  const places = townIndex(run.experiment);
  const packets = lanes.flatMap((lane) =>
    passagesAt(run, lane, at).map((passage) => captured(run.traces[lane]!, places, passage)),
  );
  const inOrder = lanes.length < 2 ? packets : packets.toSorted((one, other) => one.timeNs - other.timeNs);
  return { interfaceName: hostAt(run, at), packets: inOrder };
}

/** A packet on its way through an interface. */
export interface Passage {
  readonly packet: number;
  /** `packetSent` or `packetArrived`. */
  readonly event: number;
  readonly direction: CapturedPacket['direction'];
}

/** Every packet of a lane that passed the interface, in order of time: the packets of the capture there. */
export function passagesAt(run: Run, lane: number, at: CapturePoint): readonly Passage[] {
  const trace = run.traces[lane]!;
  const node = townIndex(run.experiment).node(hostAt(run, at));
  const passages: Passage[] = [];
  for (let number = 0; number < trace.eventCount; number += 1) {
    const kind = trace.kindAt(number);
    if (kind !== 'packetSent' && kind !== 'packetArrived') continue;
    const event = trace.event(number);
    if (!('packet' in event) || event.place !== node) continue;
    const direction = kind === 'packetSent' ? 'outbound' : 'inbound';
    passages.push({ packet: event.packet, event: number, direction });
  }
  return passages;
}

function captured(trace: Trace, places: TownIndex, { packet, event, direction }: Passage): CapturedPacket {
  return {
    timeNs: trace.timeAt(event),
    direction,
    bytes: packetBytesAt(trace, packet, event),
    comment: packetComment(trace, places, packet),
  };
}

/** Without a sender the first host stands for the client; without a host at its destination, the last for the server. */
function hostAt({ experiment }: Run, at: CapturePoint): string {
  const { hosts } = experiment.town;
  const sender = experiment.apps.find((app) => app.kind === 'send');
  const host =
    at === 'client'
      ? (hosts.find(({ id }) => id === sender?.host) ?? hosts[0])
      : (hosts.find(({ address }) => address === sender?.to.address) ?? hosts.at(-1));
  if (!host) throw new Error('a town without hosts has nowhere to capture');
  return host.id;
}
