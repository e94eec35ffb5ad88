import { strToU8 } from 'fflate';

/** What was captured there: IP packets, or whole Ethernet frames with their check sequences. */
export interface CaptureInterface {
  readonly name: string;
  readonly kind: 'ip' | 'ethernet';
}

/** A packet as an interface saw it. */
export interface CapturedPacket {
  /** Position of the interface in its capture. */
  readonly at: number;
  /** Since the start of the run, which the file gives as the start of 1970. */
  readonly timeNs: number;
  readonly direction: 'inbound' | 'outbound';
  /** The IP packet or frame at that moment. */
  readonly bytes: Uint8Array;
  /** What the network did to it, for people; empty when there is nothing to say. */
  readonly comment: string;
}

export interface Capture {
  readonly interfaces: readonly CaptureInterface[];
  /** In order of time. */
  readonly packets: readonly CapturedPacket[];
}

const BLOCK = { sectionHeader: 0x0a0d0d0a, interfaceDescription: 1, enhancedPacket: 6 } as const;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
/** Raw IP is told its version by the first nibble. */
const LINK_TYPE = { ethernet: 1, ip: 101 } as const;
const FRAME_CHECK_BYTES = Uint8Array.of(4);
/** Times in 10⁻⁹ s. */
const NANOSECOND_RESOLUTION = Uint8Array.of(9);
const OPTION = {
  comment: 1,
  userApplication: 4,
  interfaceName: 2,
  packetFlags: 2,
  timeResolution: 9,
  frameCheckLength: 13,
} as const;
const DIRECTION_FLAGS = { inbound: 1, outbound: 2 } as const;
const NO_BYTES = new Uint8Array(0);

type Option = readonly [code: number, value: Uint8Array];

/** The capture as a pcapng file (draft-ietf-opsawg-pcapng §4): one section, little-endian. */
export function writePcapng({ interfaces, packets }: Capture): Uint8Array<ArrayBuffer> {
  return joined([
    sectionHeader(),
    ...interfaces.map((one) => interfaceDescription(one)),
    ...packets.map((packet) => enhancedPacket(packet)),
  ]);
}

function sectionHeader(): Uint8Array {
  const fixed = new Uint8Array(16);
  const view = new DataView(fixed.buffer);
  view.setUint32(0, BYTE_ORDER_MAGIC, true);
  view.setUint16(4, 1, true);
  view.setUint16(6, 0, true);
  // Section length -1: not given, the section ends with the file.
  view.setBigInt64(8, -1n, true);
  return block(BLOCK.sectionHeader, fixed, NO_BYTES, [[OPTION.userApplication, strToU8('Packet Town')]]);
}

function interfaceDescription({ name, kind }: CaptureInterface): Uint8Array {
  const fixed = new Uint8Array(8);
  const view = new DataView(fixed.buffer);
  view.setUint16(0, LINK_TYPE[kind], true);
  // Snap length 0: packets are never cut.
  view.setUint32(4, 0, true);
  return block(BLOCK.interfaceDescription, fixed, NO_BYTES, [
    [OPTION.interfaceName, strToU8(name)],
    [OPTION.timeResolution, NANOSECOND_RESOLUTION],
    ...(kind === 'ethernet' ? [[OPTION.frameCheckLength, FRAME_CHECK_BYTES] as const] : []),
  ]);
}

function enhancedPacket({ at, timeNs, direction, bytes, comment }: CapturedPacket): Uint8Array {
  const fixed = new Uint8Array(20);
  const view = new DataView(fixed.buffer);
  const time = BigInt(timeNs);
  view.setUint32(0, at, true);
  view.setUint32(4, Number(time >> 32n), true);
  view.setUint32(8, Number(time & 0xffff_ffffn), true);
  view.setUint32(12, bytes.length, true);
  view.setUint32(16, bytes.length, true);
  const flags = Uint8Array.of(DIRECTION_FLAGS[direction], 0, 0, 0);
  const comments: readonly Option[] = comment === '' ? [] : [[OPTION.comment, strToU8(comment)]];
  return block(BLOCK.enhancedPacket, fixed, bytes, [...comments, [OPTION.packetFlags, flags]]);
}

/** Type, length, fixed part, padded data, options, length again (§3.1). */
function block(
  type: number,
  fixed: Uint8Array,
  data: Uint8Array,
  options: readonly Option[],
): Uint8Array<ArrayBuffer> {
  const body = joined([fixed, padded(data), ...options.map(optionBytes), new Uint8Array(4)]);
  const length = body.length + 12;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, length, true);
  bytes.set(body, 8);
  view.setUint32(length - 4, length, true);
  return bytes;
}

function optionBytes([code, value]: Option): Uint8Array {
  const head = new Uint8Array(4);
  const view = new DataView(head.buffer);
  view.setUint16(0, code, true);
  view.setUint16(2, value.length, true);
  return joined([head, padded(value)]);
}

/** Filled with zeros to a multiple of 4 bytes. */
function padded(bytes: Uint8Array): Uint8Array {
  const room = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  room.set(bytes);
  return room;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
