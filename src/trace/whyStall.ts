import type { Nanoseconds } from '../experiment/experiment';
import { type ConnectionEnd, type ConnectionEnds, connectionsOf } from './connectionEnds';
import type { EventOf } from './event';
import { countAtMost } from './follow';
import { segmentOf } from './sentRanges';
import { tcpLabelsOf } from './tcpLabels';
import type { Trace } from './trace';
import type { Steps } from './whyResend';

/** An app that does not read shuts the window: said of what tells so, and of what asks about it. */
export function addStall(steps: Steps, trace: Trace, { packet, place, timeNs }: EventOf<'packetSent'>): void {
  const labels = tcpLabelsOf(trace, packet);
  const isOwn = labels.has('zeroWindow');
  if (!isOwn && !labels.has('windowProbe')) return;
  const header = segmentOf(trace, packet)?.header;
  const reader = connectionsOf(trace)
    .flatMap(endsOf)
    .find((end) => {
      const { localPort, remotePort } = trace.snapshot(end.snapshots.at(-1)!);
      const [near, far] = isOwn ? [localPort, remotePort] : [remotePort, localPort];
      return (end.place === place) === isOwn && near === header?.sourcePort && far === header.destinationPort;
    });
  const unread = reader && lastUnread(trace, reader, timeNs);
  if (unread !== undefined) steps.set(unread, { role: 'notReading' });
}

/** The change from which on an end's app has left lying what came; undefined if it has read everything. */
export function lastUnread(trace: Trace, end: ConnectionEnd, timeNs: Nanoseconds): number | undefined {
  let found: number | undefined;
  for (let nth = countAtMost(end.times, timeNs) - 1; nth >= 0; nth -= 1) {
    if (trace.snapshot(end.snapshots[nth]!).readableBytes === 0) break;
    found = end.events[nth];
  }
  return found;
}

function endsOf({ opener, peer }: ConnectionEnds): readonly ConnectionEnd[] {
  return peer ? [opener, peer] : [opener];
}
