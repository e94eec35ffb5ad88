import { isArp } from './arp';
import { ETHERNET_HEADER_BYTES, packetEndIn } from './ethernet';
import { bytesField, type Dissection, type Field, type FieldName, type Layer } from './field';
import { dissectArp } from './fieldsArp';
import { ethernetHeaderFields, ethernetTrailerFields } from './fieldsEthernet';
import { dissectDns, dissectDnsOverTcp, isDnsPort } from './fieldsDns';
import { beginsHttp, dissectHttp } from './fieldsHttp';
import { dissectIcmp, isIcmpError } from './fieldsIcmp';
import { dissectIpv4 } from './fieldsIpv4';
import { dissectQuicModel, isQuicModel } from './fieldsQuicModel';
import { dissectTcp } from './fieldsTcp';
import { beginsTls, dissectTls } from './fieldsTls';
import { dissectUdp } from './fieldsUdp';
import { decodeIpv4, type Ipv4Header, PROTOCOL } from './ipv4';
import { isMalformed } from './malformed';
import { uint16At, uint8At } from './octets';
import { readableText } from './readableText';

export { FIELD_NAMES, type Field, type Layer } from './field';

/** An error about an error is never sent (RFC 1122 §3.2.2), so a quote inside a quote is only data. */
const DEEPEST_QUOTE = 1;

/** One byte range of a packet, and how many ICMP errors it lies in. */
interface Part {
  readonly packet: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly quoteDepth: number;
}

/**
 * Cuts an Ethernet frame with an IPv4 packet or an ARP message in it into layers and fields, as `layersOf` does the packet; the trailer
 * (padding and frame check sequence) comes last. The frame must be one that `decodeEthernet` takes.
 */
export function frameLayersOf(frame: Uint8Array): readonly Layer[] {
  const start = ETHERNET_HEADER_BYTES;
  const end = packetEndIn(frame);
  return [
    { protocol: 'ethernet', start: 0, end: start, fields: ethernetHeaderFields(frame) },
    ...packetLayers({ packet: frame, start, end, quoteDepth: 0 }),
    { protocol: 'ethernetTrailer', start: end, end: frame.length, fields: ethernetTrailerFields(frame, end) },
  ];
}

/**
 * Cuts an IPv4 packet (or ARP message) into layers and fields, in packet order. Takes any bytes: what cannot be read as a header is a
 * `data` layer, so that every bit belongs to exactly one field. An ICMP error's quote is dissected too, after it.
 */
export function layersOf(packet: Uint8Array): readonly Layer[] {
  return packetLayers({ packet, start: 0, end: packet.length, quoteDepth: 0 });
}

/** What a frame carries: an ARP message, or an IPv4 packet. */
function packetLayers(part: Part): Layer[] {
  const { packet, start, end } = part;
  if (!isArp(packet.subarray(start, end))) return ipv4Layers(part);
  return layersFrom('arp', part, dissectArp(packet, start, end), payloadLayers);
}

function ipv4Layers(part: Part): Layer[] {
  const ipv4 = dissectIpv4(part.packet, part.start, part.end);
  return layersFrom('ipv4', part, ipv4, (payload) => transportLayers(payload, part.start));
}

/** The layers of what the IPv4 header at `headerStart` carries. */
function transportLayers(part: Part, headerStart: number): Layer[] {
  const { packet, start, end } = part;
  const isFragment = (uint16At(packet, headerStart + 6) & 0x3fff) !== 0;
  const isLaterFragment = (uint16At(packet, headerStart + 6) & 0x1fff) !== 0;
  if (isLaterFragment) return dataLayers('data.payload', part);
  const carrier = isFragment ? undefined : wholeCarrier(packet.subarray(headerStart, end));
  switch (uint8At(packet, headerStart + 9)) {
    case PROTOCOL.udp:
      return layersFrom('udp', part, dissectUdp(packet, start, end, carrier), (payload) =>
        appLayers(payload, start, 'udp'),
      );
    case PROTOCOL.tcp:
      return layersFrom('tcp', part, dissectTcp(packet, start, end, carrier), (payload) =>
        appLayers(payload, start, 'tcp'),
      );
    case PROTOCOL.icmp:
      return icmpLayers(part, carrier !== undefined);
    default:
      return payloadLayers(part);
  }
}

/** The IPv4 header, when all that its total length promises is there. */
function wholeCarrier(bytes: Uint8Array): Ipv4Header | undefined {
  const packet = decodeIpv4(bytes);
  return isMalformed(packet) ? undefined : packet.header;
}

function icmpLayers(part: Part, isWhole: boolean): Layer[] {
  const icmp = dissectIcmp(part.packet, part.start, part.end, isWhole);
  return layersFrom('icmp', part, icmp, (payload) =>
    isIcmpError(uint8At(part.packet, part.start)) && part.quoteDepth < DEEPEST_QUOTE
      ? ipv4Layers({ ...payload, quoteDepth: part.quoteDepth + 1 })
      : payloadLayers(payload),
  );
}

/** The layer of one header, then those of its payload, then whatever is left of the part as data. */
function layersFrom(
  protocol: Layer['protocol'],
  part: Part,
  header: Dissection,
  layersOfPayload: (payload: Part) => Layer[],
): Layer[] {
  const { start, end } = part;
  const payloadEnd = header.payloadEnd ?? header.end;
  const own: Layer[] =
    header.end > start ? [{ protocol, start, end: header.end, fields: header.fields }] : [];
  const payload =
    header.payloadEnd === undefined
      ? []
      : layersOfPayload({ ...part, start: header.end, end: header.payloadEnd });
  return [...own, ...payload, ...dataLayers('data.rest', { ...part, start: payloadEnd, end })];
}

/** What an app sent, behind the transport's header at `headerStart`: a message that can be told from its bytes, or only data. */
function appLayers(part: Part, headerStart: number, transport: 'tcp' | 'udp'): Layer[] {
  const { packet, start, end } = part;
  const ports = [uint16At(packet, headerStart), uint16At(packet, headerStart + 2)] as const;
  const as = (protocol: Layer['protocol'], dissection: Dissection): Layer[] =>
    layersFrom(protocol, part, dissection, payloadLayers);
  if (isDnsPort(...ports)) {
    return as('dns', (transport === 'udp' ? dissectDns : dissectDnsOverTcp)(packet, start, end));
  }
  if (transport === 'udp') {
    const isModel = isQuicModel(packet.subarray(start, end), ports);
    return isModel ? as('quicModel', dissectQuicModel(packet, start, end)) : payloadLayers(part);
  }
  if (beginsHttp(packet, start, end)) return as('http', dissectHttp(packet, start, end));
  return beginsTls(packet, start, end) ? as('tls', dissectTls(packet, start, end)) : payloadLayers(part);
}

function payloadLayers(part: Part): Layer[] {
  return dataLayers('data.payload', part);
}

function dataLayers(name: FieldName, { packet, start, end }: Part): Layer[] {
  if (start === end) return [];
  return [{ protocol: 'data', start, end, fields: [dataField(packet, name, start, end)] }];
}

/** Bytes that are readable UTF-8 are shown as text, others in hex. */
function dataField(packet: Uint8Array, name: FieldName, start: number, end: number): Field {
  const field = bytesField(packet, name, start, end);
  const text = readableText(packet.subarray(start, end));
  return text === undefined ? field : { ...field, value: text, display: 'text' };
}
