import type { PacketFace } from './packetFace';
import { formatAddress } from '../wire/address';
import { decodeEthernet, FRAME_CHECK_BYTES, ETHERNET_HEADER_BYTES } from '../wire/ethernet';
import { formatMac } from '../wire/macAddress';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeTcp, FLAG } from '../wire/tcp';
import { decodeUdp } from '../wire/udp';

/** The layer (RFC 1122 §1.1.3) by whose eyes the town is seen; `all` is the viewer's own. */
export const LENSES = ['all', 'application', 'transport', 'internet', 'link'] as const;
export type Lens = (typeof LENSES)[number];

/** What a layer reads on a packet: two lines and a tab under them, or one line where there is room for one. */
export interface LensLabel {
  readonly lens: Exclude<Lens, 'all'>;
  readonly body: readonly [string, string];
  readonly tab: string;
  readonly line: string;
  readonly short: string;
}

/** A packet on a link, or in line for one: its frame, and the names of the link's two ends. */
export interface Hop {
  readonly frame: Uint8Array;
  readonly from: string;
  readonly to: string;
}

/** What a layer reads on a packet, from the bytes of its frame; null when it never sees that packet. */
export function lensLabel(lens: Exclude<Lens, 'all'>, face: PacketFace, hop: Hop): LensLabel | null {
  // Neighbours ask each other below IP, so that no layer above ever sees it (RFC 826).
  if (face.paper === 'tag' && lens !== 'link') return null;
  // What an app gave to IP itself no transport has seen.
  if (face.paper === 'box' && lens === 'transport') return null;
  switch (lens) {
    case 'application':
      return applicationLabel(face);
    case 'transport':
      return transportLabel(face, hop);
    case 'internet':
      return internetLabel(hop);
    case 'link':
      return linkLabel(face, hop);
  }
}

/** Only what the apps themselves say to each other: no receipts, no handshakes, no notes from the network. */
function applicationLabel({ piece, text, dataBytes }: PacketFace): LensLabel | null {
  if (dataBytes === 0) return null;
  const number = piece > 0 ? `#${piece}` : '';
  const main = text === '' ? `${dataBytes} B` : text;
  return { lens: 'application', body: [main, ''], tab: number, line: main, short: number || main };
}

const FLAG_NAMES = [
  [FLAG.syn, 'SYN'],
  [FLAG.fin, 'FIN'],
  [FLAG.rst, 'RST'],
  [FLAG.psh, 'PSH'],
  [FLAG.ack, 'ACK'],
] as const;

/** Ports, and for TCP flags and numbers, which are counted from the SYNs as everywhere on the stage. */
function transportLabel(face: PacketFace, { frame }: Hop): LensLabel | null {
  const packet = decodeIpv4(dataOf(frame));
  if (isMalformed(packet)) return unreadable('transport');
  const { protocol } = packet.header;
  // ICMP is the internet layer's own; the transports only hear of it from there.
  if (protocol === PROTOCOL.icmp) return null;
  const segment = protocol === PROTOCOL.tcp ? decodeTcp(packet.payload) : decodeUdp(packet.payload);
  if (isMalformed(segment)) return unreadable('transport');
  const { sourcePort, destinationPort } = segment.header;
  const ports = `${sourcePort}→${destinationPort}`;
  if (!('flags' in segment.header)) {
    const size = `${segment.payload.length} B`;
    return {
      lens: 'transport',
      body: [ports, ''],
      tab: `UDP ${size}`,
      line: ports,
      short: `${destinationPort}`,
    };
  }
  const { flags } = segment.header;
  const names = FLAG_NAMES.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);
  const ack = (flags & FLAG.ack) === 0 ? '' : `ack ${face.acknowledgment}`;
  const isBareAck = names.length === 1 && ack !== '' && face.dataBytes === 0;
  return {
    lens: 'transport',
    body: [ports, [`seq ${face.sequence}`, ack].filter(Boolean).join(' ')],
    tab: names.join(' '),
    line: isBareAck ? `${ports} ${ack}` : `${names.join('+')} ${ports}`,
    short: isBareAck ? ack : names.join('+'),
  };
}

const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  [PROTOCOL.tcp]: 'TCP',
  [PROTOCOL.udp]: 'UDP',
  [PROTOCOL.icmp]: 'ICMP',
};

/** Addresses, time to live and what is inside by its number: all that a router reads. */
function internetLabel({ frame }: Hop): LensLabel {
  const packet = decodeIpv4(dataOf(frame));
  if (isMalformed(packet)) return unreadable('internet');
  const { source, destination, timeToLive, protocol } = packet.header;
  const inside = `${PROTOCOL_NAMES[protocol] ?? ''} ${protocol}`.trim();
  return {
    lens: 'internet',
    body: [`${formatAddress(source)}→`, formatAddress(destination)],
    tab: `TTL ${timeToLive} · ${inside}`,
    line: `→${formatAddress(destination)} TTL ${timeToLive}`,
    short: `TTL ${timeToLive}`,
  };
}

/** The two ends of this one link, the size of the frame, and whether its check sequence fits. */
function linkLabel({ paper }: PacketFace, { frame, from, to }: Hop): LensLabel {
  const decoded = decodeEthernet(frame);
  if (isMalformed(decoded)) return unreadable('link');
  const { source, destination } = decoded.header;
  const isArp = paper === 'tag';
  const check = decoded.isIntact ? 'FCS ✓' : 'FCS ✗';
  return {
    lens: 'link',
    body: [`${from} ${shortMac(source)}→`, `${to} ${shortMac(destination)}`],
    tab: [...(isArp ? ['ARP'] : []), check, `${frame.length} B`].join(' · '),
    line: `${from}→${to} ${isArp ? 'ARP' : check}`,
    short: `${from}→${to}`,
  };
}

/** The half of an address that differs in this town. */
function shortMac(address: number): string {
  return `…${formatMac(address).slice(-8)}`;
}

function dataOf(frame: Uint8Array): Uint8Array {
  return frame.subarray(ETHERNET_HEADER_BYTES, frame.length - FRAME_CHECK_BYTES);
}

function unreadable(lens: LensLabel['lens']): LensLabel {
  return { lens, body: ['?', ''], tab: '', line: '?', short: '?' };
}
