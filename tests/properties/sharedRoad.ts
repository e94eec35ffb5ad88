import { house, inTown, post, road } from '../../src/engine/townBench';
import { autoRoutes } from '../../src/experiment/autoRoutes';
import type { Experiment, Link, Nanoseconds, SendApp } from '../../src/experiment/experiment';
import { filePayload } from '../../src/experiment/street';
import type { TcpOptions } from '../../src/experiment/tcpOptions';
import { RFC_TCP } from '../../src/experiment/tcpPresets';

const MS = 1_000_000;
/** More than a minute of the fastest road here. */
const FILE = filePayload('long', 'application/octet-stream', new Uint8Array(40 * 1024 * 1024));

/** A file that goes on for more than a minute, in segments of 1004 bytes. */
export const send = (host: string, to: string, over: Partial<SendApp>): SendApp => ({
  kind: 'send',
  host,
  port: 50_000,
  to: { address: to, port: { tcp: 80, udp: 80 } },
  payload: FILE,
  pieceBytes: 1004,
  startNs: 0,
  everyNs: 0,
  ...over,
});

interface Flows {
  /** Settings of each. */
  readonly first?: Partial<TcpOptions>;
  readonly second?: Partial<TcpOptions>;
  readonly secondStartNs?: Nanoseconds;
  /** Of the road from B to the narrow one. */
  readonly secondDelayNs?: Nanoseconds;
  /** The roads behind the narrow one. */
  readonly beyond?: Partial<Link>;
}

/** A and B send to X and Y over one narrow road; B begins 300 ms later. */
export function sharedRoad(narrow: Partial<Link>, flows: Flows = {}): Experiment {
  const { first = {}, second = {}, secondStartNs = 300 * MS, secondDelayNs = MS, beyond = {} } = flows;
  const near = { delayNs: MS };
  const town = autoRoutes({
    hosts: [
      house('A', '192.0.2.1', 'A-R1'),
      house('B', '192.0.2.2', 'B-R1'),
      house('X', '198.51.100.1', 'R2-X'),
      house('Y', '198.51.100.2', 'R2-Y'),
    ],
    routers: [post('R1', '203.0.113.1'), post('R2', '203.0.113.2')],
    links: [
      road('A', 'R1', near),
      road('B', 'R1', { delayNs: secondDelayNs }),
      road('R1', 'R2', narrow),
      road('R2', 'X', { ...near, ...beyond }),
      road('R2', 'Y', { ...near, ...beyond }),
    ],
  });
  const port = { tcp: 80, udp: 80 };
  return inTown(
    town,
    [
      { kind: 'receive', host: 'X', port },
      { kind: 'receive', host: 'Y', port },
      send('A', '198.51.100.1', { tcpChanges: first }),
      send('B', '198.51.100.2', { tcpChanges: second, startNs: secondStartNs }),
    ],
    { lanes: ['tcp'], tcp: RFC_TCP },
  );
}
