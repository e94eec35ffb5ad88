import { bytesField, type Dissection, endOfFields, type Field, type HeaderLayout, readLayout } from './field';
import { decodeQuicFrames, type QuicFrame } from './quicFrame';
import { CONNECTION_ID_BYTES, decodeQuicPacket, QUIC_TAG_BYTES, quicLayoutOf } from './quicModel';

/** Where the model of QUIC is spoken unless a URL says otherwise. */
const PORT = 443;

const FIRST: HeaderLayout = [['quicModel.firstByte', 8, 'hex']];
const VERSION: HeaderLayout = [['quicModel.version', 32, 'hex']];
const ID_LENGTH: HeaderLayout = [['quicModel.idLength', 8, 'decimal']];
const NUMBER: HeaderLayout = [['quicModel.number', 32, 'decimal']];

/** Whether a datagram's data are a packet of the model; one with a short header could be anything on other ports. */
export function isQuicModel(data: Uint8Array, ports: readonly [number, number]): boolean {
  const packet = decodeQuicPacket(data);
  return packet !== undefined && (packet.kind !== 'oneRtt' || ports.includes(PORT));
}

/** Dissects a packet that `isQuicModel` takes. RFC 9000 §17, §19. */
export function dissectQuicModel(packet: Uint8Array, start: number, end: number): Dissection {
  const data = packet.subarray(start, end);
  const { kind, headerEnd, framesEnd } = quicLayoutOf(data)!;
  const fields = readLayout(packet, start, end, FIRST);
  const id = (name: 'quicModel.destinationId' | 'quicModel.sourceId'): void => {
    if (kind !== 'oneRtt') fields.push(...readLayout(packet, endOfFields(fields, start), end, ID_LENGTH));
    const at = endOfFields(fields, start);
    fields.push(bytesField(packet, name, at, at + CONNECTION_ID_BYTES));
  };
  if (kind !== 'oneRtt') fields.push(...readLayout(packet, endOfFields(fields, start), end, VERSION));
  id('quicModel.destinationId');
  if (kind !== 'oneRtt') id('quicModel.sourceId');
  fields.push(...readLayout(packet, endOfFields(fields, start), end, NUMBER));
  for (const placed of decodeQuicFrames(data.subarray(headerEnd, framesEnd)) ?? []) {
    const from = start + headerEnd;
    fields.push(frameField(packet, placed.frame, from + placed.start, from + placed.end));
  }
  fields.push(bytesField(packet, 'quicModel.tag', end - QUIC_TAG_BYTES, end));
  return { fields, end, payloadEnd: end };
}

function frameField(packet: Uint8Array, frame: QuicFrame, start: number, end: number): Field {
  return { ...bytesField(packet, 'quicModel.frame', start, end), value: frameText(frame), display: 'text' };
}

/** A frame in the words of RFC 9000 §19. */
function frameText(frame: QuicFrame): string {
  switch (frame.kind) {
    case 'padding':
      return `PADDING ${frame.length}`;
    case 'ping':
      return 'PING';
    case 'ack':
      return `ACK ${frame.ranges.map(({ first, last }) => (first === last ? `${last}` : `${first}–${last}`)).join(', ')}`;
    case 'crypto':
      return `CRYPTO ${frame.offset}+${frame.data.length}`;
    case 'stream':
      return `STREAM ${frame.stream}: ${frame.offset}+${frame.data.length}${frame.isLast ? ' FIN' : ''}`;
    case 'handshakeDone':
      return 'HANDSHAKE_DONE';
    case 'close':
      return 'CONNECTION_CLOSE';
  }
}
