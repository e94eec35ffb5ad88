import { formatAddress } from './address';
import { isArp } from './arp';
import { ipv4ChecksumMark, udpChecksumMark } from './checksumMarks';
import { decodeIpv4, type Ipv4Header, PROTOCOL } from './ipv4';
import { isMalformed, type Malformed } from './malformed';
import { uint16At, uint8At } from './octets';
import { isDnsPort } from './fieldsDns';
import { summaryOfArp } from './summaryArp';
import { summaryOfDns } from './summaryDns';
import { summaryOfIcmp } from './summaryIcmp';
import { type SequenceBase, summaryOfTcp } from './summaryTcp';
import { decodeUdp } from './udp';

/**
 * One line about an IPv4 packet (or ARP message) as tcpdump prints it, without the time; wrong checksums are marked as by `tcpdump -v`.
 * Sequence numbers are absolute without `relativeTo`; `nameOf` says how an address is written. Takes any bytes.
 */
export function summaryOf(
  packet: Uint8Array,
  relativeTo?: SequenceBase,
  nameOf: (address: string) => string = (address) => address,
): string {
  if (isArp(packet)) return summaryOfArp(packet);
  const decoded = decodeIpv4(packet);
  if (isMalformed(decoded)) return `IP ${malformedIpv4(decoded, packet)}`;
  const { header, payload } = decoded;
  const mark = ipv4ChecksumMark(packet);
  return `IP${mark} ${endpointsOf(header, payload, nameOf)}: ${summaryOfPayload(header, payload, relativeTo)}`;
}

/** Addresses, with the ports of UDP and TCP behind a dot. */
function endpointsOf(
  { source, destination, protocol, fragmentOffset }: Ipv4Header,
  payload: Uint8Array,
  nameOf: (address: string) => string,
): string {
  const [from, to] = [nameOf(formatAddress(source)), nameOf(formatAddress(destination))];
  const hasPorts = protocol === PROTOCOL.udp || protocol === PROTOCOL.tcp;
  if (!hasPorts || fragmentOffset > 0 || payload.length < 4) {
    return `${from} > ${to}`;
  }
  const ports = [uint16At(payload, 0), uint16At(payload, 2)] as const;
  return `${from}.${ports[0]} > ${to}.${ports[1]}`;
}

function summaryOfPayload(
  header: Ipv4Header,
  payload: Uint8Array,
  relativeTo: SequenceBase | undefined,
): string {
  if (header.fragmentOffset > 0) return fragmentOf(header.protocol);
  switch (header.protocol) {
    case PROTOCOL.udp:
      return summaryOfUdp(payload, header);
    case PROTOCOL.tcp:
      return summaryOfTcp(payload, header, relativeTo);
    case PROTOCOL.icmp:
      return summaryOfIcmp(payload, header);
    default:
      return `ip-proto-${header.protocol} ${payload.length}`;
  }
}

/** A later fragment shows nothing but its protocol. */
function fragmentOf(protocol: number): string {
  const known = Object.entries(PROTOCOL).find(([, number]) => number === protocol);
  return known === undefined ? `ip-proto-${protocol}` : known[0];
}

function summaryOfUdp(datagram: Uint8Array, carrier: Ipv4Header): string {
  const decoded = decodeUdp(datagram);
  if (!isMalformed(decoded)) {
    const { header, payload } = decoded;
    const isDns = isDnsPort(header.sourcePort, header.destinationPort) && payload.length > 0;
    const words = isDns ? summaryOfDns(payload) : `UDP, length ${payload.length}`;
    return `${udpChecksumMark(datagram, carrier)}${words}`;
  }
  if (datagram.length < 8) return '[|udp]';
  const length = uint16At(datagram, 4);
  return `UDP, bad length ${length}${length < 8 ? ' < 8' : ` > ${datagram.length}`}`;
}

function malformedIpv4({ malformed }: Malformed, packet: Uint8Array): string {
  switch (malformed) {
    case 'badVersion':
      return `bad version ${uint8At(packet, 0) >> 4}`;
    case 'badHeaderLength':
      return `bad-hlen ${(uint8At(packet, 0) & 15) * 4}`;
    case 'badLength':
      return `bad-len ${uint16At(packet, 2)}`;
    default:
      return packet.length < 20
        ? '[|ip]'
        : `truncated-ip - ${uint16At(packet, 2) - packet.length} bytes missing!`;
  }
}
