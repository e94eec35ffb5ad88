import { packetBytesAt } from '../trace/packetBytesAt';
import type { EventKind } from '../trace/event';
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
  return { interfaces: [{ name: hostAt(run, at), kind: 'ip' }], packets: inOrder };
}

/** A packet on its way through an interface. */
export interface Passage {
  readonly packet: number;
  /** `packetSent`, `packetFragmented` or `packetArrived`. */
  readonly event: number;
  readonly direction: CapturedPacket['direction'];
}

const AT_INTERFACE: ReadonlySet<EventKind> = new Set([
  'packetSent',
  'packetArrived',
  'packetFragmented',
  'packetDropped',
]);

/** Every packet of a lane that passed the interface, in order of time: the packets of the capture there. */
export function passagesAt(run: Run, lane: number, at: CapturePoint): readonly Passage[] {
  const trace = run.traces[lane]!;
  const node = townIndex(run.experiment).node(hostAt(run, at));
  const passages = new Map<number, Passage>();
  for (let number = 0; number < trace.eventCount; number += 1) {
    if (!AT_INTERFACE.has(trace.kindAt(number))) continue;
    const event = trace.event(number);
    if (!('place' in event) || event.place !== node) continue;
    switch (event.kind) {
      case 'packetSent':
      case 'packetArrived': {
        const direction = event.kind === 'packetSent' ? 'outbound' : 'inbound';
        passages.set(number, { packet: event.packet, event: number, direction });
        break;
      }
      case 'packetFragmented':
        // What was cut passes as its fragments only.
        passages.delete(trace.packet(event.packet).madeBy);
        passages.set(number, { packet: event.fragment, event: number, direction: 'outbound' });
        break;
      case 'packetDropped':
        if (event.reason.kind === 'fragmentationNeeded') passages.delete(trace.packet(event.packet).madeBy);
        break;
      default:
    }
  }
  return [...passages.values()];
}

function captured(trace: Trace, places: TownIndex, { packet, event, direction }: Passage): CapturedPacket {
  return {
    at: 0,
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
