/** Ports up to here are for assigned services; a port stays on its side of the line (RFC 4787 §4.2.1). */
const LAST_SYSTEM_PORT = 1023;
const LAST_PORT = 65_535;

/**
 * The port of a NAT that stands for a port inside: the same one where it is free, else the next free one of the same
 * parity and range (RFC 4787 §4.2.1, §4.2.2), else any of it; undefined where all of the range are taken.
 */
export function freePort(wanted: number, isTaken: (port: number) => boolean): number | undefined {
  const [first, last] = wanted > LAST_SYSTEM_PORT ? [LAST_SYSTEM_PORT + 1, LAST_PORT] : [0, LAST_SYSTEM_PORT];
  const count = last - first + 1;
  for (const step of [2, 1]) {
    for (let i = 0; i < count; i += step) {
      const port = first + ((wanted - first + i) % count);
      // 0 is no port, and yet a fine identifier of an echo; nobody needs it.
      if (port > 0 && !isTaken(port)) return port;
    }
  }
  return undefined;
}
