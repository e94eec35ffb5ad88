import type { PingApp, TracerouteApp } from '../experiment';

const MS = 1_000_000;

/** Three echo requests of 32 bytes, half a second apart; the identifier tells one host's pings apart. */
export function pinging(host: string, to: string, over: Partial<PingApp> = {}): PingApp {
  return {
    kind: 'ping',
    host,
    to,
    identifier: 1,
    count: 3,
    dataBytes: 32,
    startNs: 0,
    everyNs: 500 * MS,
    ...over,
  };
}

/** Finds the way to an address hop by hop. */
export function tracing(host: string, to: string, over: Partial<TracerouteApp> = {}): TracerouteApp {
  return {
    kind: 'traceroute',
    host,
    port: 50_001,
    to,
    maxHops: 12,
    startNs: 0,
    waitNs: 1000 * MS,
    ...over,
  };
}
