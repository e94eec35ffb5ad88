import type { Nanoseconds, NodeId, Pause, ReceiveApp } from '../../experiment/experiment';
import type { Hand } from '../hand';
import type { HostNode } from '../host';
import type { TcpApp, TcpSocket } from '../tcpSocket';
import type { World } from '../world';
import type { RunningApp } from './runningApp';

/** Accepts whoever calls, reads whatever is in order unless it pauses, and closes when the other side has closed. */
export function receiveOverTcp(world: World, host: HostNode, app: ReceiveApp): RunningApp {
  const port = app.port.tcp;
  const started = world.record('appStarted', { place: host.place, port }, -1, { kind: 'experimentStarted' });
  const reader = new Reader(world, host, app);
  host.tcp.listen(port, () => reader, started);
  return reader;
}

/** No hand: the experiment has said beforehand when it reads again. */
const PAUSE_OVER: Hand = { reason: { kind: 'pauseOver' }, cause: -1 };

/** What waits for the end of a pause on one connection. */
interface Waiting {
  /** The packet that brought the last of the bytes. */
  packet: number;
  hasPeerClosed: boolean;
}

class Reader implements TcpApp, RunningApp {
  readonly host: NodeId;
  readonly #port: number;
  readonly #world: World;
  readonly #place: number;
  readonly #pauses: readonly Pause[];
  readonly #waiting = new Map<TcpSocket, Waiting>();
  #isStopped = false;
  #isGone = false;

  constructor(world: World, host: HostNode, app: ReceiveApp) {
    this.#world = world;
    this.#place = host.place;
    this.#pauses = app.pauses ?? [];
    this.host = app.host;
    this.#port = app.port.tcp;
  }

  told(notice: Parameters<TcpApp['told']>[0], socket: TcpSocket, cause: number): void {
    const hasPeerClosed = notice.kind === 'peerClosed';
    if (this.#isGone || (notice.kind !== 'readable' && !hasPeerClosed)) return;
    const { packet } = socket;
    const pause = this.#pauseNow();
    if (this.#isStopped || pause) this.#wait(socket, { packet, hasPeerClosed }, pause);
    else this.#attend(socket, cause, { packet, hasPeerClosed });
  }

  end(): void {
    this.#isGone = true;
    this.#waiting.clear();
  }

  stopReading(): void {
    this.#isStopped = true;
  }

  resumeReading(hand: Hand): void {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    const pause = this.#pauseNow();
    if (pause) this.#resumeAt(pause.toNs);
    else this.#resume(hand);
  }

  /** The pause of its own that it makes just now. */
  #pauseNow(): Pause | undefined {
    const { now } = this.#world;
    return this.#pauses.find(({ fromNs, toNs }) => fromNs <= now && now < toNs);
  }

  #wait(socket: TcpSocket, news: Waiting, pause: Pause | undefined): void {
    if (this.#waiting.size === 0 && pause) this.#resumeAt(pause.toNs);
    const waiting = this.#waiting.get(socket);
    if (!waiting) this.#waiting.set(socket, news);
    else if (news.hasPeerClosed) waiting.hasPeerClosed = true;
    else waiting.packet = news.packet;
  }

  #resumeAt(timeNs: Nanoseconds): void {
    this.#world.at(timeNs, () => {
      if (!this.#isStopped) this.#resume(PAUSE_OVER);
    });
  }

  #resume({ reason, cause }: Hand): void {
    const waiting = [...this.#waiting];
    if (waiting.length === 0) return;
    this.#waiting.clear();
    const facts = { place: this.#place, port: this.#port };
    const resumed = this.#world.record('appResumed', facts, cause, reason);
    for (const [socket, news] of waiting) this.#attend(socket, resumed, news);
  }

  #attend(socket: TcpSocket, cause: number, { packet, hasPeerClosed }: Waiting): void {
    const bytes = socket.read(cause);
    if (bytes.length > 0) {
      const start = this.#world.recorder.addDelivered(bytes);
      const facts = { place: this.#place, packet, start, length: bytes.length };
      this.#world.record('bytesDelivered', facts, cause, { kind: 'inOrder' });
    }
    if (hasPeerClosed) socket.close(cause);
  }
}
