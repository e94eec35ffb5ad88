import type { Town } from '../experiment/experiment';
import type { ConnectionEnds } from '../trace/connectionEnds';
import { remoteAddress } from '../trace/remoteAddress';
import type { Trace } from '../trace/trace';

/** `C:50000 → S:80` */
export function socketPair(trace: Trace, ends: ConnectionEnds, town: Town): string {
  const { localPort, remotePort } = trace.snapshot(ends.opener.snapshots[0]!);
  const [near, far] = hostNames(trace, ends, town);
  return `${near}:${localPort} → ${far}:${remotePort}`;
}

/** The ids of both ends' hosts; a peer that no SYN has reached yet is who has the address it is sent to. */
export function hostNames(
  trace: Trace,
  { opener, peer }: ConnectionEnds,
  { hosts, routers }: Town,
): readonly [string, string] {
  const near = hosts[opener.place]?.id ?? '';
  if (peer) return [near, hosts[peer.place]?.id ?? ''];
  const address = remoteAddress(trace, opener);
  const far = [...hosts, ...routers].find((node) => node.address === address);
  return [near, far?.id ?? address];
}
