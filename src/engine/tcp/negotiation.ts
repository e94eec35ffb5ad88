import type { Nanoseconds } from '../../experiment/experiment';
import type { TcpHeader } from '../../wire/tcp';
import type { TcpOption } from '../../wire/tcpOptions';
import { findOption } from './arrival';
import { timestampAt } from './timestampClock';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Two NOPs and the timestamps option: what every segment carries once they are agreed on (RFC 7323 appendix A). */
const TIMESTAMPS_BYTES = 12;
/** What a peer without an MSS option takes (RFC 9293 §3.7.1). */
const DEFAULT_MSS_BYTES = 536;
/** RFC 7323 §2.3. */
const LARGEST_SHIFT = 14;

const NOP: TcpOption = { kind: 'nop' };

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
export function negotiate(tcb: TransmissionControlBlock, { options }: TcpHeader): void {
  const own = tcb.setup.options;
  const scale = findOption(options, 'windowScale');
  const timestamps = findOption(options, 'timestamps');
  tcb.hasTimestamps = own.timestamps && timestamps !== undefined;
  tcb.recentTimestamp = timestamps?.value ?? 0;
  tcb.hasSack = own.sackPermitted && findOption(options, 'sackPermitted') !== undefined;
  tcb.isScaling = own.windowScale !== null && scale !== undefined;
  tcb.sendShift = tcb.isScaling ? Math.min(scale!.shift, LARGEST_SHIFT) : 0;
  tcb.receiveShift = tcb.isScaling ? own.windowScale! : 0;
  const peerMss = findOption(options, 'maxSegmentSize')?.bytes ?? DEFAULT_MSS_BYTES;
  const peerPayload = peerMss - (tcb.hasTimestamps ? TIMESTAMPS_BYTES : 0);
  tcb.sendMaxSegmentBytes = Math.max(1, Math.min(tcb.setup.maxSegmentBytes, peerPayload));
}

interface SynOffer {
  readonly timestamps: boolean;
  readonly sack: boolean;
  readonly windowScale: number | null;
}

/** Laid out as Linux does, so that each option is aligned. */
function synOptions(tcb: TransmissionControlBlock, now: Nanoseconds, offer: SynOffer): readonly TcpOption[] {
  const { maxSegmentBytes, options: own } = tcb.setup;
  const bytes = maxSegmentBytes + (own.timestamps ? TIMESTAMPS_BYTES : 0);
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
