import type { Nanoseconds } from '../experiment/experiment';
import type { OutgoingSegment } from '../engine/tcp/connection';
import { hasMechanism } from '../engine/tcp/mechanisms';
import { isBacklogFull, isCall } from '../engine/tcp/callers';
import { resetFor } from '../engine/tcp/reset';
import type { IcmpError } from './icmpError';
import type { TcpHeader } from '../wire/tcp';
import { Flow, type FlowOptions } from './flow';
import type { Profile } from './profile';
import type { Socket } from './socket';

/** Addresses and ports that packetdrill uses by default: 192.168.0.1:8080 is us, 192.0.2.1 the peer. */
const OUR_ADDRESS = 0xc0a80001;
const PEER_ADDRESS = 0xc0000201;
export const OUR_PORT = 8080;
const PEER_PORT = 41_953;
const FIRST_EPHEMERAL_PORT = 50_000;

/** A segment that left the host. */
export interface SentPacket {
  readonly timeNs: Nanoseconds;
  readonly header: TcpHeader;
  readonly payloadLength: number;
}

/** A segment of the peer, without ports: the host knows whom it is for. */
export type PeerSegment = Omit<TcpHeader, 'sourcePort' | 'destinationPort' | 'urgentPointer'>;

/** The host under test: its connections and its listening socket, in virtual time, one peer at the other end. */
export class PacketdrillHost {
  now: Nanoseconds = 0;
  readonly profile: Profile;
  /** What left and no `>` line has met, oldest first. */
  readonly sent: SentPacket[] = [];
  /** Says which initial sequence number the script expects of the next connection. */
  readonly #initialSequence: () => number;
  #flows: Flow[] = [];
  readonly #listeners: Socket[] = [];
  #nextPort = FIRST_EPHEMERAL_PORT;
  /** Ports of the conversation that packets of the peer belong to: ours, theirs. */
  #ports: readonly [number, number] = [OUR_PORT, PEER_PORT];

  constructor(profile: Profile, initialSequence: () => number) {
    this.profile = profile;
    this.#initialSequence = initialSequence;
  }

  listen(socket: Socket): void {
    this.#ports = [socket.port, PEER_PORT];
    if (!this.#listeners.includes(socket)) this.#listeners.push(socket);
  }

  /** Nobody is called any more: callers that were not accepted are reset, half-open ones forgotten, as in Linux. */
  stopListening(socket: Socket): void {
    const index = this.#listeners.indexOf(socket);
    if (index >= 0) this.#listeners.splice(index, 1);
    for (const flow of socket.waiting.splice(0)) flow.connection.abort(this.now);
    this.#flows = this.#flows.filter(({ isPassive, connection, local }) => {
      const isHalfOpen = isPassive && connection.state === 'SYN-RECEIVED';
      return !isHalfOpen || local.port !== socket.port;
    });
  }

  /** Opens a connection to the peer. */
  connect(socket: Socket, port: number): Flow {
    const local = socket.port || (this.#nextPort += 1);
    this.#ports = [local, port];
    const flow = this.#newFlow(socket);
    flow.connection.openActive(this.now);
    return flow;
  }

  /** A segment of the peer arrives. */
  receive(segment: PeerSegment, payload: Uint8Array): void {
    const [ours, theirs] = this.#ports;
    const header = { ...segment, sourcePort: theirs, destinationPort: ours, urgentPointer: 0 };
    const listener = this.#listeners.find(({ port }) => port === ours);
    const flow = this.#flowFor(header, listener !== undefined);
    if (flow) {
      const wasConnected = flow.isConnected;
      flow.connection.receive(this.now, header, payload);
      const isOpened = !wasConnected && flow.isConnected;
      // Until data comes, its age is that of the connection.
      if (payload.length > 0 || isOpened) flow.lastDataNs = this.now;
      if (isOpened) this.#queueForAccept(flow);
    } else if (listener) this.#call(listener, header, payload);
    else this.#reset(header, payload.length);
  }

  /** A router or the peer's host complains about a segment of ours. */
  receiveError(error: IcmpError): void {
    const flow = this.#flows.at(-1);
    if (!flow || flow.connection.isDone) return;
    switch (error.kind) {
      case 'hard':
        return flow.connection.hardError(this.now);
      case 'soft':
        return flow.connection.softError(this.now);
      case 'tooBig':
        return flow.connection.pathMtuIs(this.now, error.nextHopMtu, error.quotedSequence);
    }
  }

  /** When a timer next expires, Infinity if none runs. */
  wakeAt(): Nanoseconds {
    return Math.min(Infinity, ...this.#flows.map(({ connection }) => connection.wakeAt()));
  }

  /** Lets the timers expire that are due. */
  wake(): void {
    for (const { connection } of this.#flows) connection.wake(this.now);
  }

  #flowFor(header: TcpHeader, isListening: boolean): Flow | undefined {
    const flow = this.#flows.findLast(
      ({ local, remote, connection }) =>
        local.port === header.destinationPort && remote.port === header.sourcePort && !connection.isDone,
    );
    if (!flow || !isListening || !flow.connection.isReplacedBy(header)) return flow;
    flow.connection.abort(this.now);
    return undefined;
  }

  /** Somebody calls at a listening port; what is no call is answered as RFC 9293 §3.10.7.2 says. */
  #call(listener: Socket, header: TcpHeader, payload: Uint8Array): void {
    if (isCall(header) && isBacklogFull(listener.waiting.length, listener.backlog ?? 0)) return;
    const flow = this.#newFlow(listener);
    flow.connection.openPassive(this.now);
    flow.connection.receive(this.now, header, payload);
    if (flow.connection.state === 'LISTEN') this.#flows.pop();
  }

  #queueForAccept(flow: Flow): void {
    const isOwn = this.#listeners.find(({ port }) => port === flow.local.port);
    if (isOwn && flow.isPassive) isOwn.waiting.push(flow);
  }

  #newFlow(socket: Socket): Flow {
    const [ours, theirs] = this.#ports;
    const { mssBytes } = this.profile;
    const largest = Math.min(mssBytes, socket.maxSegmentBytes ?? mssBytes);
    const options: FlowOptions = { ...socket.options };
    const flow = new Flow({
      options,
      maxSegmentBytes: largest - (options.timestamps ? 12 : 0),
      isPassive: socket.backlog !== undefined,
      local: { address: OUR_ADDRESS, port: ours },
      remote: { address: PEER_ADDRESS, port: theirs },
      initialSequence: this.#initialSequence(),
      send: (segment) => this.#carry(segment),
    });
    this.#flows.push(flow);
    return flow;
  }

  #reset(header: TcpHeader, payloadLength: number): void {
    const reset = resetFor(header, payloadLength);
    if (reset && hasMechanism(this.profile.options, 'resets'))
      this.sent.push({ timeNs: this.now, header: reset, payloadLength: 0 });
  }

  #carry({ header, payload }: OutgoingSegment): void {
    this.sent.push({ timeNs: this.now, header, payloadLength: payload.length });
  }
}
