import type { SendApp } from '../../experiment/experiment';
import { pieceAt, pieceCount, pieceDueNs } from '../../experiment/pieces';
import { parseAddress } from '../../wire/address';
import { NO_BYTES, partOf } from '../../wire/octets';
import { type Flow, flowOf } from '../flow';
import type { HostNode } from '../host';
import type { TcpApp, TcpSocket } from '../tcpSocket';
import type { World } from '../world';
import { READS_ALWAYS, type RunningApp } from './runningApp';

/** Connects, writes each piece when it is due (or once there is a connection and room), then closes unless it keeps open. */
export function sendOverTcp(world: World, host: HostNode, app: SendApp): RunningApp {
  const writer = new Writer(world, host, app);
  world.at(app.startNs, () => {
    if (writer.isOver) return;
    const facts = { place: host.place, port: app.port };
    const started = world.record('appStarted', facts, -1, { kind: 'experimentStarted' });
    const remote = { address: parseAddress(app.to.address)!, port: app.to.port.tcp };
    if (host.tcp.isConnected(app.port, remote)) return writer.refuse(started);
    host.tcp.connect(app.port, remote, writer, started);
  });
  return { host: app.host, end: () => writer.end(), ...READS_ALWAYS };
}

class Writer implements TcpApp {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #app: SendApp;
  readonly flow: Flow;
  #piece = 0;
  /** What the send buffer had no room for. */
  #rest: Uint8Array = NO_BYTES;
  #isOver = false;

  constructor(world: World, host: HostNode, app: SendApp) {
    this.#world = world;
    this.#host = host;
    this.#app = app;
    this.flow = flowOf(world.experiment, app);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** There is a connection between these two sockets already, and a second could not be told from it. */
  refuse(cause: number): void {
    this.#isOver = true;
    const facts = { place: this.#host.place, port: this.#app.port };
    this.#world.record('appTold', facts, cause, { kind: 'connectionExists' });
  }

  /** It writes nothing any more. */
  end(): void {
    this.#isOver = true;
  }

  told(notice: Parameters<TcpApp['told']>[0], socket: TcpSocket, cause: number): void {
    switch (notice.kind) {
      case 'connected':
      case 'writable':
        return this.#writeDue(socket, cause);
      case 'readable':
        socket.read(cause);
        return;
      case 'peerClosed':
        return;
      case 'closed':
      case 'connectionRefused':
      case 'connectionReset':
      case 'gaveUp':
        this.#isOver = true;
        return;
      case 'hostUnreachable':
      case 'deliveryProblem':
      // Only a hint: the connection goes on trying (RFC 9293 §3.9.2.2).
    }
  }

  #writeDue(socket: TcpSocket, cause: number): void {
    if (this.#isOver) return;
    if (this.#rest.length > 0) {
      this.#rest = partOf(this.#rest, socket.write(this.#rest, cause), this.#rest.length);
      if (this.#rest.length > 0) return;
    }
    if (this.#piece >= pieceCount(this.#app)) {
      this.#isOver = true;
      if (this.#app.keepsOpen !== true) socket.close(cause);
      return;
    }
    const dueNs = pieceDueNs(this.#app, this.#piece);
    const whenNs = Math.max(dueNs, this.#world.now);
    this.#world.at(whenNs, () => this.#writePiece(socket, cause));
  }

  #writePiece(socket: TcpSocket, cause: number): void {
    if (this.#isOver) return;
    const piece = this.#piece;
    const bytes = pieceAt(this.#app, piece);
    const facts = { place: this.#host.place, flow: this.flow.number, piece, length: bytes.length };
    const wrote = this.#world.record('appWrote', facts, cause, { kind: 'pieceDue', piece });
    this.#piece += 1;
    this.#rest = partOf(bytes, socket.write(bytes, wrote), bytes.length);
    if (this.#rest.length === 0) this.#writeDue(socket, wrote);
  }
}
