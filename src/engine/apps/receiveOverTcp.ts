import type { ReceiveApp } from '../../experiment/experiment';
import type { HostNode } from '../host';
import type { TcpApp } from '../tcpSocket';
import type { World } from '../world';

/** Accepts whoever calls, reads whatever is in order, and closes when the other side has closed. */
export function receiveOverTcp(world: World, host: HostNode, app: ReceiveApp): void {
  const port = app.port.tcp;
  const started = world.record('appStarted', { place: host.place, port }, -1, { kind: 'experimentStarted' });
  host.tcp.listen(port, () => reader(world, host), started);
}

function reader(world: World, host: HostNode): TcpApp {
  return {
    told(notice, socket, cause) {
      if (notice.kind === 'peerClosed') return socket.close(cause);
      if (notice.kind !== 'readable') return undefined;
      const bytes = socket.read(cause);
      if (bytes.length === 0) return undefined;
      const start = world.recorder.addDelivered(bytes);
      const facts = { place: host.place, packet: socket.packet, start, length: bytes.length };
      world.record('bytesDelivered', facts, cause, { kind: 'inOrder' });
      return undefined;
    },
  };
}
