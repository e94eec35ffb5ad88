import type { AppSocket } from '../experiment/appSockets';
import { PROTOCOL } from '../wire/ipv4';
import { uint16At } from '../wire/octets';

/** Source and destination port stand at the same place in both headers. */
const PORTS_BYTES = 4;

/** Whether a firewall with these filters keeps a packet from its host: by protocol and destination port (RFC 1812 §5.3.9). */
export function isFiltered(filters: readonly AppSocket[], protocol: number, payload: Uint8Array): boolean {
  if (filters.length === 0 || payload.length < PORTS_BYTES) return false;
  const port = uint16At(payload, 2);
  return filters.some((filter) => PROTOCOL[filter.transport] === protocol && filter.port === port);
}
