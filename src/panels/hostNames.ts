import type { Host } from '../experiment/experiment';
import type { ConnectionEnds } from '../trace/connectionEnds';

/** The ids of both ends' hosts; a peer that no SYN has reached yet is the other one. */
export function hostNames(
  { opener, peer }: ConnectionEnds,
  hosts: readonly Host[],
): readonly [string, string] {
  const near = hosts[opener.place]?.id ?? '';
  const far = peer ? hosts[peer.place] : hosts.find((_, place) => place !== opener.place);
  return [near, far?.id ?? ''];
}
