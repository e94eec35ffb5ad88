import { ECN } from '../../wire/ipv4';
import { FLAG, type TcpHeader } from '../../wire/tcp';
import type { TcpOption } from '../../wire/tcpOptions';
import { unwrap } from './sequence';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** A segment as it arrived, its sequence numbers as positions. */
export interface Arrival {
  readonly header: TcpHeader;
  /** SEG.SEQ. */
  readonly sequence: number;
  /** SEG.ACK, 0 without the flag. */
  readonly acknowledgment: number;
  /** SEG.LEN: bytes, and one each for SYN and FIN. */
  readonly length: number;
  /** SEG.WND in bytes, scaled. */
  readonly window: number;
  /** Position of the first payload byte. */
  readonly textStart: number;
  readonly payload: Uint8Array;
  readonly hasSyn: boolean;
  readonly hasAck: boolean;
  readonly hasReset: boolean;
  readonly hasFin: boolean;
  readonly timestamps: Timestamps | undefined;
  /** ECN field of the IP header (RFC 3168 §5). */
  readonly ecn: number;
}

export type Timestamps = Extract<TcpOption, { readonly kind: 'timestamps' }>;

/** Reads a segment of a connection whose IRS is known. Only text is ever marked: the rest need not say so. */
export function readArrival(
  tcb: TransmissionControlBlock,
  header: TcpHeader,
  payload: Uint8Array,
  ecn: number = ECN.notCapable,
): Arrival {
  const { flags } = header;
  const hasSyn = (flags & FLAG.syn) !== 0;
  const hasFin = (flags & FLAG.fin) !== 0;
  const hasAck = (flags & FLAG.ack) !== 0;
  const sequence = unwrap(tcb.initialReceiveSequence, header.sequence, tcb.receiveNext);
  return {
    header,
    sequence,
    acknowledgment: hasAck ? unwrap(tcb.setup.initialSequence, header.acknowledgment, tcb.sendUnacked) : 0,
    length: payload.length + (hasSyn ? 1 : 0) + (hasFin ? 1 : 0),
    // The window of a SYN is never scaled (RFC 7323 §2.2).
    window: hasSyn ? header.window : header.window << tcb.sendShift,
    textStart: sequence + (hasSyn ? 1 : 0),
    payload,
    hasSyn,
    hasAck,
    hasReset: (flags & FLAG.rst) !== 0,
    hasFin,
    timestamps: findOption(header.options, 'timestamps'),
    ecn,
  };
}

/** The first option of that kind. */
export function findOption<K extends TcpOption['kind']>(
  options: readonly TcpOption[],
  kind: K,
): Extract<TcpOption, { readonly kind: K }> | undefined {
  for (const option of options) {
    if (option.kind === kind) return option as Extract<TcpOption, { readonly kind: K }>;
  }
  return undefined;
}
