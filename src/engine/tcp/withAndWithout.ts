import type { Mechanism, TcpOptions } from '../../experiment/tcpOptions';
import { type Flight, VirtualWire, type WireSetup } from './virtualWire';

type Setup = WireSetup & { readonly options: Partial<TcpOptions> };

/** The same story with the mechanism and without it. */
export function compare<T>(mechanism: Mechanism, tell: (options: Partial<TcpOptions>) => T) {
  return { with: tell({}), without: tell({ without: [mechanism] }) };
}

/** A client that has written `length` bytes once it is connected, at 500 ms. */
export function sending(length: number, setup: Setup): VirtualWire {
  const wire = new VirtualWire(setup).open();
  return wire.at(500, () => wire.client.write(length));
}

/** Loses the nth segment with payload, or without, that one side sends. */
export const lose =
  (from: 'C' | 'S', nth: number, hasPayload = true) =>
  (flight: Flight) =>
    flight.from === from && flight.nth === nth && flight.segment.payload.length > 0 === hasPayload
      ? { isLost: true }
      : undefined;

/** The segments with payload that one side sent. */
export const dataFrom = (wire: VirtualWire, from: 'C' | 'S'): Flight[] =>
  wire.flights.filter((flight) => flight.from === from && flight.segment.payload.length > 0);

/** What one app was told, in order. */
export const notices = (wire: VirtualWire, side: 'client' | 'server'): string[] =>
  wire[side].notices.map((notice) => notice.split(' ')[1]!);
