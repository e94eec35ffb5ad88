import type { Link } from '../experiment/experiment';
import { frameOn } from '../trace/frameAt';
import { packetBytesAt } from '../trace/packetBytesAt';
import type { Run } from '../trace/run';
import { type TownIndex, townIndex } from '../trace/townIndex';
import type { Trace } from '../trace/trace';
import { packetComment } from './packetComment';
import type { Capture, CapturedPacket } from './pcapng';

/**
 * What passed every link of the town, an interface for each: the frames as they were put on it, so that what is lost
 * or damaged there is still whole. Outbound is what its first end sent. Lanes are merged in order of time.
 */
export function linkCaptureOf({ experiment, traces }: Run, lanes: readonly number[]): Capture {
  const places = townIndex(experiment);
  const { links } = experiment.town;
  const packets = lanes.flatMap((lane) => crossings(traces[lane]!, places));
  return {
    interfaces: links.map((link) => ({ name: nameOf(link, links), kind: 'ethernet' })),
    packets: lanes.length < 2 ? packets : packets.toSorted((one, other) => one.timeNs - other.timeNs),
  };
}

/** What of a capture passed the interface of that name: there each packet passed once. `undefined` where there is none. */
export function atInterface({ interfaces, packets }: Capture, name: string): Capture | undefined {
  const number = interfaces.findIndex((one) => one.name === name);
  if (number < 0) return undefined;
  const passed = packets.filter(({ at }) => at === number).map((packet) => ({ ...packet, at: 0 }));
  return { interfaces: [interfaces[number]!], packets: passed };
}

function crossings(trace: Trace, places: TownIndex): readonly CapturedPacket[] {
  const captured: CapturedPacket[] = [];
  for (let number = 0; number < trace.eventCount; number += 1) {
    if (trace.kindAt(number) !== 'linkEntered') continue;
    const event = trace.event(number);
    if (event.kind !== 'linkEntered') continue;
    const { place, packet, timeNs } = event;
    const { link, direction } = places.way(place);
    captured.push({
      at: places.link(link.id),
      timeNs,
      direction: direction === 0 ? 'outbound' : 'inbound',
      bytes: frameOn(places, place, packetBytesAt(trace, packet, number)).bytes,
      comment: packetComment(trace, places, packet),
    });
  }
  return captured;
}

/** `R1-R2`; of several links between the same two, their own names. */
function nameOf({ id, from, to }: Link, links: readonly Link[]): string {
  const isAlone = links.filter((other) => other.from === from && other.to === to).length === 1;
  return isAlone ? `${from}-${to}` : id;
}
