import { hasHeard, offsetFrom, type WindowView } from './windowView';

/** A stretch of the ruler, offsets from the ISS. */
export interface Band<Kind extends string> {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

/** The sender's side: RFC 9293 §3.3.1, figure 3. */
export type SendBand = Band<'acknowledged' | 'inFlight' | 'allowed' | 'notYet'>;
/** The receiver's side: RFC 9293 §3.3.1, figure 4, with what is in the buffer. */
export type ReceiveBand = Band<'read' | 'readable' | 'gap' | 'held' | 'free' | 'notYet'>;

/** A window as a bracket over the ruler. */
export interface Bracket extends Band<'cwnd' | 'rwnd'> {
  /** Bytes. */
  readonly size: number;
  /** The smaller of the two is what holds the sender back. */
  readonly isSmaller: boolean;
}

/**
 * Both windows: the peer's from SND.UNA on; cwnd from the end of the flight back by what is taken to be in the network,
 * since it is that which cwnd limits. Without SACK both begin at SND.UNA.
 */
export function bracketsOf({ near }: Pick<WindowView, 'near'>): readonly Bracket[] {
  const unacked = offsetFrom(near.initialSendSequence, near.sendUnacked);
  const next = offsetFrom(near.initialSendSequence, near.sendNext);
  const start = Math.max(unacked, next - near.pipe);
  const cwnd = { kind: 'cwnd', from: start, to: start + near.cwnd, size: near.cwnd } as const;
  const rwnd = { kind: 'rwnd', from: unacked, to: unacked + near.sendWindow, size: near.sendWindow } as const;
  // Before the peer's SYN there is no window of its to keep to.
  if (near.state === 'SYN-SENT' || near.state === 'LISTEN') return [{ ...cwnd, isSmaller: true }];
  const isCwndSmaller = cwnd.to <= rwnd.to;
  return [
    { ...rwnd, isSmaller: !isCwndSmaller },
    { ...cwnd, isSmaller: isCwndSmaller },
  ];
}

/** The sender's bands from one end of the span to the other. */
export function sendBands(view: Pick<WindowView, 'near' | 'span'>): readonly SendBand[] {
  const { near, span } = view;
  const unacked = offsetFrom(near.initialSendSequence, near.sendUnacked);
  const sent = offsetFrom(near.initialSendSequence, near.highestSent);
  const edge = Math.max(sent, Math.min(...bracketsOf(view).map(({ to }) => to)));
  return within(span, [
    { kind: 'acknowledged', from: 0, to: unacked },
    { kind: 'inFlight', from: unacked, to: sent },
    { kind: 'allowed', from: sent, to: edge },
    { kind: 'notYet', from: edge, to: span.to },
  ]);
}

/** The receiver's bands; empty until it knows what the sender counts from. */
export function receiveBands({
  near,
  far,
  span,
}: Pick<WindowView, 'near' | 'far' | 'span'>): readonly ReceiveBand[] {
  if (!hasHeard(far)) return [];
  const offset = (sequence: number): number => offsetFrom(near.initialSendSequence, sequence);
  const next = offset(far.receiveNext);
  const bands: ReceiveBand[] = [
    { kind: 'read', from: 0, to: next - far.readableBytes },
    { kind: 'readable', from: next - far.readableBytes, to: next },
  ];
  let end = next;
  for (const run of far.reassembly) {
    bands.push({ kind: 'gap', from: end, to: offset(run.start) });
    end = offset(run.end);
    bands.push({ kind: 'held', from: offset(run.start), to: end });
  }
  const edge = Math.max(end, next + far.receiveWindow);
  bands.push({ kind: 'free', from: end, to: edge }, { kind: 'notYet', from: edge, to: span.to });
  return within(span, bands);
}

function within<Kind extends string>(
  span: WindowView['span'],
  bands: readonly Band<Kind>[],
): readonly Band<Kind>[] {
  return bands
    .map((band) => ({ ...band, from: Math.max(span.from, band.from), to: Math.min(span.to, band.to) }))
    .filter(({ from, to }) => to > from);
}
