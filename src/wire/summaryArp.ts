import { formatAddress } from './address';
import { ARP_OPERATION, decodeArp } from './arp';
import { formatMac } from './macAddress';
import { isMalformed } from './malformed';

/** One line about an ARP message as tcpdump prints it. */
export function summaryOfArp(bytes: Uint8Array): string {
  const message = decodeArp(bytes);
  if (isMalformed(message)) return `ARP, unreadable, length ${bytes.length}`;
  const { operation, senderHardware, senderProtocol, targetProtocol } = message;
  const sender = formatAddress(senderProtocol);
  switch (operation) {
    case ARP_OPERATION.request:
      return `ARP, Request who-has ${formatAddress(targetProtocol)} tell ${sender}, length ${bytes.length}`;
    case ARP_OPERATION.reply:
      return `ARP, Reply ${sender} is-at ${formatMac(senderHardware)}, length ${bytes.length}`;
    default:
      return `ARP, operation ${operation}, length ${bytes.length}`;
  }
}
