import type { Router } from '../experiment';
import type { RawSendApp } from '../rawApps';
import { textPayload } from '../street';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const CLIENT = '100.100.100.1';
const SERVER = '200.200.200.2';
/** For experiments (RFC 3692 §2.1): nothing but IP. */
const PROTOCOL = 253;

/** The two rows of a node: which road leads to the client, which to the server. */
const rows = (toClient: string, toServer: string): Pick<Router, 'routes'> => ({
  routes: [
    { prefix: '100.100.100.0/24', link: toClient },
    { prefix: '200.200.200.0/24', link: toServer },
  ],
});

const saying = (from: string, to: string, text: string, startMs: number): RawSendApp => ({
  kind: 'rawSend',
  host: from,
  to,
  protocol: PROTOCOL,
  payload: textPayload(text),
  pieceBytes: 20,
  startNs: startMs * MS,
  everyNs: 0,
});

/** The note's own pictures: client and server, and a net of nodes that hand a packet on, there and back as they know it. */
export const lectureNote = presetTown({
  id: 'lecture-note',
  topic: 'ip',
  hosts: [host('client', CLIENT, 90, 300), host('server', SERVER, 910, 300)],
  routers: [
    router('N1', '203.0.113.1', 270, 300, rows('client-N1', 'N1-N2')),
    router('N2', '203.0.113.2', 410, 130, rows('N1-N2', 'N2-N3')),
    router('N3', '203.0.113.3', 590, 130, rows('N2-N3', 'N3-N6')),
    router('N4', '203.0.113.4', 410, 470, rows('N1-N4', 'N4-N5')),
    router('N5', '203.0.113.5', 590, 470, rows('N4-N5', 'N5-N6')),
    router('N6', '203.0.113.6', 730, 300, rows('N5-N6', 'N6-server')),
  ],
  roads: [
    road('client', 'N1'),
    road('N1', 'N2'),
    road('N1', 'N4'),
    road('N2', 'N3'),
    road('N2', 'N4'),
    road('N3', 'N5'),
    road('N3', 'N6'),
    road('N4', 'N5'),
    road('N5', 'N6'),
    road('N6', 'server'),
  ],
  apps: [
    { kind: 'rawReceive', host: 'server', protocol: PROTOCOL },
    { kind: 'rawReceive', host: 'client', protocol: PROTOCOL },
    saying('client', SERVER, 'Hello, world!', 0),
    saying('server', CLIENT, 'OK', 100),
  ],
  routing: 'manual',
});
