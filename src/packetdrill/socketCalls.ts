import { type CallResult, DONE, failed } from './errno';
import { OUR_PORT, type PacketdrillHost } from './packetdrillHost';
import type { Flow } from './flow';
import type { SystemCall } from './script';
import { sendRoom } from './sendRoom';
import { newSocket, type Socket } from './socket';
import { getOption, setOption } from './socketOptions';
import { descriptorOf, numberOf, wordAt } from './values';
import { OutOfScope } from './verdict';

/** The peer's port that `connect` calls. */
const PEER_LISTENING_PORT = 8080;
const NONBLOCKING = 0x800;
const READ_WRITE = 2;
const PEEK = 2;
const DONT_WAIT = 0x40;
const NO_SIGNAL = 0x4000;
/** No script of packets written one by one needs more. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** The script's file descriptors and what system calls do to them. `undefined` says that a call would have to wait. */
export class SocketCalls {
  readonly #host: PacketdrillHost;
  readonly #sockets = new Map<number, Socket>();
  /** Bytes that a blocking write has handed over so far. */
  #written = 0;

  constructor(host: PacketdrillHost) {
    this.#host = host;
  }

  /** The socket that the script made last, for TCP_INFO. */
  get latest(): Socket | undefined {
    return [...this.#sockets.values()].at(-1);
  }

  /** Begins a call; `retry` goes on with one that had to wait. */
  begin(call: SystemCall): CallResult | undefined {
    this.#written = 0;
    switch (call.name) {
      case 'socket':
        return this.#socket(call);
      case 'connect':
        return this.#connect(call);
      default:
        return this.retry(call);
    }
  }

  /** Does the call if it can be done now. */
  retry(call: SystemCall): CallResult | undefined {
    if (call.name === 'socket') return this.#socket(call);
    const socket = this.#sockets.get(descriptorOf(call));
    if (!socket) return failed('EBADF');
    switch (call.name) {
      case 'bind':
        socket.port = OUR_PORT;
        return DONE;
      case 'listen':
        socket.backlog = numberOf(call.args[1], 'backlog');
        socket.port ||= OUR_PORT;
        this.#host.listen(socket);
        return DONE;
      case 'accept':
      case 'accept4':
        return this.#accept(socket, call);
      case 'connect':
        return connected(socket);
      case 'read':
      case 'recv':
      case 'recvfrom':
        return this.#read(socket, call);
      case 'write':
      case 'send':
      case 'sendto':
        return this.#write(socket, call);
      case 'close':
        return this.#close(socket, call);
      case 'shutdown':
        return this.#shutdown(socket, call);
      case 'setsockopt':
        return setOption(socket, call, this.#host.now);
      case 'getsockopt':
        return getOption(socket, call);
      case 'fcntl':
        return control(socket, call);
      case 'ioctl':
        return inputQueue(socket, call);
    }
  }

  #socket(call: SystemCall): CallResult {
    const type = wordAt(call, 1);
    if (!type.includes('SOCK_STREAM')) throw new OutOfScope(`socket of type ${type}`);
    const socket = newSocket(this.#host.profile.options);
    socket.isNonBlocking = type.includes('SOCK_NONBLOCK');
    return this.#give(socket, call);
  }

  /** Descriptors are numbered as the script says. */
  #give(socket: Socket, call: SystemCall): CallResult {
    const free = Array.from({ length: this.#sockets.size + 1 }, (_, i) => i + 3);
    const value =
      call.result.kind === 'number' && call.result.value >= 0
        ? call.result.value
        : free.find((number) => !this.#sockets.has(number))!;
    this.#sockets.set(value, socket);
    return { value };
  }

  #connect(call: SystemCall): CallResult | undefined {
    const socket = this.#sockets.get(descriptorOf(call));
    if (!socket) return failed('EBADF');
    if (socket.flow) {
      if (socket.flow.isConnected) return failed('EISCONN');
      if (!socket.flow.connection.isDone) return failed('EALREADY');
      return connected(socket);
    }
    socket.flow = this.#host.connect(socket, PEER_LISTENING_PORT);
    return socket.isNonBlocking ? failed('EINPROGRESS') : connected(socket);
  }

  #accept(socket: Socket, call: SystemCall): CallResult | undefined {
    if (socket.backlog === undefined) return failed('EINVAL');
    const flow = socket.waiting.shift();
    if (!flow) return socket.isNonBlocking ? failed('EAGAIN') : undefined;
    const accepted = newSocket(flow.options);
    accepted.flow = flow;
    accepted.isAborting = socket.isAborting;
    accepted.keepAlive = socket.keepAlive;
    accepted.sendBufferBytes = socket.sendBufferBytes;
    accepted.isNonBlocking = call.name === 'accept4' && wordAt(call, 3).includes('SOCK_NONBLOCK');
    return this.#give(accepted, call);
  }

  #read(socket: Socket, call: SystemCall): CallResult | undefined {
    const { flow } = socket;
    if (!flow) return failed('ENOTCONN');
    const limit = lengthOf(call);
    const flags = call.args[3] === undefined ? 0 : numberOf(call.args[3], 'flags');
    if (limit === 0) return DONE;
    const length = Math.min(limit, flow.connection.readableBytes);
    if (length > 0) {
      if ((flags & PEEK) === 0) flow.connection.read(this.#host.now, length);
      return { value: length };
    }
    const error = flow.takeError();
    if (error) return failed(error);
    if (flow.hasPeerClosed || socket.isReadShut || flow.connection.isDone) return DONE;
    return socket.isNonBlocking || (flags & DONT_WAIT) !== 0 ? failed('EAGAIN') : undefined;
  }

  #write(socket: Socket, call: SystemCall): CallResult | undefined {
    const { flow } = socket;
    if (!flow) return failed('EPIPE');
    const error = flow.takeError();
    // Who has read the peer's end and is then reset has but a broken pipe (POSIX write, Linux's tcp_reset).
    if (error) return failed(error === 'ECONNRESET' && flow.hasPeerClosed ? 'EPIPE' : error);
    if (socket.isWriteShut || flow.connection.isDone) return failed('EPIPE');
    const length = lengthOf(call);
    const flags = sendFlags(call);
    if (flow.isConnected) {
      this.#handOver(socket, flow, length);
      if (this.#written === length) return { value: length };
    }
    if (!socket.isNonBlocking && (flags & DONT_WAIT) === 0) return undefined;
    return this.#written > 0 ? { value: this.#written } : failed('EAGAIN');
  }

  /** Writes as much of what is left of `length` bytes as there is room for. */
  #handOver(socket: Socket, { connection }: Flow, length: number): void {
    while (this.#written < length) {
      const room = sendRoom(socket, connection.snapshot());
      const bytes = new Uint8Array(Math.min(room, length - this.#written));
      const accepted = connection.write(this.#host.now, bytes);
      if (accepted === 0) return;
      this.#written += accepted;
    }
  }

  #close(socket: Socket, call: SystemCall): CallResult {
    const { flow } = socket;
    this.#sockets.delete(descriptorOf(call));
    if (socket.backlog !== undefined) this.#host.stopListening(socket);
    if (socket.isAborting) flow?.connection.abort(this.#host.now);
    else flow?.connection.closeForGood(this.#host.now);
    return DONE;
  }

  #shutdown(socket: Socket, call: SystemCall): CallResult {
    const { flow } = socket;
    if (!flow || flow.connection.isDone) return failed('ENOTCONN');
    const how = numberOf(call.args[1], 'direction');
    if (how !== 1) socket.isReadShut = true;
    if (how !== 0) {
      socket.isWriteShut = true;
    }
    if (socket.isReadShut && socket.isWriteShut) flow.connection.closeBoth(this.#host.now);
    else if (socket.isWriteShut) flow.connection.close(this.#host.now);
    return DONE;
  }
}

/** The third argument, in bytes. */
function lengthOf(call: SystemCall): number {
  const length = numberOf(call.args[2], 'length');
  if (length < 0 || length > LARGEST_BYTES) throw new OutOfScope(`${call.name} of ${length} bytes`);
  return length;
}

/** Urgent data, and what is to be held back for more, are not modelled. */
function sendFlags(call: SystemCall): number {
  const flags = call.name === 'write' ? 0 : numberOf(call.args[3], 'flags');
  if ((flags & ~(DONT_WAIT | NO_SIGNAL)) !== 0) throw new OutOfScope(`${call.name} with flags ${flags}`);
  return flags;
}

function connected({ flow }: Socket): CallResult | undefined {
  const error = flow?.takeError();
  if (error) return failed(error);
  return flow?.isConnected ? DONE : undefined;
}

function control(socket: Socket, call: SystemCall): CallResult {
  const command = wordAt(call, 1);
  if (command === 'F_GETFL') return { value: READ_WRITE | (socket.isNonBlocking ? NONBLOCKING : 0) };
  if (command !== 'F_SETFL') throw new OutOfScope(`fcntl ${command}`);
  socket.isNonBlocking = (numberOf(call.args[2], 'flags') & NONBLOCKING) !== 0;
  return DONE;
}

function inputQueue({ flow }: Socket, call: SystemCall): CallResult {
  const request = wordAt(call, 1);
  if (request !== 'SIOCINQ' && request !== 'FIONREAD') throw new OutOfScope(`ioctl ${request}`);
  if (!flow) return failed('EINVAL');
  return { value: 0, outputs: new Map([[2, flow.connection.readableBytes]]) };
}
