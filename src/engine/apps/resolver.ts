import type { NodeId } from '../../experiment/experiment';
import type { ResolverApp } from '../../experiment/nameApps';
import type { Reason } from '../../trace/reason';
import { type Ipv4Address, parseAddress } from '../../wire/address';
import { type DnsQuestion, RESPONSE_CODE } from '../../wire/dns';
import { DNS_PORT } from '../../wire/dnsPort';
import { canonicalName } from '../../wire/dnsName';
import { typeName } from '../../wire/dnsText';
import { DnsCache } from '../dns/cache';
import { bareReply, EDNS_BYTES, type Reply, responseTo } from '../dns/reply';
import { type Found, Resolution, responseCodeOf } from '../dns/resolution';
import { type Asked, serveDns } from '../dns/serveDns';
import type { HostNode } from '../host';
import type { World } from '../world';
import { READS_ALWAYS, type RunningApp } from './runningApp';

/** Questions that it looks into at the same time; one more is answered with "server failure". */
const MOST_SEARCHES = 100;

/** Looks names up for whoever asks it to (RD=1), and remembers (RFC 1034 §5.3.2, §4.3.1). */
export function resolver(world: World, host: HostNode, app: ResolverApp): RunningApp {
  return new Resolver(world, host, app);
}

class Resolver implements RunningApp {
  readonly host: NodeId;
  readonly port = DNS_PORT;
  readonly stopReading = READS_ALWAYS.stopReading;
  readonly resumeReading = READS_ALWAYS.resumeReading;
  readonly #world: World;
  readonly #host: HostNode;
  readonly #cache: DnsCache;
  readonly #rootHints: readonly Ipv4Address[];
  readonly #ednsBytes: number;
  /** Who waits for each question that is being looked into. */
  readonly #searches = new Map<string, Asked[]>();
  #isOver = false;

  constructor(world: World, host: HostNode, app: ResolverApp) {
    this.host = app.host;
    this.#world = world;
    this.#host = host;
    this.#cache = new DnsCache(world, host.place);
    this.#rootHints = app.rootHints.map((address) => parseAddress(address)!);
    this.#ednsBytes = app.ednsBytes ?? EDNS_BYTES;
    const facts = { place: host.place, port: DNS_PORT };
    const started = world.record('appStarted', facts, -1, { kind: 'experimentStarted' });
    serveDns(world, host, started, (asked) => this.#take(asked));
  }

  end(): void {
    this.#isOver = true;
  }

  #take(asked: Asked): void {
    if (this.#isOver) return;
    const [question] = asked.query.questions;
    if (!question) return;
    const name = canonicalName(question.name);
    const key = `${name} ${question.type}`;
    const waiting = this.#searches.get(key);
    // Someone asks for the same just now: both get what comes of it. One that asks again is waited for already.
    if (waiting) {
      if (!waiting.some(({ asker }) => asker === asked.asker)) waiting.push(asked);
      return;
    }
    if (!asked.query.recursionDesired) return respond(asked, REFUSED(name));
    if (this.#searches.size >= MOST_SEARCHES) return respond(asked, FAILED(name));
    this.#searches.set(key, [asked]);
    this.#search(key, question, asked.cause);
  }

  #search(key: string, question: DnsQuestion, cause: number): void {
    const search = {
      world: this.#world,
      host: this.#host,
      cache: this.#cache,
      rootHints: this.#rootHints,
      ednsBytes: this.#ednsBytes,
      spent: { queries: 0, serverNames: 0 },
    };
    new Resolution(search, question.name, question.type, 0, (found, answered) => {
      const waiting = this.#searches.get(key) ?? [];
      this.#searches.delete(key);
      if (this.#isOver) return;
      for (const asked of waiting) respond(asked, replyOf(question, found), answered);
    }).run(cause);
  }
}

const REFUSED = (name: string): Reply => bareReply(RESPONSE_CODE.refused, { kind: 'nameRefused', name });
const FAILED = (name: string): Reply =>
  bareReply(RESPONSE_CODE.serverFailure, { kind: 'searchFailed', name });

function respond(asked: Asked, reply: Reply, cause = asked.cause): void {
  asked.respond(responseTo(asked.query, reply, true), cause, reply.reason);
}

function replyOf({ name: asked, type: number }: DnsQuestion, found: Found): Reply {
  const name = canonicalName(asked);
  if (found.kind === 'failed') return FAILED(name);
  const { aliases, known, isFromCache } = found;
  const isThere = known.kind === 'records';
  const kinds = isThere
    ? (['answeredFromCache', 'answeredFromSearch'] as const)
    : (['deniedFromCache', 'deniedFromSearch'] as const);
  const reason: Reason = { kind: kinds[isFromCache ? 0 : 1], name, type: typeName(number) };
  return {
    responseCode: responseCodeOf(found),
    authoritative: false,
    answers: isThere ? [...aliases, ...known.records] : aliases,
    authorities: isThere ? [] : [known.soa],
    additionals: [],
    reason,
  };
}
