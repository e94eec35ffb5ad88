import { describe, expect, it } from 'vitest';
import { captureOf } from '../../src/capture/captureOf';
import { simulateAll } from '../../src/engine/simulate';
import { browsing, page, serving, streaming, withRoad } from '../../src/engine/http/webBench';
import type { Experiment } from '../../src/experiment/experiment';
import { writePcapng } from '../../src/capture/pcapng';
import { isTsharkHere, readFileWithTshark } from './tshark';

const FIELDS = [
  'frame.protocols',
  'http.request.method',
  'http.host',
  'http.response.code',
  'http.content_length',
  'tls.record.content_type',
  'tls.record.opaque_type',
  'tls.handshake.type',
  'tls.handshake.extensions_server_name',
  'tls.handshake.ciphersuite',
  '_ws.malformed',
] as const;

/** Wireshark puts streams together again here, other than for the town's own messages. */
const TOGETHER = ['-o', 'tcp.desegment_tcp_streams:TRUE'];

function dissected(experiment: Experiment) {
  const capture = captureOf(simulateAll(experiment), [0], 'client');
  const packets = readFileWithTshark(writePcapng(capture), FIELDS, TOGETHER);
  const valuesOf = (field: (typeof FIELDS)[number]): readonly string[] =>
    packets.map((packet) => packet[field]).filter((value) => value !== '');
  return { packets, valuesOf };
}

describe.skipIf(!isTsharkHere)('Wireshark reads', () => {
  it('request and response of HTTP/1.1, with nothing malformed (RFC 9112 §2.1)', () => {
    const urls = ['http://198.51.100.20/', 'http://198.51.100.20/nothing'];
    const { valuesOf } = dissected(withRoad([serving(), browsing(urls)]));
    expect(valuesOf('_ws.malformed')).toEqual([]);
    expect(valuesOf('http.request.method')).toEqual(['GET', 'GET']);
    expect(valuesOf('http.host')).toEqual(['198.51.100.20', '198.51.100.20']);
    expect(valuesOf('http.response.code')).toEqual(['200', '404']);
    expect(valuesOf('http.content_length')).toEqual(['3000', '14']);
  });

  it('the hellos and records of the model of TLS 1.3, with nothing malformed (RFC 8446 §4.1, §5.1)', () => {
    const apps = [
      serving({ port: 443, tls: true, pages: [page('/', 3000)] }),
      browsing(['https://198.51.100.20/']),
    ];
    const { packets, valuesOf } = dissected(withRoad(apps));
    expect(valuesOf('_ws.malformed')).toEqual([]);
    expect(valuesOf('tls.handshake.type')).toEqual(['1', '2']);
    expect(valuesOf('tls.handshake.ciphersuite')).toEqual(['0x1301', '0x1301']);
    const records = packets
      .map((packet) => packet['tls.record.content_type'] || packet['tls.record.opaque_type'])
      .filter((contentType) => contentType !== '');
    // Hello; hello; the rest of the server's flight; Finished and GET; the answer; a close notify each.
    expect(records).toEqual(['22', '22', '23', '23', '23', '23', '23']);
  });

  it('no QUIC in the model of QUIC, which is not to be taken for it (RFC 9000 §17.2: fixed bit)', () => {
    const { packets, valuesOf } = dissected(withRoad([streaming(), browsing(['h3://198.51.100.20/'])]));
    expect(valuesOf('_ws.malformed')).toEqual([]);
    expect(packets.length).toBeGreaterThan(8);
    expect(new Set(packets.map((packet) => packet['frame.protocols']))).toEqual(new Set(['raw:ip:udp:data']));
  });
});
