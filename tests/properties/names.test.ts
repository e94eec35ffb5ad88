import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookupApp, messagesIn, record, runOf, SECOND, SERVERS, toldIn } from '../../src/engine/dns/nameTown';
import { eventsOf } from '../../src/engine/townBench';
import type { App } from '../../src/experiment/experiment';
import { CLEAR_WEATHER } from '../../src/experiment/town';
import { canonicalName } from '../../src/wire/dnsName';
import { DNS_TYPE } from '../../src/wire/dnsRecord';

const NAMES = ['a', 'b', 'c', 'no'].map((label) => `${label}.example.com`);

/** Names of random TTLs, asked for at random, and aliases of each other; some are not there. */
const anyLookups = fc.record({
  ttls: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }),
  aliasOf: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 3, maxLength: 3 }),
  asked: fc.array(fc.record({ name: fc.nat(3), atNs: fc.nat(100).map((tick) => tick * 500_000_000) }), {
    minLength: 2,
    maxLength: 12,
  }),
  seed: fc.nat(1000),
});

type Lookups = typeof anyLookups extends fc.Arbitrary<infer T> ? T : never;

function serversOf({ ttls, aliasOf }: Lookups): readonly App[] {
  const records = ttls.map((ttl, i) => {
    const alias = aliasOf[i]!;
    const isAlias = alias >= 0 && alias !== i;
    return record(
      isAlias ? `${NAMES[i]} ${ttl} CNAME ${NAMES[alias]}` : `${NAMES[i]} ${ttl} A 192.0.2.${i + 1}`,
    );
  });
  return SERVERS.map((app) =>
    app.kind === 'nameServer' && (app.host === 'ns1' || app.host === 'ns2')
      ? { ...app, zones: [{ ...app.zones[0]!, records: [...app.zones[0]!.records, ...records] }] }
      : app,
  );
}

describe('a DNS cache (RFC 1035 §3.2.1, RFC 2308 §5)', () => {
  it('never answers with what has outlived its TTL, and gives out no more than the rest of it', () => {
    fc.assert(
      fc.property(anyLookups, (lookups) => {
        const apps = lookups.asked.map(({ name, atNs }) => lookupApp(NAMES[name]!, { startNs: atNs }));
        const run = runOf(apps, { servers: serversOf(lookups), over: { seed: lookups.seed } });
        expect(toldIn(run)).toHaveLength(apps.length);
        // When each set was last heard from who is in charge, and for how long it may be told.
        const heard = new Map<string, { readonly untilNs: number }>();
        for (const { from, timeNs, message } of messagesIn(run)) {
          if (!message.isResponse) continue;
          for (const { name, type, ttlSeconds } of message.answers) {
            const key = `${canonicalName(name)} ${type}`;
            // The answer reaches the resolver 20 ms after it was sent.
            if (from !== 'D') {
              heard.set(key, { untilNs: timeNs + 20_000_000 + ttlSeconds * SECOND });
            } else {
              const { untilNs } = heard.get(key)!;
              // What may not be kept is told in the transaction that it came in: several referrals at most.
              expect(timeNs + ttlSeconds * SECOND).toBeLessThanOrEqual(untilNs + SECOND / 2);
              if (ttlSeconds > 0) expect(timeNs + ttlSeconds * SECOND).toBeLessThanOrEqual(untilNs);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('forgets each entry at the moment that was said when it was filled', () => {
    fc.assert(
      fc.property(anyLookups, (lookups) => {
        const apps = lookups.asked.map(({ name, atNs }) => lookupApp(NAMES[name]!, { startNs: atNs }));
        const run = runOf(apps, { servers: serversOf(lookups), over: { seed: lookups.seed } });
        const until = new Map<number, number>();
        const trace = run.traces[0]!;
        for (let index = 0; index < trace.eventCount; index += 1) {
          const event = trace.event(index);
          if (event.kind === 'cacheFilled') until.set(event.entry, event.expiresNs);
          if (event.kind === 'cacheExpired') {
            expect(event.timeNs).toBe(until.get(event.entry));
            until.delete(event.entry);
          }
        }
        // What is left outlives the first hour.
        for (const expiresNs of until.values()) expect(expiresNs).toBeGreaterThan(3600 * SECOND);
      }),
      { numRuns: 50 },
    );
  });
});

describe('names in bad weather (RFC 1035 §4.2.1)', () => {
  it('are found, denied or given up: every lookup is told something, and no question is asked for ever', () => {
    fc.assert(
      fc.property(anyLookups, fc.double({ min: 0, max: 0.5, noNaN: true }), (lookups, loss) => {
        const weather = { ...CLEAR_WEATHER, loss, reorder: loss, reorderDelayNs: SECOND, duplicate: loss };
        const apps = lookups.asked.map(({ name, atNs }) => lookupApp(NAMES[name]!, { startNs: atNs }));
        const links = { C: { weather }, D: { weather }, ns1: { weather }, root: { weather } };
        const run = runOf(apps, { servers: serversOf(lookups), links, over: { seed: lookups.seed } });
        expect(toldIn(run)).toHaveLength(apps.length);
        expect(run.result!.lanes[0]!.isCutOff).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('a question whose answer is lost is asked again, and answered', () => {
    fc.assert(
      fc.property(fc.constantFrom('ns1', 'com', 'root'), fc.nat(1000), (host, seed) => {
        const rule = { direction: 0, role: 'control', nth: 1, verdict: { kind: 'drop' } } as const;
        const rules = [{ link: `${host}-R`, ...rule }];
        const run = runOf([lookupApp('www.example.com')], { over: { rules, seed } });
        expect(eventsOf(run, 'packetLost')).toHaveLength(1);
        expect(toldIn(run)[0]).toMatch(/^www\.example\.com A is 198\.51\.100\.20/u);
        const asked = messagesIn(run).filter(({ from, message }) => from === 'D' && !message.isResponse);
        expect(asked).toHaveLength(4);
        expect(asked.every(({ message }) => message.questions[0]!.type === DNS_TYPE.A)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
