import { type Dissection, endOfFields, type HeaderLayout, readLayout } from './field';

/** RFC 826, "Packet format", with the address lengths of Ethernet and IPv4. */
const LAYOUT: HeaderLayout = [
  ['arp.hardwareType', 16, 'decimal'],
  ['arp.protocolType', 16, 'hex'],
  ['arp.hardwareLength', 8, 'decimal'],
  ['arp.protocolLength', 8, 'decimal'],
  ['arp.operation', 16, 'decimal'],
  ['arp.senderHardware', 48, 'mac'],
  ['arp.senderProtocol', 32, 'address'],
  ['arp.targetHardware', 48, 'mac'],
  ['arp.targetProtocol', 32, 'address'],
];

/** Dissects the ARP message at byte `start`. */
export function dissectArp(packet: Uint8Array, start: number, end: number): Dissection {
  const fields = readLayout(packet, start, end, LAYOUT);
  return { fields, end: endOfFields(fields, start), payloadEnd: undefined };
}
