import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import { ECN } from '../../wire/ipv4';
import { FLAG, type TcpHeader } from '../../wire/tcp';
import type { TcpOption } from '../../wire/tcpOptions';
import { dialectOf } from './dialect';
import { ecnField, ecnFlags, synEcnFlags } from './explicitCongestion';
import { isOn } from './mechanisms';
import { agreedOptions, offeredOptions } from './negotiation';
import { advertiseFirstWindow, advertiseWindow } from './receiveWindow';
import { wrap } from './sequence';
import { timestampAt } from './timestampClock';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** What fits beside timestamps in 40 bytes of options, and without them (RFC 2018 §3). */
const SACK_BLOCKS = { withTimestamps: 3, alone: 4 } as const;
/** Two NOPs, kind and length; then a block's two edges. */
const SACK_HEAD_BYTES = 4;
const SACK_BLOCK_BYTES = 8;
const NO_BYTES = new Uint8Array(0);
const NO_OPTIONS: readonly TcpOption[] = [];
const NOP: TcpOption = { kind: 'nop' };

interface Draft {
  readonly flags: number;
  /** Position of the first byte, or of the SYN or FIN. */
  readonly position: number;
  readonly payload: Uint8Array;
  readonly reason: Reason;
}

/** Sends our SYN; it acknowledges the peer's where that has come. */
export function sendSyn(tcb: TransmissionControlBlock, now: Nanoseconds, reason: Reason): void {
  const flags = tcb.receiveNext > 0 ? FLAG.syn | FLAG.ack : FLAG.syn;
  tcb.sendNext = 1;
  transmit(tcb, now, { flags, position: 0, payload: NO_BYTES, reason });
}

/** Sends `length` bytes of the stream from `position`, and the FIN behind them if `hasFin`. */
export function sendText(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  text: { position: number; length: number; hasFin: boolean; reason: Reason },
): void {
  const { position, length, hasFin, reason } = text;
  const payload = length === 0 ? NO_BYTES : tcb.sendBuffer.view(position - 1, length);
  const isLast = length > 0 && position + length === tcb.sendBuffer.end + 1;
  const flags = FLAG.ack | (isLast ? FLAG.psh : 0) | (hasFin ? FLAG.fin : 0);
  transmit(tcb, now, { flags, position, payload, reason });
  tcb.lastDataSentNs = now;
  if (hasFin && tcb.state === 'CLOSE-WAIT') tcb.state = 'LAST-ACK';
}

/** Sends a segment that carries nothing but an acknowledgment. */
export function sendAck(tcb: TransmissionControlBlock, now: Nanoseconds, reason: Reason): void {
  transmit(tcb, now, { flags: FLAG.ack, position: tcb.sendNext, payload: NO_BYTES, reason });
}

/** Sends an empty segment with an old number, which the peer has to answer (RFC 9293 §3.10.7.4, first). */
export function sendEmptyProbe(tcb: TransmissionControlBlock, now: Nanoseconds, reason: Reason): void {
  transmit(tcb, now, { flags: FLAG.ack, position: tcb.sendUnacked - 1, payload: NO_BYTES, reason });
}

/** Sends the RST of an abort (RFC 9293 §3.10.5); where it carries an ACK, also its options (RFC 7323 §3.2). */
export function sendAbort(tcb: TransmissionControlBlock, now: Nanoseconds, reason: Reason): void {
  const { abortsWithAck } = dialectOf(tcb);
  const flags = abortsWithAck ? FLAG.rst | FLAG.ack : FLAG.rst;
  const options = abortsWithAck ? optionsOf(tcb, now, NO_BYTES) : NO_OPTIONS;
  const header = headerOf(tcb, { flags, position: tcb.highestSent, window: 0, options });
  sendReset(tcb, header, reason);
}

/** Sends a RST that was made for the peer, if the peer's segment calls for one (`resetFor`). */
export function sendReset(
  tcb: TransmissionControlBlock,
  header: TcpHeader | undefined,
  reason: Reason,
): void {
  const { context } = tcb.setup;
  if (!header || !isOn(tcb, 'resets')) return;
  const ecn = ECN.notCapable;
  context.send({ header, payload: NO_BYTES, streamOffset: -1, isRetransmission: false, ecn, reason });
}

function transmit(tcb: TransmissionControlBlock, now: Nanoseconds, draft: Draft): void {
  const { flags, position, payload, reason } = draft;
  const end = position + payload.length + ((flags & (FLAG.syn | FLAG.fin)) === 0 ? 0 : 1);
  const isRetransmission = position < end && position < tcb.highestSent;
  const isSyn = (flags & FLAG.syn) !== 0;
  const window = isSyn ? advertiseFirstWindow(tcb) : advertiseWindow(tcb);
  const options = isSyn ? optionsOfSyn(tcb, now) : optionsOf(tcb, now, payload);
  const isProbe = reason.kind === 'windowProbe';
  const isNewData = payload.length > 0 && !isRetransmission && !isProbe;
  const notices = isSyn ? synEcnFlags(tcb, isRetransmission) : ecnFlags(tcb, isNewData);
  const header = headerOf(tcb, { flags: flags | notices, position, window, options });
  if (position < end) {
    tcb.sentSegments.sent(position, Math.min(end, tcb.sendNext), now, isRetransmission);
    tcb.highestSent = Math.max(tcb.highestSent, end);
  }
  if ((flags & FLAG.ack) !== 0) noteAcknowledged(tcb);
  const streamOffset = payload.length === 0 ? -1 : position - 1;
  const ecn = ecnField(tcb, isNewData);
  tcb.setup.context.send({ header, payload, streamOffset, isRetransmission, ecn, reason });
}

function headerOf(
  tcb: TransmissionControlBlock,
  fields: Pick<TcpHeader, 'flags' | 'window' | 'options'> & { readonly position: number },
): TcpHeader {
  const { flags, position, window, options } = fields;
  const { local, remote, initialSequence } = tcb.setup;
  const hasAck = (flags & FLAG.ack) !== 0;
  return {
    sourcePort: local.port,
    destinationPort: remote.port,
    sequence: wrap(initialSequence, position),
    acknowledgment: hasAck ? wrap(tcb.initialReceiveSequence, tcb.receiveNext) : 0,
    flags,
    window,
    urgentPointer: 0,
    options,
  };
}

function optionsOfSyn(tcb: TransmissionControlBlock, now: Nanoseconds): readonly TcpOption[] {
  return tcb.receiveNext > 0 ? agreedOptions(tcb, now) : offeredOptions(tcb, now);
}

/** SACK blocks ride on data as far as the MSS leaves room: a full segment stays exactly full (RFC 9293 §3.7.1). */
function optionsOf(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  payload: Uint8Array,
): readonly TcpOption[] {
  const isReporting = tcb.hasSack && (tcb.reassembly.bytes > 0 || tcb.duplicate !== undefined);
  const blocks = isReporting ? blocksBeside(tcb, payload.length) : 0;
  if (!tcb.hasTimestamps && blocks === 0) return NO_OPTIONS;
  const options: TcpOption[] = tcb.hasTimestamps
    ? [NOP, NOP, { kind: 'timestamps', value: timestampAt(tcb, now), echo: tcb.recentTimestamp }]
    : [];
  if (blocks > 0) options.push(NOP, NOP, { kind: 'sack', blocks: sackBlocks(tcb, blocks) });
  return options;
}

/** How many blocks fit beside so many bytes of text. */
function blocksBeside(tcb: TransmissionControlBlock, payloadBytes: number): number {
  const limit = tcb.hasTimestamps ? SACK_BLOCKS.withTimestamps : SACK_BLOCKS.alone;
  if (payloadBytes === 0) return limit;
  const room = tcb.sendMaxSegmentBytes - payloadBytes - SACK_HEAD_BYTES;
  return Math.max(0, Math.min(limit, Math.floor(room / SACK_BLOCK_BYTES)));
}

/** What came twice first (RFC 2883 §4), said once; then what is held, newest first (RFC 2018 §4). */
function sackBlocks(
  tcb: TransmissionControlBlock,
  limit: number,
): readonly { left: number; right: number }[] {
  const { duplicate } = tcb;
  tcb.duplicate = undefined;
  const blocks = tcb.reassembly.newestBlocks(duplicate ? limit - 1 : limit);
  const finEnd = dialectOf(tcb).reportsFin ? tcb.peerFin : Infinity;
  const held = blocks.map(({ start, end }) => ({ start, end: end === finEnd ? end + 1 : end }));
  return (duplicate ? [duplicate, ...held] : held).map(({ start, end }) => ({
    left: wrap(tcb.initialReceiveSequence, start),
    right: wrap(tcb.initialReceiveSequence, end),
  }));
}

/** Every segment acknowledges all that came: no other ACK is owed. */
function noteAcknowledged(tcb: TransmissionControlBlock): void {
  tcb.lastAckSent = tcb.receiveNext;
  tcb.ackNow = undefined;
  tcb.unacknowledgedBytes = 0;
  tcb.timers.cancel('delayedAck', { kind: 'segmentSent' });
}
