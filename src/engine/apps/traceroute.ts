import type { Nanoseconds, TracerouteApp } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import { formatAddress, type Ipv4Address, parseAddress } from '../../wire/address';
import { UNREACHABLE } from '../../wire/icmp';
import type { HostNode } from '../host';
import type { IcmpErrorNews } from '../icmpLayer';
import type { UdpHandler, UdpSource } from '../udpLayer';
import type { World } from '../world';
import { READS_ALWAYS, type RunningApp } from './runningApp';

/** "an unlikely port number": nobody listens there (RFC 2151 §3.4); one more for each hop, so that answers can be told apart. */
const FIRST_PORT = 33_434;
/** Of a probe; what they hold is of no concern. */
const PROBE_BYTES = 32;

/**
 * Finds the routers of a path one by one: its datagrams may be passed on once, twice, three times …, and whoever throws
 * one away says so with ICMP "time exceeded"; the host at the end says "port unreachable" (RFC 2151 §3.4).
 */
export function traceroute(world: World, host: HostNode, app: TracerouteApp): RunningApp {
  return new Traceroute(world, host, app);
}

class Traceroute implements RunningApp, UdpHandler {
  readonly host: string;
  readonly #port: number;
  readonly stopReading = READS_ALWAYS.stopReading;
  readonly resumeReading = READS_ALWAYS.resumeReading;
  readonly #world: World;
  readonly #host: HostNode;
  readonly #app: TracerouteApp;
  readonly #address: Ipv4Address;
  #hop = 0;
  #probedNs: Nanoseconds = 0;
  #isWaiting = false;
  #isOver = false;

  constructor(world: World, host: HostNode, app: TracerouteApp) {
    this.host = app.host;
    this.#port = app.port;
    this.#world = world;
    this.#host = host;
    this.#app = app;
    this.#address = parseAddress(app.to)!;
    world.at(app.startNs, () => this.#start());
  }

  end(): void {
    this.#isOver = true;
  }

  heardError({ message, from, cause }: IcmpErrorNews, to: UdpSource): void {
    // An answer that comes after its time is about an earlier hop.
    const isOfHop = to.address === this.#address && to.port === this.#portOfHop();
    if (this.#isOver || !this.#isWaiting || !isOfHop) return;
    this.#isWaiting = false;
    const hop = this.#hop;
    const address = formatAddress(from);
    const roundTripNs = this.#world.now - this.#probedNs;
    if (message.kind === 'timeExceeded') {
      return this.#probe(this.#tell({ kind: 'hopFound', hop, address, roundTripNs }, cause));
    }
    this.#isOver = true;
    const isThere = message.code === UNREACHABLE.port && from === this.#address;
    this.#tell(
      isThere ? { kind: 'pathEnds', hop, roundTripNs } : { kind: 'pathBroken', hop, address },
      cause,
    );
  }

  #start(): void {
    if (this.#isOver) return;
    const facts = { place: this.#host.place, port: this.#port };
    const started = this.#world.record('appStarted', facts, -1, { kind: 'experimentStarted' });
    this.#host.udp.open(this.#port, this, started);
    this.#probe(started);
  }

  #probe(cause: number): void {
    if (this.#isOver || this.#hop === this.#app.maxHops) return;
    this.#hop += 1;
    this.#isWaiting = true;
    this.#probedNs = this.#world.now;
    const hop = this.#hop;
    const to = { address: this.#address, port: this.#portOfHop() };
    const payload = new Uint8Array(PROBE_BYTES).fill(hop);
    const probe = { sourcePort: this.#port, to, payload, timeToLive: hop };
    this.#host.udp.sendAside(probe, cause, { kind: 'hopProbed', hop });
    this.#world.at(this.#world.now + this.#app.waitNs, () => this.#giveUp(hop, cause));
  }

  #giveUp(hop: number, cause: number): void {
    if (this.#isOver || !this.#isWaiting || hop !== this.#hop) return;
    this.#isWaiting = false;
    this.#probe(this.#tell({ kind: 'hopSilent', hop }, cause));
  }

  #portOfHop(): number {
    return FIRST_PORT + this.#hop - 1;
  }

  #tell(reason: Reason, cause: number): number {
    return this.#world.record('appTold', { place: this.#host.place, port: this.#port }, cause, reason);
  }
}
