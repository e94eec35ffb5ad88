import type { AppSocket } from '../../experiment/appSockets';
import type { PortForward } from '../../experiment/experiment';
import { LIMITS } from '../../experiment/limits';
import { parseAddress } from '../../wire/address';

/** Doors as a person types them: `tcp/80 udp/53`. */
export function socketsText(sockets: readonly AppSocket[]): string {
  return sockets.map(({ transport, port }) => `${transport}/${port}`).join(' ');
}

/** Reads what `socketsText` wrote; `undefined` for anything else. */
export function parseSockets(text: string): readonly AppSocket[] | undefined {
  return allOf(text, parseSocket);
}

/** Mappings as a person types them: `tcp/8080=192.168.0.11:80`. */
export function forwardsText(forwards: readonly PortForward[]): string {
  return forwards.map(({ transport, port, to, toPort }) => `${transport}/${port}=${to}:${toPort}`).join(' ');
}

/** Reads what `forwardsText` wrote; `undefined` for anything else. */
export function parseForwards(text: string): readonly PortForward[] | undefined {
  return allOf(text, (word) => {
    const [door = '', inside = ''] = word.split('=');
    const socket = parseSocket(door);
    const [to = '', port = ''] = inside.split(':');
    if (!socket || parseAddress(to) === undefined || !isPort(port)) return undefined;
    return { ...socket, to, toPort: Number(port) };
  });
}

function parseSocket(word: string): AppSocket | undefined {
  const [transport, port = ''] = word.toLowerCase().split('/');
  if ((transport !== 'tcp' && transport !== 'udp') || !isPort(port)) return undefined;
  return { transport, port: Number(port) };
}

function isPort(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= LIMITS.port;
}

function allOf<T>(text: string, read: (word: string) => T | undefined): readonly T[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const found = words.map(read);
  return found.every((one) => one !== undefined) ? found : undefined;
}
