import type { Nanoseconds, Reliability, SendApp } from '../../experiment/experiment';
import { BLOCK_NUMBER_BYTES, pieceAt, pieceCount, pieceDueNs } from '../../experiment/pieces';
import type { Reason } from '../../trace/reason';
import { parseAddress } from '../../wire/address';
import { uint32At } from '../../wire/octets';
import { flowOf } from '../flow';
import type { HostNode } from '../host';
import type { Packet } from '../packet';
import type { UdpSource } from '../udpLayer';
import type { World } from '../world';
import { READS_ALWAYS, type RunningApp } from './runningApp';

/**
 * What TCP does, made by the app itself over UDP as simply as it goes: each piece is numbered already, goes when it is
 * due and the one before is acknowledged, and goes again each time the timer runs out (RFC 8085 §3.3), until it gives
 * up. There is no congestion control in it.
 */
export function sendReliablyOverUdp(
  world: World,
  host: HostNode,
  app: SendApp,
  reliability: Reliability,
): RunningApp {
  const sender = new StopAndWait(world, host, app, reliability.timerNs);
  world.at(app.startNs, () => sender.start());
  return { host: app.host, end: () => sender.end(), ...READS_ALWAYS };
}

/** Without a word for so long, after three sendings at least, nobody is there: it would go on for as long as the town. */
const GIVE_UP_NS = 30_000_000_000;
const LEAST_SENDINGS = 3;

class StopAndWait {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #app: SendApp;
  readonly #flow: number;
  readonly #timerNs: Nanoseconds;
  #piece = -1;
  #copy = 0;
  /** The packet that the piece went in first, or -1 as long as it has not gone. */
  #original = -1;
  #firstNs: Nanoseconds = 0;
  #isOver = false;

  constructor(world: World, host: HostNode, app: SendApp, timerNs: Nanoseconds) {
    this.#world = world;
    this.#host = host;
    this.#app = app;
    this.#flow = flowOf(world.experiment, app).number;
    this.#timerNs = timerNs;
  }

  start(): void {
    if (this.#isOver) return;
    const facts = { place: this.#host.place, port: this.#app.port };
    const started = this.#world.record('appStarted', facts, -1, { kind: 'experimentStarted' });
    this.#host.udp.open(this.#app.port, this, started);
    this.#next(started);
  }

  end(): void {
    this.#isOver = true;
  }

  /** An acknowledgment: the number of the block that came. */
  datagram(payload: Uint8Array, packet: Packet, from: UdpSource): void {
    // Nobody else can know what came there.
    const { address, port } = this.#app.to;
    if (from.address !== parseAddress(address) || from.port !== port.udp) return;
    if (payload.length < BLOCK_NUMBER_BYTES || this.#original < 0) return;
    if (uint32At(payload, 0) === this.#piece) this.#next(packet.lastEvent);
  }

  #next(cause: number): void {
    this.#piece += 1;
    this.#copy = 0;
    this.#original = -1;
    const piece = this.#piece;
    if (piece >= pieceCount(this.#app)) return;
    const whenNs = Math.max(pieceDueNs(this.#app, piece), this.#world.now);
    this.#world.at(whenNs, () => this.#send(cause, { kind: 'pieceDue', piece }));
  }

  #send(cause: number, reason: Reason): void {
    if (this.#isOver) return;
    const { port, to } = this.#app;
    const piece = this.#piece;
    const copy = this.#copy;
    const payload = pieceAt(this.#app, piece);
    const facts = { place: this.#host.place, flow: this.#flow, piece, length: payload.length };
    const wrote = this.#world.record('appWrote', facts, cause, reason);
    const packet = this.#host.udp.send(
      {
        sourcePort: port,
        destination: parseAddress(to.address)!,
        destinationPort: to.port.udp,
        payload,
        flow: this.#flow,
        piece,
        weatherNs: pieceDueNs(this.#app, piece),
        ...(copy > 0 ? { again: { copy, original: this.#original, reason } } : {}),
      },
      wrote,
    );
    if (copy === 0) {
      this.#original = packet;
      this.#firstNs = this.#world.now;
    }
    this.#world.at(this.#world.now + this.#timerNs, () => this.#expire(piece, copy, wrote));
  }

  /** Nothing came in time, unless another piece or another copy is under way by now. */
  #expire(piece: number, copy: number, cause: number): void {
    if (piece !== this.#piece || copy !== this.#copy) return;
    this.#copy += 1;
    const hasGivenUp = this.#copy >= LEAST_SENDINGS && this.#world.now - this.#firstNs >= GIVE_UP_NS;
    if (hasGivenUp) this.#giveUp(cause);
    else this.#send(cause, { kind: 'appTimerExpired', timerNs: this.#timerNs });
  }

  /** No transport tells it so: it is the app's own conclusion. */
  #giveUp(cause: number): void {
    if (this.#isOver) return;
    this.end();
    const facts = { place: this.#host.place, port: this.#app.port };
    this.#world.record('appTold', facts, cause, { kind: 'appGaveUp' });
  }
}
