import { describe, expect, it } from 'vitest';
import { CLASSROOM_TCP } from '../../experiment/tcpPresets';
import { formatRecordData } from '../../wire/dnsText';
import { eventsOf } from '../townBench';
import { lookupApp, messagesIn, runOf, SECOND, SERVERS, speakers, toldIn, zone } from './nameTown';

describe('looking a name up (RFC 1034 §5.3)', () => {
  it('goes from the root down to who is in charge, and asks nobody the second time', () => {
    const run = runOf([lookupApp('www.example.com', { times: 2, everyNs: 20 * SECOND })]);
    expect(toldIn(run)).toEqual([
      'www.example.com A is 198.51.100.20 in 160 ms',
      'www.example.com A is 198.51.100.20 in 40 ms',
    ]);
    expect(speakers(run)).toBe('C D root D com D ns1 D C D');
    const [stub, resolver, root, , , , authority] = messagesIn(run).map(({ message }) => message);
    expect(stub).toMatchObject({ recursionDesired: true, edns: null });
    expect(resolver).toMatchObject({ recursionDesired: false, edns: { udpBytes: 1232 } });
    expect(root).toMatchObject({ authoritative: false, answers: [] });
    expect(authority).toMatchObject({ authoritative: true, recursionAvailable: false });
  });

  it('gives the rest of its time with what comes from the cache (RFC 1035 §3.2.1)', () => {
    const run = runOf([lookupApp('www.example.com', { times: 3, everyNs: 20 * SECOND })]);
    const ttls = messagesIn(run)
      .filter(({ from, message }) => from === 'D' && message.isResponse)
      .map(({ message }) => message.answers[0]?.ttlSeconds);
    expect(ttls).toEqual([60, 40, 20]);
  });

  it('asks only the last server when the address is forgotten and the delegation is not', () => {
    const run = runOf([lookupApp('www.example.com', { times: 2, everyNs: 61 * SECOND })]);
    expect(speakers(run)).toBe('C D root D com D ns1 D C D ns1 D');
    const forgotten = eventsOf(run, 'cacheExpired').map(({ timeNs, reason }) => [timeNs, reason]);
    const reason = { kind: 'ttlOver', name: 'www.example.com', type: 'A' };
    expect(forgotten[0]).toEqual([60 * SECOND + 140_000_000, reason]);
  });

  it('follows aliases (RFC 1034 §3.6.2)', () => {
    const run = runOf([lookupApp('blog.example.com')]);
    expect(toldIn(run)).toEqual(['blog.example.com A is 198.51.100.20 in 160 ms']);
    const answers = messagesIn(run)
      .at(-1)!
      .message.answers.map(({ data }) => formatRecordData(data));
    expect(answers).toEqual(['www.example.com', '198.51.100.20']);
  });

  it('finds the address of a name server that came without one', () => {
    const other = zone('other.com', 'other.com 60 NS ns1.example.com', 'www.other.com 60 A 192.0.2.99');
    const servers = SERVERS.map((app) => {
      if (app.kind !== 'nameServer') return app;
      if (app.host === 'ns1') return { ...app, zones: [...app.zones, other] };
      if (app.host !== 'com') return app;
      const [com] = app.zones;
      const records = [
        ...com!.records.filter(({ type, name }) => type === 'NS' || name !== 'ns1.example.com'),
        { name: 'other.com', type: 'NS', ttlSeconds: 60, data: 'ns1.example.com' } as const,
      ];
      return { ...app, zones: [{ ...com!, records }] };
    });
    const run = runOf([lookupApp('www.other.com')], { servers });
    expect(toldIn(run)).toEqual(['www.other.com A is 192.0.2.99 in 240 ms']);
  });

  it('answers two who ask for the same at once with one search', () => {
    const run = runOf([lookupApp('www.example.com'), lookupApp('www.example.com', { host: 'C2' })]);
    expect(toldIn(run)).toHaveLength(2);
    expect(speakers(run)).toBe('C C2 D root D com D ns1 D D');
  });
});

describe('what is not there', () => {
  it('is remembered too: NXDOMAIN for the lesser of TTL and MINIMUM of the SOA (RFC 2308 §5)', () => {
    const run = runOf([lookupApp('no.example.com', { times: 3, everyNs: 20 * SECOND })]);
    expect(toldIn(run)).toEqual([
      'there is no no.example.com in 160 ms',
      'there is no no.example.com in 40 ms',
      'there is no no.example.com in 80 ms',
    ]);
    expect(speakers(run)).toBe('C D root D com D ns1 D C D C D ns1 D');
    expect(messagesIn(run)[7]!.message).toMatchObject({ responseCode: 3, authorities: [{ ttlSeconds: 30 }] });
  });

  it('is another thing than a name without such records (NODATA, RFC 2308 §2.2)', () => {
    const lookups = [
      lookupApp('www.example.com', { type: 'MX', times: 2, everyNs: SECOND }),
      lookupApp('deep.example.com', { startNs: 2 * SECOND }),
    ];
    expect(toldIn(runOf(lookups))).toEqual([
      'www.example.com has no MX in 160 ms',
      'www.example.com has no MX in 40 ms',
      'deep.example.com has no A in 80 ms',
    ]);
  });

  it('is for those in charge to say where an alias leads out of the zone (RFC 5452 §6)', () => {
    const com = zone(
      'com',
      'example.com 60 NS ns1.example.com',
      'other.com 60 NS ns1.example.com',
      'ns1.example.com 60 A 198.51.100.3',
    );
    const example = zone('example.com', 'x.example.com 60 CNAME no.other.com');
    const servers = SERVERS.map((app) => {
      if (app.kind !== 'nameServer' || app.host === 'root') return app;
      return { ...app, zones: app.host === 'com' ? [com] : [example, zone('other.com')] };
    });
    const run = runOf([lookupApp('x.example.com')], { servers });
    expect(toldIn(run)).toEqual(['there is no x.example.com in 240 ms']);
    expect(speakers(run)).toBe('C D root D com D ns1 D com D ns1 D');
  });

  it('is said by a zone whose name is as long as names can be (RFC 1035 §2.3.4)', () => {
    const origin = `${`${'a'.repeat(61)}.`.repeat(4)}com`;
    const servers = [{ kind: 'nameServer', host: 'com', zones: [zone(origin)] } as const];
    const run = runOf([lookupApp(origin, { resolver: '198.51.100.2' })], { servers });
    expect(toldIn(run)).toEqual([`${origin} has no A in 40 ms`]);
    expect(messagesIn(run)[1]!.message.authorities[0]!.data).toMatchObject({ kind: 'SOA', mailbox: '.' });
  });

  it('is not remembered with a TTL of 0 (RFC 1035 §3.2.1)', () => {
    const run = runOf([lookupApp('now.example.com', { times: 2 })]);
    expect(toldIn(run)[1]).toBe('now.example.com A is 198.51.100.24 in 80 ms');
  });
});

describe('several addresses of one name', () => {
  it('take turns in coming first (RFC 1794 §2)', () => {
    const run = runOf([lookupApp('many.example.com', { times: 2, everyNs: 61 * SECOND })]);
    expect(toldIn(run).map((line) => line.slice(0, 66))).toEqual([
      'many.example.com A is 198.51.100.21, 198.51.100.22, 198.51.100.23 ',
      'many.example.com A is 198.51.100.22, 198.51.100.23, 198.51.100.21 ',
    ]);
  });
});

describe('lost messages (RFC 1035 §4.2.1)', () => {
  const lose = (link: string, direction: 0 | 1, nth: number) =>
    ({ link, direction, role: 'control', nth, verdict: { kind: 'drop' } }) as const;

  it('of a name server make the resolver ask the next one', () => {
    const run = runOf([lookupApp('www.example.com')], { over: { rules: [lose('ns1-R', 0, 1)] } });
    expect(toldIn(run)).toEqual(['www.example.com A is 198.51.100.20 in 2160 ms']);
    expect(speakers(run)).toBe('C D root D com D ns1 D ns2 D');
    const again = eventsOf(run, 'packetSent').find(({ reason }) => reason.kind === 'silentServerLeft')!;
    expect(run.traces[0]!.event(again.cause)).toMatchObject({ kind: 'packetSent' });
  });

  it('of the resolver make the stub ask again with the same id, over and over in no more than its time', () => {
    const run = runOf([lookupApp('www.example.com')], { over: { rules: [lose('C-R', 1, 4)] } });
    expect(toldIn(run)).toEqual(['www.example.com A is 198.51.100.20 in 5040 ms']);
    const ids = messagesIn(run)
      .filter(({ from }) => from === 'C')
      .map(({ message }) => message.id);
    expect(new Set(ids).size).toBe(1);
    const silent = runOf([lookupApp('www.example.com')], {
      over: { commands: [{ kind: 'powerOff', atNs: 0, host: 'D' }] },
    });
    expect(toldIn(silent)).toEqual(['www.example.com A: no answer in 10000 ms']);
  });

  it('end in "server failure" when no server is left', () => {
    const cut = ['ns1', 'ns2'].map((host) => ({ kind: 'powerOff', atNs: 0, host }) as const);
    const run = runOf([lookupApp('www.example.com')], { over: { commands: cut } });
    expect(toldIn(run)).toEqual(['www.example.com A: the resolver failed in 8120 ms']);
  });

  it('end at once where nobody listens: the note of ICMP is an answer', () => {
    const servers = SERVERS.filter((app) => app.host !== 'ns1');
    const run = runOf([lookupApp('www.example.com')], { servers });
    expect(toldIn(run)).toEqual(['www.example.com A is 198.51.100.20 in 200 ms']);
  });
});

describe('answers that are too long (RFC 1035 §4.2.1, RFC 7766 §5)', () => {
  it('are cut at 512 bytes without EDNS, and come over TCP', () => {
    const run = runOf([lookupApp('middle.example.com', { type: 'TXT' })]);
    expect(toldIn(run)[0]).toMatch(/^middle\.example\.com TXT is y+… in 240 ms$/u);
    const cut = messagesIn(run).filter(({ message }) => message.truncated);
    expect(cut.map(({ from }) => from)).toEqual(['D']);
  });

  it('come whole over UDP to who takes them (RFC 6891 §6.2.3)', () => {
    const run = runOf([lookupApp('middle.example.com', { type: 'TXT', ednsBytes: 1232 })]);
    expect(toldIn(run)[0]).toMatch(/ in 160 ms$/u);
  });

  it('fail when they are too long for TCP as well', () => {
    const texts = Array.from({ length: 20 }, (_, i) => `big.example.com 60 TXT ${i}${'x'.repeat(3900)}`);
    const servers = SERVERS.map((app) =>
      app.kind === 'nameServer' && app.host === 'ns1'
        ? { ...app, zones: [zone('example.com', ...texts)] }
        : app,
    );
    const lookups = [lookupApp('big.example.com', { type: 'TXT', resolver: '198.51.100.3' })];
    expect(toldIn(runOf(lookups, { servers }))[0]).toMatch(/^big\.example\.com TXT: the resolver failed/u);
  });

  it('come over TCP however little the send buffers hold', () => {
    const tcp = { ...CLASSROOM_TCP, sendBufferBytes: 10 };
    const run = runOf([lookupApp('middle.example.com', { type: 'TXT' })], { over: { tcp } });
    expect(toldIn(run)[0]).toMatch(/^middle\.example\.com TXT is y+… in \d+ ms$/u);
  });

  it('make the resolver ask over TCP too', () => {
    const run = runOf([lookupApp('long.example.com', { type: 'TXT', ednsBytes: 1232 })]);
    const cut = messagesIn(run).filter(({ message }) => message.truncated);
    expect(cut.map(({ from }) => from)).toEqual(['ns1', 'D']);
    expect(toldIn(run)).toHaveLength(1);
    expect(toldIn(run)[0]).toMatch(/^long\.example\.com TXT is x+… in \d+ ms$/u);
  });
});

describe('a closed port 53', () => {
  it('answers nothing any more, not even what was asked before', () => {
    const closed = { kind: 'closePort', host: 'D', transport: 'udp', port: 53, atNs: 50_000_000 } as const;
    const run = runOf([lookupApp('www.example.com')], { over: { commands: [closed] } });
    const answers = messagesIn(run).filter(({ from, message }) => from === 'D' && message.isResponse);
    expect(answers).toEqual([]);
    expect(toldIn(run)).toEqual(['www.example.com A: the resolver failed in 5040 ms']);
  });
});

describe('what would go on for ever', () => {
  it('ends: aliases in a circle (RFC 1034 §3.6.2)', () => {
    expect(toldIn(runOf([lookupApp('loop.example.com')]))).toEqual([
      'loop.example.com A: the resolver failed in 160 ms',
    ]);
  });

  it('ends: delegations to many name servers whose names lead to as many each', () => {
    const many = (name: string, next: string): readonly string[] =>
      Array.from({ length: 12 }, (_, i) => `${name} 172800 NS n${i}.${next}`);
    const root = zone('.', ...many('a', 'b'), ...many('b', 'c'), ...many('c', 'd'), ...many('d', 'e'));
    const servers = [{ kind: 'nameServer', host: 'root', zones: [root] } as const];
    const run = runOf([lookupApp('x.a')], { servers });
    expect(toldIn(run)[0]).toMatch(/^x\.a A: the resolver failed/u);
    expect(messagesIn(run).length).toBeLessThan(90);
  });

  it('ends: name servers whose names need each other', () => {
    const servers = SERVERS.map((app) => {
      if (app.kind !== 'nameServer' || app.host !== 'com') return app;
      const records = [
        { name: 'x.com', type: 'NS', ttlSeconds: 60, data: 'ns.y.com' } as const,
        { name: 'y.com', type: 'NS', ttlSeconds: 60, data: 'ns.x.com' } as const,
      ];
      return { ...app, zones: [{ ...app.zones[0]!, records }] };
    });
    const run = runOf([lookupApp('www.x.com')], { servers });
    expect(toldIn(run)[0]).toMatch(/^www\.x\.com A: the resolver failed/u);
    expect(messagesIn(run).length).toBeLessThan(40);
  });
});
