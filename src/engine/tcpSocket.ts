import type { Experiment, Nanoseconds, SendApp } from '../experiment/experiment';
import { flowsOf, pieceDueNs } from '../experiment/pieces';
import { type Timer, TIMERS } from '../trace/event';
import type { Reason } from '../trace/reason';
import { parseAddress } from '../wire/address';
import { IPV4_HEADER_BYTES, PROTOCOL } from '../wire/ipv4';
import { NO_BYTES } from '../wire/octets';
import { encodeTcp, FLAG, type TcpHeader } from '../wire/tcp';
import { ConnectionProbe } from './connectionProbe';
import type { Flow } from './flow';
import type { HostNode } from './host';
import type { Packet } from './packet';
import { Sendings } from './sendings';
import {
  type AppNotice,
  Connection,
  type ConnectionContext,
  type Endpoint,
  type OutgoingSegment,
} from './tcp/connection';
import { initialSequence, sequenceBeyond } from './tcp/initialSequence';
import { segmentBytesOn } from './tcp/negotiation';
import type { World } from './world';

/** MSS of a connection that carries no message: Ethernet's (RFC 9293 §3.7.1). */
const ETHERNET_MSS = 1460;

/** The program that holds a socket; `cause` is the event in which it is told. */
export interface TcpApp {
  /** The message that it writes, whose pieces its segments carry; left out: none. */
  readonly flow?: Flow;
  told(notice: AppNotice, socket: TcpSocket, cause: number): void;
}

/**
 * One connection in its host: gives it a clock, packets and an app, and writes down what changes. All calls into the
 * connection go through `#during`, so that every event has its cause and a probe compares the state afterwards.
 */
export class TcpSocket implements ConnectionContext {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #number: number;
  readonly #local: Endpoint;
  readonly #remote: Endpoint;
  readonly #app: TcpApp;
  readonly #message: SendApp | undefined;
  readonly #connection: Connection;
  readonly #sendings: Sendings;
  readonly #timerSetBy = new Map<Timer, number>();
  #cause = -1;
  /** What is happening to the connection just now. */
  #event: Reason = { kind: 'none' };
  #depth = 0;
  #scheduledNs = Infinity;
  readonly #changes: ConnectionProbe;
  #isClosed = false;
  /** The packet being taken in just now, for the bytes that the app reads because of it. */
  packet = -1;

  /** `predecessor` is a connection between the same ends that gives way to this one. */
  constructor(
    world: World,
    host: HostNode,
    number: number,
    ends: readonly [local: Endpoint, remote: Endpoint],
    app: TcpApp,
    predecessor?: TcpSocket,
  ) {
    const [local, remote] = ends;
    this.#world = world;
    this.#host = host;
    this.#number = number;
    this.#local = local;
    this.#remote = remote;
    this.#app = app;
    const { experiment, now } = world;
    this.#message = app.flow?.app;
    this.#sendings = new Sendings(app.flow, () => world.nextControlNumber(host.place));
    const options = { ...experiment.tcp, ...this.#message?.tcpChanges };
    const pieceBytes = (this.#message ?? messageTo(experiment, local))?.pieceBytes ?? ETHERNET_MSS;
    const sequence = initialSequence(experiment.seed, now, local, remote);
    this.#connection = new Connection({
      options,
      maxSegmentBytes: Math.min(pieceBytes, segmentBytesOn(host.mtuBytes, options.timestamps)),
      ...(this.#message ? {} : { cutsAnywhere: true }),
      local,
      remote,
      initialSequence: predecessor
        ? sequenceBeyond(sequence, predecessor.#connection.snapshot().highestSent)
        : sequence,
      context: this,
    });
    this.#changes = new ConnectionProbe(world, this.#connection, { place: host.place, connection: number });
  }

  get isDone(): boolean {
    return this.#connection.isDone;
  }

  /** A passive open that has not been completed. */
  get isHalfOpen(): boolean {
    return this.#connection.state === 'SYN-RECEIVED';
  }

  /** Whether the segment may begin a new connection in place of this one. */
  isReplacedBy(header: TcpHeader): boolean {
    return this.#connection.isReplacedBy(header);
  }

  /** Ends TIME-WAIT early: a new connection takes this one's place. */
  giveWay(cause: number): void {
    this.#during(cause, { kind: 'segmentArrived' }, (now) => this.#connection.abort(now));
  }

  openActive(cause: number): void {
    this.#during(cause, { kind: 'appCalled' }, (now) => this.#connection.openActive(now));
  }

  openPassive(cause: number): void {
    this.#during(cause, { kind: 'appCalled' }, (now) => this.#connection.openPassive(now));
  }

  /** Bytes accepted into the send buffer. */
  write(bytes: Uint8Array, cause: number): number {
    let accepted = 0;
    this.#during(cause, { kind: 'appCalled' }, (now) => {
      accepted = this.#connection.write(now, bytes);
    });
    return accepted;
  }

  /** Everything that is there in order. */
  read(cause: number): Uint8Array<ArrayBuffer> {
    let bytes = NO_BYTES;
    this.#during(cause, { kind: 'appCalled' }, (now) => {
      bytes = this.#connection.read(now);
    });
    return bytes;
  }

  close(cause: number): void {
    this.#during(cause, { kind: 'appCalled' }, (now) => this.#connection.close(now));
  }

  /** What the app leaves open is aborted when it is gone. */
  abort(cause: number): void {
    if (!this.isDone) this.#during(cause, { kind: 'appCalled' }, (now) => this.#connection.abort(now));
  }

  /** The host's power is gone: nobody is told. */
  vanish(cause: number): void {
    if (!this.isDone) this.#during(cause, { kind: 'poweredOff' }, () => this.#connection.vanish());
  }

  receive(packet: Packet, header: TcpHeader, payload: Uint8Array, ecn: number): void {
    this.#host.accept(packet, this.#arrivalOf(header, payload));
    this.packet = packet.id;
    this.#during(packet.lastEvent, { kind: 'segmentArrived' }, (now) =>
      this.#connection.receive(now, header, payload, ecn),
    );
    this.packet = -1;
  }

  /** ICMP says that a segment did not get there: a hint or the end (RFC 9293 §3.9.2.2). */
  unreachable(packet: Packet, isHard: boolean): void {
    const kind = isHard ? 'portUnreachable' : 'hostUnreachable';
    this.#during(packet.lastEvent, { kind }, (now) => {
      if (isHard) this.#connection.hardError(now);
      else this.#connection.softError(now);
    });
  }

  /** A router says how long a packet may be on the way that the quoted segment took (RFC 1191 §6.4). */
  pathMtuIs(packet: Packet, mtuBytes: number, quotedSequence: number): void {
    this.#during(packet.lastEvent, { kind: 'packetTooBig' }, (now) =>
      this.#connection.pathMtuIs(now, mtuBytes, quotedSequence),
    );
  }

  // What the connection asks for (ConnectionContext).

  send(segment: OutgoingSegment): void {
    const { header, payload } = segment;
    if (payload.length > 0 || (header.flags & (FLAG.syn | FLAG.fin)) !== 0) this.#changes.noteSent(segment);
    const identity = this.#sendings.identify(segment);
    const message = identity.role === 'piece' ? this.#message : undefined;
    const id = this.#host.send(
      {
        protocol: PROTOCOL.tcp,
        destination: this.#remote.address,
        ecn: segment.ecn,
        dontFragment: true,
        bytes: encodeTcp(header, payload, this.#local.address, this.#remote.address, IPV4_HEADER_BYTES),
        identity,
        payloadBytes: payload.length,
        weatherNs: message ? pieceDueNs(message, identity.number) : null,
      },
      this.#cause,
      segment.reason,
    );
    this.#sendings.note(segment, identity, id);
  }

  tell(notice: AppNotice): void {
    let cause = this.#cause;
    this.#changes.noteTold(notice.kind);
    if (notice.kind !== 'readable' && notice.kind !== 'writable') {
      const facts = { place: this.#host.place, port: this.#local.port };
      cause = this.#world.record('appTold', facts, this.#cause, { kind: notice.kind });
    }
    this.#app.told(notice, this, cause);
  }

  timer(
    change: { kind: 'set' | 'cancelled' | 'expired'; timer: Timer; deadlineNs: Nanoseconds },
    reason: Reason,
  ): void {
    const { deadlineNs } = change;
    const place = this.#host.place;
    const connection = this.#number;
    const timer = TIMERS.indexOf(change.timer);
    const facts = { place, connection, timer };
    switch (change.kind) {
      case 'set': {
        const setFacts = { place, connection, timer, deadlineNs };
        const set = this.#world.record('timerSet', setFacts, this.#cause, reason);
        this.#timerSetBy.set(change.timer, set);
        return;
      }
      case 'cancelled':
        this.#world.record('timerCancelled', facts, this.#cause, reason);
        return;
      case 'expired':
        this.#changes.noteExpired(change.timer);
        this.#cause = this.#world.record(
          'timerExpired',
          facts,
          this.#timerSetBy.get(change.timer) ?? -1,
          reason,
        );
    }
  }

  stateEnds(): void {
    this.#changes.lookAtState(this.#cause, this.#event);
  }

  /** Runs a call into the connection with its cause known; the outermost one probes and reschedules. */
  #during(cause: number, event: Reason, call: (now: Nanoseconds) => void): void {
    const outer = { cause: this.#cause, event: this.#event };
    if (this.#depth > 0) this.#changes.lookAtState(outer.cause, outer.event);
    this.#cause = cause;
    this.#event = event;
    this.#depth += 1;
    call(this.#world.now);
    this.#depth -= 1;
    if (this.#depth === 0) {
      this.#probe(event);
      this.#schedule();
    }
    this.#cause = outer.cause;
    this.#event = outer.event;
  }

  #probe(reason: Reason): void {
    const changed = this.#changes.look(this.#cause, reason);
    if (this.#isClosed || !this.isDone) return;
    this.#isClosed = true;
    const closed = { place: this.#host.place, port: this.#local.port, protocol: PROTOCOL.tcp };
    this.#world.record('socketClosed', closed, changed, reason);
  }

  #schedule(): void {
    const wakeNs = this.#connection.wakeAt();
    if (wakeNs >= this.#scheduledNs || wakeNs === Infinity) return;
    this.#scheduledNs = wakeNs;
    this.#world.at(wakeNs, () => {
      if (this.#scheduledNs === wakeNs) this.#scheduledNs = Infinity;
      if (this.#connection.wakeAt() > this.#world.now) return this.#schedule();
      this.#during(-1, { kind: 'timerExpired' }, (now) => this.#connection.wake(now));
    });
  }

  #arrivalOf({ sequence }: TcpHeader, payload: Uint8Array): Reason {
    const expected = this.#connection.receiveNext;
    if (payload.length === 0 || expected === undefined) return { kind: 'segmentArrived' };
    const ahead = (sequence - expected) | 0;
    if (ahead >= this.#connection.receiveWindow) return { kind: 'unacceptableSegment' };
    if (ahead > 0) return { kind: 'outOfOrder' };
    return { kind: ahead + payload.length <= 0 ? 'oldDuplicate' : 'inOrder' };
  }
}

/** The first message that is sent to this socket: both ends of its connection agree on how long a segment is. */
function messageTo(experiment: Experiment, { address, port }: Endpoint): SendApp | undefined {
  return flowsOf(experiment).find(({ to }) => parseAddress(to.address) === address && to.port.tcp === port);
}
