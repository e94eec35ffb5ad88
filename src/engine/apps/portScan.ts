import type { AppSocket } from '../../experiment/appSockets';
import type { PortScanApp } from '../../experiment/doorApps';
import type { Nanoseconds } from '../../experiment/experiment';
import type { DoorFinding } from '../../trace/doorReason';
import { type Ipv4Address, parseAddress } from '../../wire/address';
import { UNREACHABLE } from '../../wire/icmp';
import { NO_BYTES } from '../../wire/octets';
import type { HostNode } from '../host';
import type { IcmpErrorNews } from '../icmpLayer';
import type { Packet } from '../packet';
import type { TcpApp, TcpSocket } from '../tcpSocket';
import type { UdpHandler, UdpSource } from '../udpLayer';
import type { World } from '../world';
import { NO_PORT, steadyApp, type RunningApp } from './runningApp';

/** Before a datagram is sent once more, doubled each time (RFC 8085 §3.1.1), as TCP waits for the answer to a SYN. */
const FIRST_WAIT_NS: Nanoseconds = 1_000_000_000;

/** Knocks at each door when its turn comes, and tells what it found there. */
export function portScan(world: World, host: HostNode, app: PortScanApp): RunningApp {
  const running = steadyApp(app.host);
  world.at(app.startNs, () => {
    if (running.isOver) return;
    const facts = { place: host.place, port: NO_PORT };
    const started = world.record('appStarted', facts, -1, { kind: 'experimentStarted' });
    for (const [i, door] of app.doors.entries()) {
      world.at(app.startNs + i * app.everyNs, () => {
        if (running.isOver) return;
        const knock = new Knock(world, host, door, { app, isOver: () => running.isOver });
        if (door.transport === 'tcp') knock.overTcp(started);
        else knock.overUdp(started);
      });
    }
  });
  return running;
}

/** Who knocks, and whether it is gone by now. */
interface Scan {
  readonly app: PortScanApp;
  isOver(): boolean;
}

/** One door and the wait for its answer. */
class Knock implements TcpApp, UdpHandler {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #door: AppSocket;
  readonly #scan: Scan;
  readonly #to: string;
  readonly #address: Ipv4Address;
  readonly #port: number;
  readonly #untilNs: Nanoseconds;
  #isAnswered = false;

  constructor(world: World, host: HostNode, door: AppSocket, scan: Scan) {
    const { app } = scan;
    this.#scan = scan;
    this.#world = world;
    this.#host = host;
    this.#door = door;
    this.#to = app.to;
    this.#address = parseAddress(app.to)!;
    this.#port = host.ephemeralPort(door.transport);
    this.#untilNs = world.now + app.waitNs;
  }

  /** Asks for a connection, for the sake of the answer alone. */
  overTcp(cause: number): void {
    const remote = { address: this.#address, port: this.#door.port };
    const socket = this.#host.tcp.connect(this.#port, remote, this, cause);
    this.#world.at(this.#untilNs, () => {
      this.#find('doorFiltered', cause);
      socket.abort(cause);
    });
  }

  overUdp(cause: number): void {
    this.#host.udp.open(this.#port, this, cause);
    this.#ask(FIRST_WAIT_NS, cause);
    this.#world.at(this.#untilNs, () => this.#findOverUdp('doorSilent', cause));
  }

  /** An open connection is broken off at once: nothing is to be said. */
  told({ kind }: Parameters<TcpApp['told']>[0], socket: TcpSocket, cause: number): void {
    if (kind === 'connected') {
      this.#find('doorOpen', cause);
      socket.abort(cause);
    } else if (kind === 'connectionRefused' || kind === 'connectionReset') this.#find('doorClosed', cause);
    else if (kind === 'gaveUp') this.#find('doorFiltered', cause);
  }

  /** What somebody else sends to that port says nothing of the door (RFC 1122 §4.1.3.5). */
  datagram(_payload: Uint8Array, { lastEvent }: Packet, from: UdpSource): void {
    if (this.#isDoor(from)) this.#findOverUdp('doorOpen', lastEvent);
  }

  /** "match the message to the appropriate process": only what quotes a datagram to that door is about it (RFC 792). */
  heardError({ message, cause }: IcmpErrorNews, to: UdpSource): void {
    if (!this.#isDoor(to)) return;
    const isPort = message.kind === 'destinationUnreachable' && message.code === UNREACHABLE.port;
    this.#findOverUdp(isPort ? 'doorClosed' : 'doorFiltered', cause);
  }

  #isDoor({ address, port }: UdpSource): boolean {
    return address === this.#address && port === this.#door.port;
  }

  /** One answer may have been lost: it asks again as long as there is time. */
  #ask(waitNs: Nanoseconds, cause: number): void {
    if (this.#isAnswered || !this.#host.udp.isInUse(this.#port)) return;
    const to = { address: this.#address, port: this.#door.port };
    const reason = { kind: 'doorProbed', ...this.#door, address: this.#to } as const;
    this.#host.udp.sendAside({ sourcePort: this.#port, to, payload: NO_BYTES }, cause, reason);
    const nextNs = this.#world.now + waitNs;
    if (nextNs < this.#untilNs) this.#world.at(nextNs, () => this.#ask(2 * waitNs, cause));
  }

  #findOverUdp(kind: DoorFinding, cause: number): void {
    this.#find(kind, cause);
    this.#host.udp.close(this.#port, { reason: { kind: 'appCalled' }, cause });
  }

  #find(kind: DoorFinding, cause: number): void {
    if (this.#isAnswered || this.#scan.isOver()) return;
    this.#isAnswered = true;
    const facts = { place: this.#host.place, port: this.#port };
    this.#world.record('appTold', facts, cause, { kind, ...this.#door, address: this.#to });
  }
}
