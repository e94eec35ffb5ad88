import type { Nanoseconds } from '../../experiment/experiment';
import type { TcpHeader } from '../../wire/tcp';
import type { TcpOption } from '../../wire/tcpOptions';
import { findOption } from './arrival';
import { dialectOf } from './dialect';
import { negotiateEcn } from './explicitCongestion';
import { isOn } from './mechanisms';
import { timestampAt } from './timestampClock';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Two NOPs and the timestamps option: what every segment carries once they are agreed on (RFC 7323 appendix A). */
const TIMESTAMPS_BYTES = 12;
/** What a peer without an MSS option takes (RFC 9293 §3.7.1). */
const DEFAULT_MSS_BYTES = 536;
/** IPv4 and TCP headers without options. */
const HEADER_BYTES = 40;
/** A lie about the path must not make segments tiny (RFC 1191 §3: every path carries 68 bytes). */
const SMALLEST_PACKET = 68;
/** Linux's ip_rt_min_pmtu: no path that carries less is met any more. */
const SMALLEST_LIKELY_PACKET = 552;
/** RFC 7323 §2.3. */
const LARGEST_SHIFT = 14;

const NOP: TcpOption = { kind: 'nop' };

/** Text of a full segment on a link that carries packets of `mtuBytes` (RFC 9293 §3.7.1, RFC 6691 §4). */
export function segmentBytesOn(mtuBytes: number, hasTimestamps: boolean): number {
  return mtuBytes - HEADER_BYTES - (hasTimestamps ? TIMESTAMPS_BYTES : 0);
}

/** The options of our SYN: everything the experiment offers. */
export function offeredOptions(tcb: TransmissionControlBlock, now: Nanoseconds): readonly TcpOption[] {
  const { options } = tcb.setup;
  return synOptions(tcb, now, {
    timestamps: options.timestamps,
    sack: options.sackPermitted,
    windowScale: options.windowScale,
  });
}

/** The options of our SYN-ACK: of what we offer, what the peer's SYN offered too. */
export function agreedOptions(tcb: TransmissionControlBlock, now: Nanoseconds): readonly TcpOption[] {
  return synOptions(tcb, now, {
    timestamps: tcb.hasTimestamps,
    sack: tcb.hasSack,
    windowScale: tcb.isScaling ? tcb.setup.options.windowScale : null,
  });
}

/** Takes the peer's SYN: an option is used only if both sides offer it (RFC 7323 §1.3, RFC 2018 §2). */
export function negotiate(tcb: TransmissionControlBlock, header: TcpHeader): void {
  const { options } = header;
  const own = tcb.setup.options;
  const scale = findOption(options, 'windowScale');
  const timestamps = findOption(options, 'timestamps');
  tcb.hasTimestamps = own.timestamps && timestamps !== undefined;
  tcb.recentTimestamp = timestamps?.value ?? 0;
  negotiateEcn(tcb, header);
  tcb.hasSack = own.sackPermitted && findOption(options, 'sackPermitted') !== undefined;
  tcb.isScaling = own.windowScale !== null && scale !== undefined;
  tcb.sendShift = tcb.isScaling ? Math.min(scale!.shift, LARGEST_SHIFT) : 0;
  tcb.receiveShift = tcb.isScaling ? own.windowScale! : 0;
  const peerMss = findOption(options, 'maxSegmentSize')?.bytes ?? DEFAULT_MSS_BYTES;
  const limit = Math.min(peerMss, tcb.pathPacketBytes - HEADER_BYTES);
  const largest = Math.min(announcedMss(tcb), isOn(tcb, 'segmentSizeLimit') ? limit : Infinity);
  tcb.sendMaxSegmentBytes = Math.max(1, largest - (tcb.hasTimestamps ? TIMESTAMPS_BYTES : 0));
}

/** The path takes packets of so many bytes at most; answers whether segments have to be smaller than they were. */
export function shrinkSegments(tcb: TransmissionControlBlock, packetBytes: number): boolean {
  const least = dialectOf(tcb).doubtsSmallPaths ? SMALLEST_LIKELY_PACKET : SMALLEST_PACKET;
  if (packetBytes >= tcb.pathPacketBytes || !isOn(tcb, 'segmentSizeLimit')) return false;
  tcb.pathPacketBytes = Math.max(packetBytes, least);
  const bytes = segmentBytesOn(tcb.pathPacketBytes, tcb.hasTimestamps);
  // Before the handshake is over, it is but remembered.
  if (tcb.sendUnacked === 0 || bytes >= tcb.sendMaxSegmentBytes) return false;
  tcb.sendMaxSegmentBytes = bytes;
  tcb.congestion.segmentsAre(bytes);
  return true;
}

/** Payload bytes of a full segment of the peer's, options taken off. */
export function receiveSegmentBytes(tcb: TransmissionControlBlock): number {
  return announcedMss(tcb) - (tcb.hasTimestamps ? TIMESTAMPS_BYTES : 0);
}

/** What our MSS option says: payload and the options of a full segment (RFC 9293 §3.7.1). */
function announcedMss(tcb: TransmissionControlBlock): number {
  const { maxSegmentBytes, options } = tcb.setup;
  return maxSegmentBytes + (options.timestamps ? TIMESTAMPS_BYTES : 0);
}

interface SynOffer {
  readonly timestamps: boolean;
  readonly sack: boolean;
  readonly windowScale: number | null;
}

/** Laid out as Linux does, so that each option is aligned. */
function synOptions(tcb: TransmissionControlBlock, now: Nanoseconds, offer: SynOffer): readonly TcpOption[] {
  const bytes = announcedMss(tcb);
  const options: TcpOption[] = [{ kind: 'maxSegmentSize', bytes }];
  if (offer.sack && !offer.timestamps) options.push(NOP, NOP);
  if (offer.sack) options.push({ kind: 'sackPermitted' });
  if (!offer.sack && offer.timestamps) options.push(NOP, NOP);
  if (offer.timestamps) {
    options.push({ kind: 'timestamps', value: timestampAt(tcb, now), echo: tcb.recentTimestamp });
  }
  if (offer.windowScale !== null) options.push(NOP, { kind: 'windowScale', shift: offer.windowScale });
  return options;
}
