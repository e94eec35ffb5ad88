import type { WebServerApp } from '../../experiment/webApps';
import type { WebReason } from '../../trace/webReason';
import { encodeHttp, type HttpMessage, type HttpResponse, isPersistent } from '../../wire/http';
import { HttpReader } from '../../wire/httpReader';
import { steadyApp, type RunningApp } from '../apps/runningApp';
import type { HostNode } from '../host';
import type { TcpApp, TcpSocket } from '../tcpSocket';
import type { World } from '../world';
import { answerTo, refusal } from './answer';
import { Outbox } from '../outbox';
import { IN_THE_CLEAR, type SecureLayer } from './secureLayer';
import { TlsServer } from './tlsModel';

/** Answers whoever asks for a page over TCP, one request after the other on each connection (RFC 9112 §9.3). */
export function webServer(world: World, host: HostNode, app: WebServerApp): RunningApp {
  const { port } = app;
  const started = world.record('appStarted', { place: host.place, port }, -1, { kind: 'experimentStarted' });
  const running = steadyApp(app.host);
  host.tcp.listen(port, () => new Visit(world, host, app, () => running.isOver), started);
  return running;
}

/** One connection at the server. */
class Visit implements TcpApp {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #app: WebServerApp;
  readonly #isOver: () => boolean;
  readonly #layer: SecureLayer;
  readonly #reader = new HttpReader();
  readonly #outbox = new Outbox();
  /** Counts what was said, so that an alarm of before can tell that it is out of date. */
  #answers = 0;
  #isClosing = false;

  constructor(world: World, host: HostNode, app: WebServerApp, isOver: () => boolean) {
    this.#world = world;
    this.#host = host;
    this.#app = app;
    this.#isOver = isOver;
    const dice = [world.experiment.seed, host.place, app.port];
    this.#layer = app.tls ? new TlsServer(dice) : IN_THE_CLEAR;
  }

  told(notice: Parameters<TcpApp['told']>[0], socket: TcpSocket, cause: number): void {
    if (this.#isOver()) return;
    switch (notice.kind) {
      case 'readable':
        return this.#read(socket, cause);
      case 'writable':
        return this.#outbox.flush(socket, cause);
      case 'peerClosed':
        return this.#close(socket, cause);
      case 'closed':
      case 'connectionRefused':
      case 'connectionReset':
      case 'gaveUp':
        this.#isClosing = true;
        return;
      case 'connected':
        return this.#closeWhenIdle(socket, cause);
      case 'hostUnreachable':
      case 'deliveryProblem':
      // Only a hint: the connection goes on trying (RFC 9293 §3.9.2.2).
    }
  }

  #read(socket: TcpSocket, cause: number): void {
    const { text, reply } = this.#layer.unseal(socket.read(cause));
    this.#outbox.write(socket, reply, cause);
    for (const message of this.#reader.push(text)) this.#answer(socket, message, cause);
    if (this.#isClosing) return;
    if (this.#reader.isMalformed) this.#send(socket, refusal(400, 'close'), cause);
    if (this.#reader.isMalformed || this.#layer.isBroken) this.#close(socket, cause);
  }

  #answer(socket: TcpSocket, request: HttpMessage, cause: number): void {
    if (this.#isClosing || request.kind !== 'request') return;
    const { method, target } = request;
    const asked = this.#tell({ kind: 'requestReceived', method, target }, cause);
    const stays = isPersistent(request) && this.#app.keepsAliveNs > 0;
    const answer = answerTo(request, this.#app.pages, stays ? 'keep-alive' : 'close');
    const answered = this.#send(socket, answer, asked);
    if (stays) this.#closeWhenIdle(socket, answered);
    else this.#close(socket, answered);
  }

  #send(socket: TcpSocket, response: HttpResponse, cause: number): number {
    const { status, body } = response;
    const sent = this.#tell({ kind: 'responseSent', status, bytes: body.length }, cause);
    this.#answers += 1;
    this.#outbox.write(socket, this.#layer.seal(encodeHttp(response)), sent);
    return sent;
  }

  /** Nobody asks for anything: it is closed when its time is over (RFC 9112 §9.5). */
  #closeWhenIdle(socket: TcpSocket, cause: number): void {
    const { keepsAliveNs } = this.#app;
    if (keepsAliveNs === 0) return;
    const answers = this.#answers;
    this.#world.at(this.#world.now + keepsAliveNs, () => {
      if (this.#isClosing || answers !== this.#answers || this.#isOver()) return;
      this.#close(socket, this.#tell({ kind: 'idleTooLong', idleNs: keepsAliveNs }, cause));
    });
  }

  #close(socket: TcpSocket, cause: number): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#outbox.write(socket, this.#layer.closing(), cause);
    this.#outbox.close(socket, cause);
  }

  #tell(reason: WebReason, cause: number): number {
    return this.#world.record('appTold', { place: this.#host.place, port: this.#app.port }, cause, reason);
  }
}
