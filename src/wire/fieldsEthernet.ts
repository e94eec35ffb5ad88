import { ETHERNET_HEADER_BYTES, FRAME_CHECK_BYTES, frameCheck } from './ethernet';
import { bytesField, type Field, type HeaderLayout, readLayout } from './field';
import { uint32At } from './octets';

/** RFC 894, as IEEE 802.3 §3.1.1 draws it. */
const LAYOUT: HeaderLayout = [
  ['ethernet.destination', 48, 'mac'],
  ['ethernet.source', 48, 'mac'],
  ['ethernet.etherType', 16, 'hex'],
];

/** The fields before the data of a frame. */
export function ethernetHeaderFields(frame: Uint8Array): readonly Field[] {
  return readLayout(frame, 0, ETHERNET_HEADER_BYTES, LAYOUT);
}

/** The fields after the packet in a frame, which ends at byte `start`: padding, if any, and the check sequence. */
export function ethernetTrailerFields(frame: Uint8Array, start: number): readonly Field[] {
  const checkAt = frame.length - FRAME_CHECK_BYTES;
  const padding = start < checkAt ? [bytesField(frame, 'ethernet.padding', start, checkAt)] : [];
  const value = uint32At(frame, checkAt);
  return [
    ...padding,
    {
      name: 'ethernet.frameCheck',
      startBit: checkAt * 8,
      endBit: frame.length * 8,
      value,
      valid: value === frameCheck(frame.subarray(0, checkAt)),
      display: 'hex',
    },
  ];
}
