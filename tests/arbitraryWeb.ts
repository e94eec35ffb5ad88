import fc from 'fast-check';
import { NO_BYTES } from '../src/wire/octets';
import { encodeIpv4, PROTOCOL } from '../src/wire/ipv4';
import { latin1Octets } from '../src/wire/latin1';
import { encodeQuicPacket, QUIC_TAG_BYTES } from '../src/wire/quicModel';
import type { QuicFrame } from '../src/wire/quicFrame';
import { encodeTcp, FLAG } from '../src/wire/tcp';
import { encodeClientHello, encodeTlsRecord, TLS_CONTENT } from '../src/wire/tls';
import { encodeUdp } from '../src/wire/udp';

const [SOURCE, DESTINATION] = [0xc000_020a, 0xc633_6414];

function packetOf(protocol: 'tcp' | 'udp', payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const ports = { sourcePort: 53_124, destinationPort: 443 };
  const rest = { sequence: 1, acknowledgment: 1, flags: FLAG.psh | FLAG.ack, window: 8000, urgentPointer: 0 };
  const segment =
    protocol === 'tcp'
      ? encodeTcp({ ...ports, ...rest, options: [] }, payload, SOURCE, DESTINATION)
      : encodeUdp(ports, payload, SOURCE, DESTINATION);
  const header = {
    typeOfService: 0,
    identification: 1,
    dontFragment: true,
    moreFragments: false,
    fragmentOffset: 0,
    timeToLive: 64,
    protocol: PROTOCOL[protocol],
    source: SOURCE,
    destination: DESTINATION,
    options: NO_BYTES,
  };
  return encodeIpv4(header, segment);
}

function model(kind: 'initial' | 'oneRtt', ...frames: readonly QuicFrame[]): Uint8Array<ArrayBuffer> {
  const [destinationId, sourceId] = [new Uint8Array(8), new Uint8Array(8)];
  return packetOf(
    'udp',
    encodeQuicPacket({ kind, destinationId, sourceId, number: 7, frames }, new Uint8Array(QUIC_TAG_BYTES)),
  );
}

const data = latin1Octets('hello');
const hello = encodeClientHello('www.example.com', new Uint8Array(32), new Uint8Array(32));
const sealed = encodeTlsRecord(TLS_CONTENT.applicationData, new Uint8Array(30));
const alert = encodeTlsRecord(TLS_CONTENT.alert, Uint8Array.of(2, 10));

/** IPv4 packets of the web: HTTP in the clear, records of TLS, packets of the model of QUIC. */
export const webPacket: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc.constantFrom(
  packetOf('tcp', latin1Octets('GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n')),
  packetOf('tcp', latin1Octets('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello')),
  packetOf('tcp', encodeTlsRecord(TLS_CONTENT.handshake, hello, true)),
  packetOf('tcp', Uint8Array.from([...sealed, ...alert, ...sealed])),
  model('initial', { kind: 'crypto', offset: 0, data }, { kind: 'padding', length: 40 }),
  model('oneRtt', { kind: 'ack', ranges: [{ first: 3, last: 5 }] }),
  model('oneRtt', { kind: 'stream', stream: 4, offset: 0, data, isLast: true }),
);
