import { describe, expect, it } from 'vitest';
import { type DnsMessage, dnsQuery, RESPONSE_CODE } from '../../wire/dns';
import { DNS_TYPE } from '../../wire/dnsRecord';
import { formatRecordData } from '../../wire/dnsText';
import type { RecordType } from '../../wire/dnsText';
import { Authority } from './authority';
import { lookupApp, runOf, SECOND, SERVERS, speakers, toldIn, zone } from './nameTown';
import { responseTo } from './reply';

/** The zone of RFC 4592 §2.2.1, with addresses in place of SRV records. */
const EXAMPLE = zone(
  'example',
  'example 3600 NS ns.example.com',
  '*.example 3600 TXT this is a wildcard',
  '*.example 3600 MX 10 host1.example',
  'sub.*.example 3600 TXT this is not a wildcard',
  'host1.example 3600 A 192.0.2.1',
  '_ssh._tcp.host1.example 3600 TXT ssh',
  'subdel.example 3600 NS ns.example.com',
  'shop.example 3600 NS ns.example.net',
  '*.alias.example 60 CNAME a.alias.example',
  '*.to.example 60 CNAME host1.example',
);

function ask(name: string, type: RecordType): DnsMessage {
  const query = dnsQuery({ id: 1, name, type: DNS_TYPE[type] }, false, null);
  return responseTo(query, new Authority([EXAMPLE]).answer(query.questions[0]!), false);
}
const answersOf = (name: string, type: RecordType): readonly string[] =>
  ask(name, type).answers.map((record) => `${record.name} ${formatRecordData(record.data)}`);
const said = (name: string, type: RecordType): string => {
  const { responseCode, answers, authorities } = ask(name, type);
  if (responseCode === RESPONSE_CODE.nameError) return 'no such name';
  if (answers.length > 0) return 'answer';
  return authorities[0]?.type === DNS_TYPE.NS ? 'referral' : 'no data';
};

describe('wildcards (the examples of RFC 4592 §2.2.1)', () => {
  it.each([
    ['host3.example', 'MX', 'answer'],
    ['host3.example', 'A', 'no data'],
    ['foo.bar.example', 'TXT', 'answer'],
    ['host1.example', 'MX', 'no data'],
    ['sub.*.example', 'MX', 'no data'],
    ['_telnet._tcp.host1.example', 'TXT', 'no such name'],
    ['host.subdel.example', 'A', 'referral'],
    ['ghost.*.example', 'MX', 'no such name'],
  ] as const)('%s %s: %s', (name, type, what) => {
    expect(said(name, type)).toBe(what);
  });

  it('answer under the name that was asked for', () => {
    expect(answersOf('foo.bar.example', 'MX')).toEqual(['foo.bar.example 10 host1.example']);
    expect(answersOf('*.example', 'MX')).toEqual(['*.example 10 host1.example']);
  });

  it('may be aliases, which lead on, and not round in circles (§3.3.3)', () => {
    expect(answersOf('x.to.example', 'A')).toEqual(['x.to.example host1.example', 'host1.example 192.0.2.1']);
    expect(answersOf('x.alias.example', 'A')).toEqual([
      'x.alias.example a.alias.example',
      'a.alias.example a.alias.example',
    ]);
  });

  it('are remembered name by name: a resolver asks again for the next one (RFC 1034 §4.3.3)', () => {
    const servers = SERVERS.map((app) => {
      if (app.kind !== 'nameServer' || !app.host.startsWith('ns')) return app;
      const [first] = app.zones;
      const star = zone('x', '*.example.com 60 A 198.51.100.77').records;
      return { ...app, zones: [{ ...first!, records: [...first!.records, ...star] }] };
    });
    const names = ['a.example.com', 'b.example.com', 'a.example.com'];
    const lookups = names.map((name, i) => lookupApp(name, { startNs: i * SECOND }));
    const run = runOf(lookups, { servers });
    expect(toldIn(run).map((line) => line.replace(/ in .*/u, ''))).toEqual(
      names.map((name) => `${name} A is 198.51.100.77`),
    );
    expect(speakers(run)).toBe('C D root D com D ns1 D C D ns1 D C D');
  });
});

describe('a delegation to a server that is not in charge (lame, RFC 1034 §4.2.2)', () => {
  const lame = (hosts: readonly string[]) =>
    SERVERS.map((app) =>
      app.kind === 'nameServer' && hosts.includes(app.host)
        ? { ...app, zones: [zone('other.com', 'other.com 60 NS ns1.example.com')] }
        : app,
    );

  it('makes the resolver ask the next one, which is', () => {
    const run = runOf([lookupApp('www.example.com')], { servers: lame(['ns1']) });
    expect(toldIn(run)).toEqual(['www.example.com A is 198.51.100.20 in 200 ms']);
    expect(speakers(run)).toBe('C D root D com D ns1 D ns2 D');
  });

  it('ends in "server failure" where all of them are', () => {
    const run = runOf([lookupApp('www.example.com')], { servers: lame(['ns1', 'ns2']) });
    expect(toldIn(run)).toEqual(['www.example.com A: the resolver failed in 280 ms']);
  });
});
