import { NO_BYTES, partOf } from '../wire/octets';
import type { TcpSocket } from './tcpSocket';

/** Hands bytes to a TCP socket as its send buffer has room for them, and closes it behind the last one when asked to. */
export class Outbox {
  readonly #waiting: Uint8Array[] = [];
  #closesWhenEmpty = false;
  #isClosed = false;

  write(socket: TcpSocket, bytes: Uint8Array, cause: number): void {
    if (bytes.length > 0) this.#waiting.push(bytes);
    this.flush(socket, cause);
  }

  /** Nothing more will be written. */
  close(socket: TcpSocket, cause: number): void {
    this.#closesWhenEmpty = true;
    this.flush(socket, cause);
  }

  /** There is room again. */
  flush(socket: TcpSocket, cause: number): void {
    while (this.#waiting.length > 0) {
      const [bytes = NO_BYTES] = this.#waiting;
      const accepted = socket.write(bytes, cause);
      if (accepted < bytes.length) {
        this.#waiting[0] = partOf(bytes, accepted, bytes.length);
        return;
      }
      this.#waiting.shift();
    }
    if (!this.#closesWhenEmpty || this.#isClosed) return;
    this.#isClosed = true;
    socket.close(cause);
  }
}
