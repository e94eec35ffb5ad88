import type { Nanoseconds } from '../experiment/experiment';
import type { End, NatSocket } from '../wire/translate';
import { FLAG } from '../wire/tcp';

/** A row of a NAT's table: a socket inside and the port of the router that stands for it. */
export interface Mapping {
  readonly number: number;
  /** Of the IP header. */
  readonly protocol: number;
  readonly inside: NatSocket;
  readonly outsidePort: number;
  /** A port forward: it never expires. */
  readonly isFixed: boolean;
  readonly connections: TcpConnections;
  /** When it ends if nothing more goes out by it. */
  deadlineNs: Nanoseconds;
  isWatched: boolean;
  /** The event in which it was used last. */
  lastEvent: number;
}

const ENDS: readonly End[] = ['source', 'destination'];

interface Seen {
  /** Which ends have sent an ACK, and which a FIN. */
  readonly acknowledged: Set<End>;
  readonly finished: Set<End>;
}

/** The TCP connections that go by one mapping: as long as one is open, the mapping is needed (RFC 5382 §5). */
export class TcpConnections {
  readonly #seen = new Map<string, Seen>();

  /** Whether one is open: both ends have acknowledged something, and not both have finished. */
  get isOpen(): boolean {
    return [...this.#seen.values()].some(
      ({ acknowledged, finished }) => acknowledged.size === ENDS.length && finished.size < ENDS.length,
    );
  }

  /** A segment with these flags has passed, to or from `remote`; `end` says whose address was translated. */
  note({ address, port }: NatSocket, end: End, flags: number): void {
    const key = `${address}:${port}`;
    // What follows an end belongs to it, a FIN that is sent again too; only a call begins anew.
    const isCall = (flags & (FLAG.syn | FLAG.ack)) === FLAG.syn;
    const known = isCall ? undefined : this.#seen.get(key);
    const seen = known ?? { acknowledged: new Set<End>(), finished: new Set<End>() };
    this.#seen.set(key, seen);
    if ((flags & FLAG.ack) !== 0) seen.acknowledged.add(end);
    if ((flags & FLAG.fin) !== 0) seen.finished.add(end);
    if ((flags & FLAG.rst) !== 0) for (const either of ENDS) seen.finished.add(either);
  }
}
