import type { Ipv4Address } from '../wire/address';
import { UNREACHABLE } from '../wire/icmp';
import { ECN, ecnOf, IPV4_HEADER_BYTES, type Ipv4Header, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { NO_BYTES, uint16At, uint32At } from '../wire/octets';
import { decodeTcp, encodeTcp, isTcpChecksumValid, type TcpHeader } from '../wire/tcp';
import type { Reason } from '../trace/reason';
import type { Hand } from './hand';
import type { HostNode } from './host';
import type { IcmpError } from './icmpLayer';
import { controlIdentity, type Packet } from './packet';
import { isBacklogFull, isCall } from './tcp/callers';
import type { Endpoint } from './tcp/connection';
import { hasMechanism } from './tcp/mechanisms';
import { resetFor } from './tcp/reset';
import { type TcpApp, TcpSocket } from './tcpSocket';
import type { World } from './world';

/** Half-open connections that one port holds; its app accepts at once. */
const BACKLOG = 128;

/** What ends an attempt to connect; everything else is a hint (RFC 9293 §3.9.2.2). */
const HARD_CODES: readonly number[] = [UNREACHABLE.protocol, UNREACHABLE.port];

/** Ports and sequence number: what every error quotes of a segment (RFC 792). */
const QUOTED_BYTES = 8;

/** The connections and listeners of one host: who a segment is for (RFC 9293 §3.3.1). */
export class TcpLayer {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #listeners = new Map<number, () => TcpApp>();
  /** By local port, then by remote end. */
  readonly #sockets = new Map<number, Map<number, TcpSocket>>();
  #connections = 0;

  constructor(world: World, host: HostNode) {
    this.#world = world;
    this.#host = host;
  }

  /** Opens a port for whoever calls; `accept` makes an app for each caller. */
  listen(port: number, accept: () => TcpApp, cause: number): void {
    this.#listeners.set(port, accept);
    this.#noteOpened(port, cause);
  }

  /** Opens a connection from `port`. */
  connect(port: number, remote: Endpoint, app: TcpApp, cause: number): TcpSocket {
    this.#noteOpened(port, cause);
    const socket = this.#add(port, remote, app);
    socket.openActive(cause);
    return socket;
  }

  /** The app on that port is gone: nobody listens, and its connections are aborted (RFC 9293 §3.10.5). */
  close(port: number, { reason, cause }: Hand): void {
    if (this.#listeners.delete(port)) {
      this.#noteClosed(port, cause, reason);
    }
    for (const socket of this.#sockets.get(port)?.values() ?? []) socket.abort(cause);
  }

  /** Whether there is a connection, not over yet, between that port and that remote socket. */
  isConnected(port: number, { address, port: remotePort }: Endpoint): boolean {
    const known = this.#known(port, address, remotePort);
    return known !== undefined && !known.isDone;
  }

  /** Whether somebody listens there, or a connection that is not over ends there. */
  isInUse(port: number): boolean {
    const sockets = [...(this.#sockets.get(port)?.values() ?? [])];
    return this.#listeners.has(port) || sockets.some(({ isDone }) => !isDone);
  }

  #noteOpened(port: number, cause: number): void {
    const facts = { place: this.#host.place, port, protocol: PROTOCOL.tcp };
    this.#world.record('socketOpened', facts, cause, { kind: 'appCalled' });
  }

  #noteClosed(port: number, cause: number, reason: Reason): void {
    this.#world.record(
      'socketClosed',
      { place: this.#host.place, port, protocol: PROTOCOL.tcp },
      cause,
      reason,
    );
  }

  /** The power is gone, and with it all that was known. */
  powerOff(cause: number): void {
    for (const port of this.#listeners.keys()) {
      this.#noteClosed(port, cause, { kind: 'poweredOff' });
    }
    this.#listeners.clear();
    for (const atPort of this.#sockets.values()) for (const socket of atPort.values()) socket.vanish(cause);
  }

  receive(packet: Packet, ip: Ipv4Header, bytes: Uint8Array): void {
    const decoded = decodeTcp(bytes);
    if (isMalformed(decoded)) return this.#host.drop(packet, { kind: 'malformed' });
    const isChecking = hasMechanism(this.#world.experiment.tcp, 'checksum');
    if (isChecking && !isTcpChecksumValid(bytes, ip.source, ip.destination)) {
      return this.#host.drop(packet, { kind: 'badTransportChecksum' });
    }
    const { header, payload } = decoded;
    const ecn = ecnOf(packet.bytes);
    const known = this.#liveSocket(packet, ip.source, header);
    if (known) return known.receive(packet, header, payload, ecn);
    const accept = this.#listeners.get(header.destinationPort);
    if (accept && isCall(header)) {
      const isFull = isBacklogFull(this.#halfOpenAt(header.destinationPort), BACKLOG);
      if (isFull) return this.#host.drop(packet, { kind: 'backlogFull', limit: BACKLOG });
      return this.#answer(packet, ip.source, header, accept()).receive(packet, header, payload, ecn);
    }
    const isListening = this.#listeners.has(header.destinationPort);
    this.#host.drop(packet, { kind: isListening ? 'noConnection' : 'portClosed' });
    this.#reset(packet, ip.source, header, payload);
  }

  /** An ICMP error quoted a segment of ours that went to `destination` (RFC 9293 §3.9.2.2). */
  heardError(packet: Packet, error: IcmpError, destination: Ipv4Address, quote: Uint8Array): void {
    if (quote.length < QUOTED_BYTES) return;
    const socket = this.#known(uint16At(quote, 0), destination, uint16At(quote, 2));
    if (error.kind === 'timeExceeded') return socket?.unreachable(packet, false);
    if (error.code === UNREACHABLE.fragmentationNeeded) {
      socket?.pathMtuIs(packet, error.nextHopMtu, uint32At(quote, 4));
    } else socket?.unreachable(packet, HARD_CODES.includes(error.code));
  }

  /** The connection the segment belongs to; one in TIME-WAIT makes room for a newer call (RFC 1122 §4.2.2.13). */
  #liveSocket(packet: Packet, source: Ipv4Address, header: TcpHeader): TcpSocket | undefined {
    const port = header.destinationPort;
    const known = this.#known(port, source, header.sourcePort);
    if (!known || known.isDone) return undefined;
    if (!this.#listeners.has(port) || !known.isReplacedBy(header)) return known;
    known.giveWay(packet.lastEvent);
    return undefined;
  }

  /** The connection that a call makes. */
  #answer(packet: Packet, source: Ipv4Address, header: TcpHeader, app: TcpApp): TcpSocket {
    const socket = this.#add(header.destinationPort, { address: source, port: header.sourcePort }, app);
    socket.openPassive(packet.lastEvent);
    return socket;
  }

  #halfOpenAt(port: number): number {
    const sockets = [...(this.#sockets.get(port)?.values() ?? [])];
    return sockets.filter(({ isHalfOpen }) => isHalfOpen).length;
  }

  #known(port: number, address: Ipv4Address, remotePort: number): TcpSocket | undefined {
    return this.#sockets.get(port)?.get(remoteKey(address, remotePort));
  }

  #add(port: number, remote: Endpoint, app: TcpApp): TcpSocket {
    const local = { address: this.#host.address, port };
    const before = this.#known(port, remote.address, remote.port);
    const ends = [local, remote] as const;
    const socket = new TcpSocket(this.#world, this.#host, this.#connections, ends, app, before);
    this.#connections += 1;
    const atPort = this.#sockets.get(port) ?? new Map<number, TcpSocket>();
    this.#sockets.set(port, atPort.set(remoteKey(remote.address, remote.port), socket));
    return socket;
  }

  /** Nobody here knows the segment (RFC 9293 §3.10.7.1). */
  #reset(packet: Packet, destination: Ipv4Address, header: TcpHeader, payload: Uint8Array): void {
    const reset = resetFor(header, payload.length);
    if (!reset || !hasMechanism(this.#world.experiment.tcp, 'resets')) return;
    const number = this.#world.nextControlNumber(this.#host.place);
    this.#host.send(
      {
        protocol: PROTOCOL.tcp,
        destination,
        ecn: ECN.notCapable,
        dontFragment: true,
        bytes: encodeTcp(reset, NO_BYTES, this.#host.address, destination, IPV4_HEADER_BYTES),
        identity: controlIdentity(number),
        payloadBytes: 0,
        weatherNs: null,
      },
      packet.lastEvent,
      { kind: this.#listeners.has(header.destinationPort) ? 'noConnection' : 'portClosed' },
    );
  }
}

/** Address and port as one number of 48 bits: made for every segment, where a text would cost more than the look-up. */
function remoteKey(address: Ipv4Address, port: number): number {
  return address * 0x10000 + port;
}
