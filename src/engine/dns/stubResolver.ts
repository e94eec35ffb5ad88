import type { Reason } from '../../trace/reason';
import type { Ipv4Address } from '../../wire/address';
import { type DnsMessage, RESPONSE_CODE } from '../../wire/dns';
import { canonicalName } from '../../wire/dnsName';
import { DNS_TYPE, type DnsRecord } from '../../wire/dnsRecord';
import { typeName } from '../../wire/dnsText';
import type { HostNode } from '../host';
import type { World } from '../world';
import { ask } from './asking';

/** As glibc: five seconds, and once more. */
const TIMEOUTS_NS = [5_000_000_000, 5_000_000_000] as const;

/** Why there is no answer: no such name, none of that type, the resolver could not find out, or it did not say a word. */
export type LookupError = 'noSuchName' | 'noData' | 'serverFailed' | 'timedOut';

export type StubAnswer = { readonly records: readonly DnsRecord[] } | { readonly error: LookupError };
export type LookupResult = { readonly addresses: readonly Ipv4Address[] } | { readonly error: LookupError };

/**
 * The part of an operating system that apps ask for names: it knows one resolver, asks it to look further (RD=1), asks
 * again when no answer comes, and over TCP when the answer was cut (RFC 1034 §5.3.1, RFC 7766 §5). It remembers nothing.
 */
export class StubResolver {
  readonly #world: World;
  readonly #host: HostNode;
  readonly #server: Ipv4Address;
  readonly #ednsBytes: number;

  /** `ednsBytes` is the longest answer over UDP that it takes; 0 says nothing of it, which means 512. */
  constructor(world: World, host: HostNode, serverAddress: Ipv4Address, ednsBytes = 0) {
    this.#world = world;
    this.#host = host;
    this.#server = serverAddress;
    this.#ednsBytes = ednsBytes;
  }

  /** Asks for the addresses of a name; `cause` of `done` is the event in which the answer came. */
  lookUp(name: string, cause: number, done: (result: LookupResult, cause: number) => void): void {
    this.query(name, DNS_TYPE.A, cause, (answer, answered) => {
      if ('error' in answer) return done(answer, answered);
      const addresses = answer.records.flatMap(({ data }) => (data.kind === 'A' ? [data.address] : []));
      done({ addresses }, answered);
    });
  }

  /** Asks for the records of one type of a name, without the aliases that lead to them. */
  query(name: string, type: number, cause: number, done: (answer: StubAnswer, cause: number) => void): void {
    const edns = this.#ednsBytes > 0 ? { udpBytes: this.#ednsBytes, version: 0 } : null;
    const reason: Reason = { kind: 'nameAsked', name: canonicalName(name), type: typeName(type) };
    const asked = { server: this.#server, name, type, recursionDesired: true, edns, reason };
    ask(this.#world, this.#host, { ...asked, timeoutsNs: TIMEOUTS_NS }, cause, (outcome, answered) => {
      switch (outcome.kind) {
        case 'answered':
          return done(answerIn(outcome.message, type), answered);
        case 'timedOut':
          return done({ error: 'timedOut' }, answered);
        case 'unreachable':
          return done({ error: 'serverFailed' }, answered);
      }
    });
  }
}

function answerIn({ responseCode, answers }: DnsMessage, type: number): StubAnswer {
  if (responseCode === RESPONSE_CODE.nameError) return { error: 'noSuchName' };
  if (responseCode !== RESPONSE_CODE.noError) return { error: 'serverFailed' };
  const records = answers.filter((record) => record.type === type);
  return records.length > 0 ? { records } : { error: 'noData' };
}
