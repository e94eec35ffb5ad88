import { FLAG, type TcpHeader } from '../../wire/tcp';

/**
 * The RST that answers a segment for which there is no connection (RFC 9293 §3.10.7.1), `undefined` if the segment is
 * a RST itself. `payloadLength` is in bytes.
 */
export function resetFor(header: TcpHeader, payloadLength: number): TcpHeader | undefined {
  const { flags } = header;
  if ((flags & FLAG.rst) !== 0) return undefined;
  const reset = {
    sourcePort: header.destinationPort,
    destinationPort: header.sourcePort,
    window: 0,
    urgentPointer: 0,
    options: [],
  };
  if ((flags & FLAG.ack) !== 0) {
    return { ...reset, sequence: header.acknowledgment, acknowledgment: 0, flags: FLAG.rst };
  }
  const length = payloadLength + ((flags & FLAG.syn) === 0 ? 0 : 1) + ((flags & FLAG.fin) === 0 ? 0 : 1);
  const acknowledgment = (header.sequence + length) >>> 0;
  return { ...reset, sequence: 0, acknowledgment, flags: FLAG.rst | FLAG.ack };
}
