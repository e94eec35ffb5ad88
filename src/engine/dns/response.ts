import { type DnsMessage, RESPONSE_CODE } from '../../wire/dns';
import { canonicalName, isWithin, labelsOf } from '../../wire/dnsName';
import { DNS_TYPE, type DnsRecord } from '../../wire/dnsRecord';
import { recordSets } from './cache';

/** The question that a response is to, and the zone whose server sent it. */
export interface AskedOf {
  readonly name: string;
  readonly type: number;
  readonly zone: string;
}

/** What a response says, each set of one name and type. */
export interface Heard {
  readonly answers: readonly (readonly DnsRecord[])[];
  /** A delegation and the addresses that came with it. */
  readonly hints: readonly (readonly DnsRecord[])[];
  /** There is no such name, or no record of that type, at the end of the aliases. */
  readonly absence: {
    readonly kind: 'noName' | 'noData';
    readonly name: string;
    readonly soa: DnsRecord;
  } | null;
}

/**
 * Reads an answer, a denial or a referral; null when it brings the search no further (a failure, a server that is not
 * in charge). Nothing is believed of names that the server's zone does not hold (RFC 5452 §6).
 */
export function readResponse(message: DnsMessage, { name, type, zone }: AskedOf): Heard | null {
  const isNameError = message.responseCode === RESPONSE_CODE.nameError;
  if (message.responseCode !== RESPONSE_CODE.noError && !isNameError) return null;
  const ofZone = (record: DnsRecord): boolean => isWithin(canonicalName(record.name), zone);
  const answers = recordSets(message.answers.filter(ofZone));
  const end = endOfAliases(name, answers);
  const isAnswered = answers.some(([first]) => canonicalName(first!.name) === end && first!.type === type);
  const soa = message.authorities.find(
    (record) => record.type === DNS_TYPE.SOA && ofZone(record) && isWithin(end, canonicalName(record.name)),
  );
  if (isAnswered) return { answers, hints: [], absence: null };
  if (isNameError && soa) return { answers, hints: [], absence: { kind: 'noName', name: end, soa } };
  // Where an alias leads out of the zone, what is not there is for others to say.
  const isAlias = answers.some(([first]) => canonicalName(first!.name) === name);
  if (isNameError) return isAlias && end !== name ? { answers, hints: [], absence: null } : null;
  const delegation = message.authorities.filter(
    (record) =>
      record.type === DNS_TYPE.NS &&
      isBelow(canonicalName(record.name), zone) &&
      isWithin(end, canonicalName(record.name)),
  );
  if (delegation.length > 0) {
    return {
      answers,
      hints: recordSets([...delegation, ...message.additionals.filter(ofZone)]),
      absence: null,
    };
  }
  if (soa && message.authoritative) {
    return { answers, hints: [], absence: { kind: 'noData', name: end, soa } };
  }
  return isAlias ? { answers, hints: [], absence: null } : null;
}

/** A referral leads downwards, or it is none: no server can send a resolver round in circles (RFC 1034 §5.3.3, step 4b). */
function isBelow(name: string, zone: string): boolean {
  return isWithin(name, zone) && labelsOf(name).length > labelsOf(zone).length;
}

/** Where the aliases of an answer lead, by way of each at most once. */
function endOfAliases(name: string, answers: readonly (readonly DnsRecord[])[]): string {
  let end = name;
  for (let left = answers.length; left > 0; left -= 1) {
    const alias = answers.find(
      ([first]) => first!.type === DNS_TYPE.CNAME && canonicalName(first!.name) === end,
    );
    const data = alias?.[0]?.data;
    if (data?.kind !== 'CNAME') break;
    end = canonicalName(data.name);
  }
  return end;
}
