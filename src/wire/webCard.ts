import { beginsHttp } from './fieldsHttp';
import { isQuicModel } from './fieldsQuicModel';
import { beginsTls } from './fieldsTls';
import { parseHead } from './httpHead';
import { latin1Text } from './latin1';
import { isMalformed } from './malformed';
import { uint8At } from './octets';
import { decodeQuicPacket, type QuicPacket } from './quicModel';
import { TLS_CONTENT, TLS_HANDSHAKE, TLS_RECORD_HEADER_BYTES } from './tls';
import { decodeUdp } from './udp';

const FIRST_LINE = /^[^\r\n]*/;

/** What is written on a segment in which a message of HTTP (`GET /`, `200 OK`) or a record of TLS begins; else null. */
export function webCardOfSegment(payload: Uint8Array): string | null {
  if (beginsHttp(payload, 0, payload.length)) {
    const head = parseHead(FIRST_LINE.exec(latin1Text(payload))![0]);
    if (head?.kind === 'request') return `${head.method} ${head.target}`;
    return head ? `${head.status} ${head.phrase}` : null;
  }
  return beginsTls(payload, 0, payload.length) ? tlsCard(payload) : null;
}

/** The same of a datagram with a packet of the model of QUIC: its kind or stream, and its number; else null. */
export function webCardOfDatagram(datagram: Uint8Array): string | null {
  const udp = decodeUdp(datagram);
  if (isMalformed(udp)) return null;
  const { header, payload } = udp;
  const isModel = isQuicModel(payload, [header.sourcePort, header.destinationPort]);
  const packet = isModel ? decodeQuicPacket(payload) : undefined;
  return packet ? `${contentOf(packet)} #${packet.number}` : null;
}

function tlsCard(payload: Uint8Array): string {
  switch (uint8At(payload, 0)) {
    case TLS_CONTENT.handshake: {
      const type = payload[TLS_RECORD_HEADER_BYTES];
      return type === TLS_HANDSHAKE.clientHello ? 'ClientHello' : 'ServerHello';
    }
    case TLS_CONTENT.alert:
      return 'TLS alert';
    default:
      return 'TLS';
  }
}

function contentOf({ kind, frames }: QuicPacket): string {
  const stream = frames.find((frame) => frame.kind === 'stream');
  if (stream) return `stream ${stream.stream}`;
  if (frames.some((frame) => frame.kind === 'crypto')) return kind === 'initial' ? 'Initial' : 'Handshake';
  if (frames.some((frame) => frame.kind === 'close')) return 'close';
  if (frames.some((frame) => frame.kind === 'handshakeDone')) return 'done';
  return frames.some((frame) => frame.kind === 'ack') ? 'ACK' : 'PING';
}
