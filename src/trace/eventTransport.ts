import type { Transport } from '../experiment/experiment';
import { decodeIcmp } from '../wire/icmp';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import type { TraceEvent } from './event';
import type { Trace } from './trace';

/** The transport whose rules an event goes by: that of its packet, or of what an ICMP error quotes; else the lane's. */
export function eventTransport(trace: Trace, event: TraceEvent): Transport {
  if ('transport' in event.reason) return event.reason.transport;
  if ('packet' in event && event.packet >= 0) return packetTransport(trace, event.packet);
  const cause = event.kind === 'appTold' && event.cause >= 0 ? trace.event(event.cause) : undefined;
  return cause && 'packet' in cause ? packetTransport(trace, cause.packet) : trace.lane;
}

/** The transport of a packet, or of what it quotes; the lane's where it has none. */
export function packetTransport(trace: Trace, packet: number): Transport {
  return ownTransport(trace, packet) ?? trace.lane;
}

/** The transport that what an app was told came by; null where no packet with one brought it about. */
export function toldTransport(trace: Trace, event: TraceEvent): Transport | null {
  const cause = event.cause >= 0 ? trace.event(event.cause) : undefined;
  return cause && 'packet' in cause ? ownTransport(trace, cause.packet) : null;
}

function ownTransport(trace: Trace, packet: number): Transport | null {
  if (packet < 0) return null;
  const ip = decodeIpv4(trace.packet(packet).bytes);
  if (isMalformed(ip)) return null;
  const { protocol } = ip.header;
  const message = protocol === PROTOCOL.icmp ? decodeIcmp(ip.payload) : undefined;
  const quoted = message && !isMalformed(message) && 'quote' in message ? message.quote[9] : protocol;
  if (quoted === PROTOCOL.tcp) return 'tcp';
  return quoted === PROTOCOL.udp ? 'udp' : null;
}
