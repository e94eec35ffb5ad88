import type { Ipv4Address } from './address';
import { type MacAddress, macAt, setMac } from './macAddress';
import type { Malformed } from './malformed';
import { newOctets, setUint16, setUint32, uint16At, uint32At, uint8At } from './octets';

/** Who asks for whom, and what for: "who has this address", or the answer to it. RFC 826. */
export const ARP_OPERATION = { request: 1, reply: 2 } as const;

/** An ARP message for IPv4 over Ethernet (RFC 826, "Packet format"). */
export interface ArpMessage {
  readonly operation: number;
  readonly senderHardware: MacAddress;
  readonly senderProtocol: Ipv4Address;
  /** Nobody's (0) in a request: that is what is asked for. */
  readonly targetHardware: MacAddress;
  readonly targetProtocol: Ipv4Address;
}

/** Of every message for IPv4 over Ethernet. */
export const ARP_BYTES = 28;
/** Hardware type Ethernet, protocol type IPv4, addresses of 6 and 4 bytes. */
const START = Uint8Array.of(0, 1, 8, 0, 6, 4);
/** One bit of a message may have been inverted under way: it is still read as what it was meant to be. */
const MOST_ODD_OCTETS = 1;

const AT = {
  operation: 6,
  senderHardware: 8,
  senderProtocol: 14,
  targetHardware: 18,
  targetProtocol: 24,
} as const;

/** The 28 bytes of the message. */
export function encodeArp(message: ArpMessage): Uint8Array<ArrayBuffer> {
  const bytes = newOctets(ARP_BYTES);
  bytes.set(START);
  setUint16(bytes, AT.operation, message.operation);
  setMac(bytes, AT.senderHardware, message.senderHardware);
  setUint32(bytes, AT.senderProtocol, message.senderProtocol);
  setMac(bytes, AT.targetHardware, message.targetHardware);
  setUint32(bytes, AT.targetProtocol, message.targetProtocol);
  return bytes;
}

/** Reads a message; `malformed` for one that is not about IPv4 over Ethernet ("?Do I speak the protocol", RFC 826). */
export function decodeArp(bytes: Uint8Array): ArpMessage | Malformed {
  if (bytes.length < ARP_BYTES) return { malformed: 'truncated' };
  if (START.some((octet, at) => bytes[at] !== octet)) return { malformed: 'badVersion' };
  return {
    operation: uint16At(bytes, AT.operation),
    senderHardware: macAt(bytes, AT.senderHardware),
    senderProtocol: uint32At(bytes, AT.senderProtocol),
    targetHardware: macAt(bytes, AT.targetHardware),
    targetProtocol: uint32At(bytes, AT.targetProtocol),
  };
}

/** Whether these bytes are an ARP message rather than an IP packet, which never begins like one. */
export function isArp(bytes: Uint8Array): boolean {
  if (bytes.length < ARP_BYTES) return false;
  let odd = 0;
  for (let at = 0; at < START.length; at += 1) if (uint8At(bytes, at) !== START[at]) odd += 1;
  return odd <= MOST_ODD_OCTETS;
}
