import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { browsing, page, serving, streaming, withRoad } from '../engine/http/webBench';
import type { App } from '../experiment/experiment';
import { packetFactsOf } from '../trace/packetFacts';
import { summaryOf } from './summary';
import { webCardOfSegment } from './webCard';

/** What is written on the packets of a run that begin something of the web, in the order of sending. */
function cardsOf(apps: readonly App[]): readonly string[] {
  const run = simulateAll(withRoad(apps));
  return Array.from({ length: run.traces[0]!.packetCount }, (_, packet) =>
    packetFactsOf(run, { lane: 0, packet }),
  ).flatMap((facts) => (facts?.web ? [facts.web] : []));
}

const SERVER = '198.51.100.20';

describe('a packet of the web is called', () => {
  it('by the start line of HTTP (RFC 9112 §2.1)', () => {
    expect(cardsOf([serving(), browsing([`http://${SERVER}/`, `http://${SERVER}/no`])])).toEqual([
      'GET /',
      '200 OK',
      'GET /no',
      '404 Not Found',
    ]);
  });

  it('by the hellos of TLS, else only TLS: nobody on the way can read more (RFC 8446 §5)', () => {
    const apps = [
      serving({ port: 443, tls: true, pages: [page('/', 10)] }),
      browsing([`https://${SERVER}/`]),
    ];
    expect(cardsOf(apps)).toEqual(['ClientHello', 'ServerHello', 'TLS', 'TLS', 'TLS', 'TLS']);
  });

  it('by stream and packet number in the model of QUIC (RFC 9000 §12)', () => {
    expect(cardsOf([streaming([page('/', 10)]), browsing([`h3://${SERVER}/`])])).toEqual([
      'Initial #0',
      'Initial #0',
      'Handshake #1',
      'Handshake #2',
      'ACK #1',
      'ACK #2',
      'Handshake #3',
      'stream 0 #4',
      'done #3',
      'stream 0 #4',
      'ACK #5',
      'ACK #6',
    ]);
  });

  it('nothing where it only goes on, or is no web at all', () => {
    expect(webCardOfSegment(new Uint8Array(10).fill(0x61))).toBe(null);
    expect(webCardOfSegment(new Uint8Array(0))).toBe(null);
  });

  it('in a line as tcpdump writes it', () => {
    const run = simulateAll(withRoad([serving(), browsing([`http://${SERVER}/`])]));
    const lines = Array.from({ length: run.traces[0]!.packetCount }, (_, id) =>
      summaryOf(run.traces[0]!.packet(id).bytes),
    );
    expect(lines.find((line) => line.includes('HTTP'))).toMatch(/length 39: HTTP: GET \/ HTTP\/1\.1$/);
  });
});
