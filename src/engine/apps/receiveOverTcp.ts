import type { Nanoseconds, ReceiveApp } from '../../experiment/experiment';
import type { HostNode } from '../host';
import type { TcpApp, TcpSocket } from '../tcpSocket';
import type { World } from '../world';

/** Accepts whoever calls, reads whatever is in order unless it pauses, and closes when the other side has closed. */
export function receiveOverTcp(world: World, host: HostNode, app: ReceiveApp): void {
  const port = app.port.tcp;
  const started = world.record('appStarted', { place: host.place, port }, -1, { kind: 'experimentStarted' });
  const reader = new Reader(world, host, app);
  host.tcp.listen(port, () => reader, started);
}

/** What waits for the end of a pause on one connection. */
interface Waiting {
  /** The packet that brought the last of the bytes. */
  packet: number;
  hasPeerClosed: boolean;
}

class Reader implements TcpApp {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #app: ReceiveApp;
  readonly #waiting = new Map<TcpSocket, Waiting>();

  constructor(world: World, host: HostNode, app: ReceiveApp) {
    this.#world = world;
    this.#host = host;
    this.#app = app;
  }

  told(notice: Parameters<TcpApp['told']>[0], socket: TcpSocket, cause: number): void {
    const hasPeerClosed = notice.kind === 'peerClosed';
    if (notice.kind !== 'readable' && !hasPeerClosed) return;
    const { packet } = socket;
    const resumesNs = this.#resumesNs();
    if (resumesNs === undefined) this.#attend(socket, cause, { packet, hasPeerClosed });
    else this.#wait(socket, { packet, hasPeerClosed }, resumesNs);
  }

  /** The end of the pause that it makes just now. */
  #resumesNs(): Nanoseconds | undefined {
    const { now } = this.#world;
    return this.#app.pauses?.find(({ fromNs, toNs }) => fromNs <= now && now < toNs)?.toNs;
  }

  #wait(socket: TcpSocket, news: Waiting, resumesNs: Nanoseconds): void {
    if (this.#waiting.size === 0) this.#world.at(resumesNs, () => this.#resume());
    const waiting = this.#waiting.get(socket);
    if (!waiting) this.#waiting.set(socket, news);
    else if (news.hasPeerClosed) waiting.hasPeerClosed = true;
    else waiting.packet = news.packet;
  }

  #resume(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    const facts = { place: this.#host.place, port: this.#app.port.tcp };
    const resumed = this.#world.record('appResumed', facts, -1, { kind: 'pauseOver' });
    for (const [socket, news] of waiting) this.#attend(socket, resumed, news);
  }

  #attend(socket: TcpSocket, cause: number, { packet, hasPeerClosed }: Waiting): void {
    const bytes = socket.read(cause);
    if (bytes.length > 0) {
      const start = this.#world.recorder.addDelivered(bytes);
      const facts = { place: this.#host.place, packet, start, length: bytes.length };
      this.#world.record('bytesDelivered', facts, cause, { kind: 'inOrder' });
    }
    if (hasPeerClosed) socket.close(cause);
  }
}
