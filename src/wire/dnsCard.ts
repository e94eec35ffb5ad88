import {
  DNS_HEADER_BYTES,
  type DnsMessage,
  decodeDns,
  readQuestion,
  RESPONSE_CODE,
  TCP_LENGTH_BYTES,
} from './dns';
import type { DnsRecord } from './dnsRecord';
import { formatRecordData, typeName } from './dnsText';
import { beginsMessage, isDnsPort } from './fieldsDns';
import { isMalformed } from './malformed';
import type { TcpHeader } from './tcp';
import { decodeUdp } from './udp';

/** Characters of a text that a card has room for. */
const LONGEST_TEXT = 24;

/** How a refusal is called, as tcpdump does. */
const REFUSALS: Readonly<Partial<Record<number, string>>> = {
  [RESPONSE_CODE.formatError]: 'FormErr',
  [RESPONSE_CODE.serverFailure]: 'ServFail',
  [RESPONSE_CODE.nameError]: 'NXDomain',
  [RESPONSE_CODE.notImplemented]: 'NotImp',
  [RESPONSE_CODE.refused]: 'Refused',
};

/** Of bytes that are no message. */
const UNREADABLE = 'DNS';

/**
 * What is written on the card of a DNS message: `A? www.example.com`, its answer `A 203.0.113.9`, a referral
 * `→ NS com`, `NXDomain`, or `TC` for what was cut.
 */
export function dnsCard(bytes: Uint8Array): string {
  const message = decodeDns(bytes);
  if (isMalformed(message)) return beginningOn(bytes);
  const [question] = message.questions;
  if (message.isResponse) return answerOn(message);
  return question ? `${typeName(question.type)}? ${question.name}` : UNREADABLE;
}

/** The card of a UDP datagram to or from the port of DNS; null for any other. */
export function dnsCardOfDatagram(datagram: Uint8Array): string | null {
  const udp = decodeUdp(datagram);
  if (isMalformed(udp) || udp.payload.length === 0) return null;
  return isDnsPort(udp.header.sourcePort, udp.header.destinationPort) ? dnsCard(udp.payload) : null;
}

/** The card of a segment to or from that port in which a message begins, behind its length (RFC 1035 §4.2.2). */
export function dnsCardOfSegment(header: TcpHeader, payload: Uint8Array): string | null {
  const isDns =
    isDnsPort(header.sourcePort, header.destinationPort) && beginsMessage(payload, 0, payload.length);
  return isDns ? dnsCard(payload.subarray(TCP_LENGTH_BYTES)) : null;
}

/** An answer that goes on in another segment is known by its question. */
function beginningOn(bytes: Uint8Array): string {
  const found = bytes.length > DNS_HEADER_BYTES ? readQuestion(bytes, DNS_HEADER_BYTES) : null;
  return found ? `${typeName(found.question.type)} …` : UNREADABLE;
}

function answerOn(message: DnsMessage): string {
  const { responseCode, truncated, answers, authorities, questions } = message;
  if (truncated) return 'TC';
  if (responseCode !== RESPONSE_CODE.noError) return REFUSALS[responseCode] ?? `RCODE ${responseCode}`;
  const asked = questions[0]?.type;
  const answer = answers.find(({ type }) => type === asked) ?? answers[0];
  if (answer) return recordOn(answer);
  const referral = authorities.find(({ data }) => data.kind === 'NS');
  return referral ? `→ NS ${referral.name}` : 'NoData';
}

function recordOn({ type, data }: DnsRecord): string {
  const text = data.kind === 'unknown' ? '' : formatRecordData(data);
  const shown = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  return `${typeName(type)} ${shown}`.trimEnd();
}
