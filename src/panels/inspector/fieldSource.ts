import type { RfcSection } from '../../trace/rfcSection';
import type { ShownField } from './shownLayers';

const TCP_OPTIONS: Readonly<Record<string, RfcSection>> = {
  maxSegmentSize: { rfc: 9293, section: '3.7.1' },
  windowScale: { rfc: 7323, section: '2.2' },
  sackPermitted: { rfc: 2018, section: '2' },
  sack: { rfc: 2018, section: '3' },
  timestamps: { rfc: 7323, section: '3.2' },
};

/** Where a header field is defined; null for what only the apps know. */
export function fieldSource(name: ShownField['name']): RfcSection | null {
  const [protocol, field, option = ''] = name.split('.');
  switch (protocol) {
    case 'ethernet':
      return { rfc: 894, section: 'Frame Format' };
    case 'arp':
      return { rfc: 826, section: 'Packet format' };
    case 'ipv4':
      return field === 'checksum' ? { rfc: 1071, section: '1' } : { rfc: 791, section: '3.1' };
    case 'tcp':
      return field === 'option' && TCP_OPTIONS[option] ? TCP_OPTIONS[option] : { rfc: 9293, section: '3.1' };
    case 'udp':
      return { rfc: 768, section: 'Fields' };
    case 'icmp':
      return field === 'nextHopMtu' ? { rfc: 1191, section: '4' } : { rfc: 792, section: 'Message Formats' };
    case 'dns':
      return dnsSource(field, option);
    case 'http':
      return { rfc: 9112, section: HTTP_SECTIONS[field ?? ''] ?? '2.1' };
    case 'tls':
      return { rfc: 8446, section: TLS_SECTIONS[field ?? ''] ?? '5.1' };
    case 'quicModel':
      return quicSource(field);
    default:
      return null;
  }
}

const HTTP_SECTIONS: Readonly<Record<string, string>> = { startLine: '2.1', field: '5' };
const TLS_SECTIONS: Readonly<Record<string, string>> = { handshake: '4', alert: '6', sealed: '5.2' };

/** The sections whose layout the model of QUIC borrows. */
function quicSource(field: string | undefined): RfcSection {
  if (field === 'frame') return { rfc: 9000, section: '19' };
  return field === 'tag' ? { rfc: 9001, section: '5.3' } : { rfc: 9000, section: '17' };
}

/** Where RFC 1035, or EDNS, lays down a field of a DNS message. */
function dnsSource(field: string | undefined, part: string): RfcSection {
  switch (field) {
    case 'length':
      return { rfc: 1035, section: '4.2.2' };
    case 'question':
      return { rfc: 1035, section: '4.1.2' };
    case 'record':
      return part === 'ttl' ? { rfc: 2181, section: '8' } : { rfc: 1035, section: '4.1.3' };
    case 'option':
      return { rfc: 6891, section: part === 'flags' ? '6.1.3' : '6.1.2' };
    default:
      return { rfc: 1035, section: '4.1.1' };
  }
}
