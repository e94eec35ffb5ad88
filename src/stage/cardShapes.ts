import type { Transport } from '../experiment/experiment';
import type { Size } from '../ui/useSize';
import type { PacketFace, Signal } from './packetFace';

/** Path data around the origin: elements and pictures draw packets in the same outlines. */

/** Edges of papers that no transport made: the colours of their layers, link and internet. */
export const BARE_EDGES = { tag: '#56657f', box: '#8a5f2f' } as const;
export type BarePaper = keyof typeof BARE_EDGES;

/** The token of the colour that says what a packet is. */
export function fillName(
  { paper, signal }: Pick<PacketFace, 'paper' | 'signal'>,
  transport: Transport,
): 'icmp' | 'dns' | 'loss' | 'ack' | 'card' | Transport {
  if (paper === 'slip') return 'icmp';
  if (paper === 'card') return 'dns';
  if (paper === 'tag' || paper === 'box') return 'card';
  if (signal === 'RST') return 'loss';
  return paper === 'stub' ? 'ack' : transport;
}

/** Even the smallest mark says what it is without its colour; `r` is half of its size. */
export function dotShape({ paper, signal }: Pick<PacketFace, 'paper' | 'signal'>, r: number): string {
  if (signal === 'RST') return `M${-r * 0.4} ${-r}h${r * 0.8}L${r} 0L${r * 0.4} ${r}h${-r * 0.8}L${-r} 0z`;
  if (signal === 'FIN') return `M${-r} ${-r * 0.8}H${r}L0 ${r}z`;
  if (signal !== null) return `M0 ${-r}L${r} ${r * 0.8}H${-r}z`;
  if (paper === 'stub') return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0z`;
  if (paper === 'postcard') return `M${-r} ${-r}h${r * 1.1}l${r * 0.9} ${r * 0.9}V${r}H${-r}z`;
  if (paper === 'card') return `M${-r} ${-r * 0.4}h${r * 0.6}v${-r * 0.6}h${r * 1.4}V${r}H${-r}z`;
  return paper === 'letter' ? `M${-r} ${-r}H${r}V${r}H${-r}z` : `M0 ${-r}L${r} 0L0 ${r}L${-r} 0z`;
}

/** Up-triangle for SYN, down-triangle for FIN, octagon for RST; the origin is the middle of its top, 14 units high. */
export const FLAG_SHAPES: Readonly<Record<Signal, string>> = {
  SYN: 'M0 1L7 13H-7z',
  'SYN+ACK': 'M0 1L7 13H-7z',
  FIN: 'M-7 1H7L0 13z',
  RST: 'M-3 1H3L7 5V10L3 14H-3L-7 10V5z',
};

/** A postcard's cut corner. */
export function postcardCut({ height }: Size, unit: number): number {
  return Math.min(11 * unit, height * 0.3);
}

/** A postcard: one corner is cut. */
export function postcardShape(size: Size, unit: number): string {
  const { width, height } = size;
  const cut = postcardCut(size, unit);
  return `M${-width / 2} ${-height / 2}h${width - cut}l${cut} ${cut}v${height - cut}h${-width}z`;
}

/** A card of the phone book: an index tab stands over its left end. */
export function indexCardShape({ width, height }: Size, unit: number): string {
  const tab = { width: Math.min(width * 0.4, 22 * unit), height: 5 * unit };
  return `M${-width / 2} ${-height / 2}v${-tab.height}h${tab.width}l${4 * unit} ${tab.height}H${width / 2}V${height / 2}H${-width / 2}z`;
}

/** The tick at the left end of a receipt. */
export function tickShape({ width }: Size, fontSize: number): string {
  const tick = fontSize * 0.5;
  const left = -width / 2 + fontSize * 0.35;
  return `M${left + tick * 0.2} ${tick * 0.1}l${tick * 0.5} ${tick * 0.55}l${tick * 0.9} ${-tick * 1.2}`;
}

/** Width of the counter at the right end of a receipt that repeats the last one. */
export function counterWidth({ duplicateAck }: PacketFace, fontSize: number): number {
  return duplicateAck > 0 ? fontSize * 1.5 : 0;
}

/** Middle of a receipt's number, between its tick and its counter. */
export function stubTextX({ width }: Size, counter: number, fontSize: number): number {
  const left = -width / 2 + fontSize * 0.35;
  return (left + fontSize * 0.9 + width / 2 - counter) / 2 - fontSize * 0.1;
}

/** The torn lower edge of a packet of which a bit was inverted. */
export function tornShape({ width, height }: Size, unit: number): string {
  const step = width / 8;
  let edge = `M${-width / 2} ${height / 2 + 2 * unit}`;
  for (let i = 1; i <= 8; i += 1) edge += `L${-width / 2 + step * i} ${height / 2 + (i % 2 ? -5 : 2) * unit}`;
  return edge;
}

/** The lines over a copy that the network made. */
export function hatchShape({ width, height }: Size): string {
  const lines: string[] = [];
  for (let x = -width / 2; x < width / 2; x += 7) {
    const run = Math.min(height, width / 2 - x);
    lines.push(`M${x} ${height / 2}l${run} ${-run}`);
  }
  return lines.join('');
}

/** The lozenge of a packet that a queue has marked; `half` is half of its width. */
export function lozengeShape(half: number): string {
  return `M0 ${-half * 1.15}L${half * 1.25} 0L0 ${half * 1.15}L${-half * 1.25} 0z`;
}
