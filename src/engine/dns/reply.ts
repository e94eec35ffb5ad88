import type { Reason } from '../../trace/reason';
import { type DnsMessage, encodeDns, RESPONSE_CODE } from '../../wire/dns';
import type { DnsRecord } from '../../wire/dnsRecord';

/** The longest message over UDP that this town sends or takes with EDNS: it fits every path in use without fragments. */
export const EDNS_BYTES = 1232;

/** What a server says to a question. */
export interface Reply {
  readonly responseCode: number;
  readonly authoritative: boolean;
  readonly answers: readonly DnsRecord[];
  readonly authorities: readonly DnsRecord[];
  readonly additionals: readonly DnsRecord[];
  /** Why it says so. */
  readonly reason: Reason;
}

/** A reply without a record. */
export function bareReply(responseCode: number, reason: Reason): Reply {
  return { responseCode, authoritative: false, answers: [], authorities: [], additionals: [], reason };
}

/** The message that answers a query with this reply; `recursionAvailable` of a server that looks names up for others. */
export function responseTo(query: DnsMessage, reply: Reply, recursionAvailable: boolean): DnsMessage {
  const { responseCode, authoritative, answers, authorities, additionals } = reply;
  return {
    id: query.id,
    isResponse: true,
    opcode: query.opcode,
    authoritative,
    truncated: false,
    recursionDesired: query.recursionDesired,
    recursionAvailable,
    responseCode,
    questions: query.questions,
    answers,
    authorities,
    additionals,
    // A responder that knows EDNS says so to those who do (RFC 6891 §6.1.1).
    edns: query.edns ? { udpBytes: EDNS_BYTES, version: 0 } : null,
  };
}

/** A response as bytes, and what had to be left out of it. */
export interface Fitted {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Records were left out without which it is no answer: TC. */
  readonly isCut: boolean;
}

/**
 * The response in at most `limitBytes`: additional records go first, then all of them, and TC says so (RFC 2181 §9).
 * Addresses that a referral cannot do without count as needed (RFC 9471 §3).
 */
export function fitted(response: DnsMessage, limitBytes: number): Fitted {
  const whole = encodeDns(response);
  if (whole.length <= limitBytes) return { bytes: whole, isCut: false };
  const isReferral = response.answers.length === 0 && response.responseCode === RESPONSE_CODE.noError;
  const lean = encodeDns({ ...response, additionals: [] });
  if (!isReferral && lean.length <= limitBytes) return { bytes: lean, isCut: false };
  const cut = { ...response, truncated: true, answers: [], authorities: [], additionals: [] };
  return { bytes: encodeDns(cut), isCut: true };
}
