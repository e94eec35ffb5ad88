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
  const host = hostAt(run, at);
  const packets = lanes.flatMap((lane) => seenAt(run.traces[lane]!, places, places.node(host)));
  const inOrder = lanes.length < 2 ? packets : packets.toSorted((one, other) => one.timeNs - other.timeNs);
  return { interfaceName: host, packets: inOrder };
}

function seenAt(trace: Trace, places: TownIndex, node: number): readonly CapturedPacket[] {
  const packets: CapturedPacket[] = [];
  for (let number = 0; number < trace.eventCount; number += 1) {
    const kind = trace.kindAt(number);
    if (kind !== 'packetSent' && kind !== 'packetArrived') continue;
    const event = trace.event(number);
    if (!('packet' in event) || event.place !== node) continue;
    packets.push({
      timeNs: event.timeNs,
      direction: kind === 'packetSent' ? 'outbound' : 'inbound',
      bytes: packetBytesAt(trace, event.packet, number),
      comment: packetComment(trace, places, event.packet),
    });
  }
  return packets;
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
