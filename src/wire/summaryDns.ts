import { formatAddress } from './address';
import { DNS_FLAG, type DnsMessage, decodeDns, TCP_LENGTH_BYTES } from './dns';
import { ROOT_NAME } from './dnsName';
import type { DnsRecord } from './dnsRecord';
import { typeName } from './dnsText';
import { formatIpv6 } from './ipv6Address';
import { beginsMessage } from './fieldsDns';
import { isMalformed } from './malformed';
import { uint16At } from './octets';

/** As tcpdump names them, by number; nothing for "no error". */
const RESPONSES: readonly string[] = ['', ' FormErr', ' ServFail', ' NXDomain', ' NotImp', ' Refused'];
const OPCODES: readonly string[] = ['', ' inv_q', ' stat', ' op3', ' notify', ' update'];

/** One line about a DNS message as tcpdump prints it; `length` counts its bytes. Takes any bytes. */
export function summaryOfDns(bytes: Uint8Array): string {
  const message = decodeDns(bytes);
  if (isMalformed(message)) return `[|domain] (${bytes.length})`;
  const words = message.isResponse ? responseOf(message, uint16At(bytes, 2)) : queryOf(message);
  return `${message.id}${words} (${bytes.length})`;
}

/** The same of what a segment carries: the message's length goes before it (RFC 1035 §4.2.2). Empty where none begins. */
export function summaryOfDnsOverTcp(bytes: Uint8Array): string {
  if (!beginsMessage(bytes, 0, bytes.length)) return '';
  const length = uint16At(bytes, 0);
  const there = bytes.length - TCP_LENGTH_BYTES;
  const message = summaryOfDns(bytes.subarray(TCP_LENGTH_BYTES));
  return length === there ? message : `[prefix length(${length}) != length(${there})] ${message}`;
}

function queryOf(message: DnsMessage): string {
  const counts = [
    [message.answers.length, 'a'],
    [message.authorities.length, 'n'],
    [message.additionals.length + (message.edns ? 1 : 0), 'au'],
  ] as const;
  const extra = counts.map(([count, letter]) => (count > 0 ? ` [${count}${letter}]` : '')).join('');
  const asked = message.questions.map(({ name, type }) => ` ${typeName(type)}? ${dotted(name)}`).join('');
  return `${OPCODES[message.opcode] ?? ''}${message.recursionDesired ? '+' : ''}${extra}${asked}`;
}

function responseOf(message: DnsMessage, flags: number): string {
  const marks = [
    (flags & DNS_FLAG.authoritative) === 0 ? '' : '*',
    (flags & DNS_FLAG.recursionAvailable) === 0 ? '-' : '',
    (flags & DNS_FLAG.truncated) === 0 ? '' : '|',
  ].join('');
  const response = RESPONSES[message.responseCode] ?? ` Resp${message.responseCode}`;
  const asked = message.questions.length === 1 ? '' : ` [${message.questions.length}q]`;
  const additionals = message.additionals.length + (message.edns ? 1 : 0);
  const counts = ` ${message.answers.length}/${message.authorities.length}/${additionals}`;
  const answers = message.answers.map(recordOf).join(',');
  return `${OPCODES[message.opcode] ?? ''}${response}${marks}${asked}${counts}${answers}`;
}

function recordOf({ type, data }: DnsRecord): string {
  const name = ` ${typeName(type)}`;
  switch (data.kind) {
    case 'A':
      return `${name} ${formatAddress(data.address)}`;
    case 'AAAA':
      return `${name} ${formatIpv6(data.words)}`;
    case 'NS':
    case 'CNAME':
      return `${name} ${dotted(data.name)}`;
    case 'MX':
      return `${name} ${dotted(data.name)} ${data.preference}`;
    case 'TXT':
      return `${name}${data.texts.map((text) => ` "${text}"`).join('')}`;
    case 'SOA':
    case 'unknown':
      return name;
  }
}

/** With the dot at its end that says: nothing goes after it. */
function dotted(name: string): string {
  return name === ROOT_NAME ? name : `${name}.`;
}
