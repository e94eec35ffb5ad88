import type { EchoApp } from '../../experiment/doorApps';
import { NO_BYTES, partOf } from '../../wire/octets';
import type { HostNode } from '../host';
import type { Packet } from '../packet';
import type { TcpApp, TcpSocket } from '../tcpSocket';
import type { UdpSource } from '../udpLayer';
import type { World } from '../world';
import { steadyApp, type RunningApp } from './runningApp';

/** Sends back whatever comes, to whoever sent it (RFC 862). */
export function echo(world: World, host: HostNode, app: EchoApp): RunningApp {
  const { port } = app;
  const started = world.record('appStarted', { place: host.place, port }, -1, { kind: 'experimentStarted' });
  const running = steadyApp(app.host);
  if (app.transport === 'udp') host.udp.open(port, { datagram: answer }, started);
  else host.tcp.listen(port, () => new Visit(world, host), started);
  return running;

  function answer(payload: Uint8Array, packet: Packet, from: UdpSource): void {
    if (running.isOver) return;
    const back = { sourcePort: port, to: from, payload: payload.slice() };
    host.udp.sendAside(back, packet.lastEvent, { kind: 'echoed' });
  }
}

/** One connection: what is read is written again as there is room, and the end of it is answered by its own. */
class Visit implements TcpApp {
  readonly #world: World;
  readonly #host: HostNode;
  #rest: Uint8Array = NO_BYTES;
  #hasPeerClosed = false;

  constructor(world: World, host: HostNode) {
    this.#world = world;
    this.#host = host;
  }

  told({ kind }: Parameters<TcpApp['told']>[0], socket: TcpSocket, cause: number): void {
    if (kind === 'peerClosed') this.#hasPeerClosed = true;
    else if (kind !== 'readable' && kind !== 'writable') return;
    this.#return(socket, cause);
  }

  #return(socket: TcpSocket, cause: number): void {
    if (this.#rest.length === 0) this.#rest = this.#read(socket, cause);
    while (this.#rest.length > 0) {
      this.#rest = partOf(this.#rest, socket.write(this.#rest, cause), this.#rest.length);
      if (this.#rest.length > 0) return;
      this.#rest = this.#read(socket, cause);
    }
    if (this.#hasPeerClosed) socket.close(cause);
  }

  #read(socket: TcpSocket, cause: number): Uint8Array {
    const bytes = socket.read(cause);
    if (bytes.length > 0) {
      const start = this.#world.recorder.addDelivered(bytes);
      const facts = { place: this.#host.place, packet: socket.packet, start, length: bytes.length };
      this.#world.record('bytesDelivered', facts, cause, { kind: 'inOrder' });
    }
    return bytes;
  }
}
