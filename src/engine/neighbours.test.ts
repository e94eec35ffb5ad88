import { describe, expect, it } from 'vitest';
import type { Experiment, Link, PingApp, SendApp } from '../experiment/experiment';
import { textPayload } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import type { Run } from '../trace/run';
import { formatAddress } from '../wire/address';
import { summaryOf } from '../wire/summary';
import { simulateAll } from './simulate';
import { eventsOf, house, inTown, post, road } from './townBench';

const MS = 1_000_000;
const SECOND = 1_000_000_000;
const CLIENT = '192.0.2.10';
const SERVER = '198.51.100.20';

const ping = (over: Partial<PingApp> = {}): PingApp => ({
  kind: 'ping',
  host: 'C',
  to: SERVER,
  identifier: 1,
  count: 1,
  dataBytes: 8,
  startNs: 0,
  everyNs: SECOND,
  ...over,
});

/** C - R1 - R2 - S, ARP on every link; `last` changes the link to S. */
function town(app: Partial<PingApp>, last: Partial<Link> = {}, over: Partial<Experiment> = {}): Run {
  const resolves = { resolves: true } as const;
  return simulateAll(
    inTown(
      {
        hosts: [house('C', CLIENT, 'C-R1'), house('S', SERVER, 'R2-S')],
        routers: [
          post('R1', '203.0.113.1', '192.0.2.0/24>C-R1', '0.0.0.0/0>R1-R2'),
          post('R2', '203.0.113.2', '198.51.100.0/24>R2-S', '0.0.0.0/0>R1-R2'),
        ],
        links: [
          road('C', 'R1', resolves),
          road('R1', 'R2', resolves),
          road('R2', 'S', { ...resolves, ...last }),
        ],
      },
      [ping(app)],
      over,
    ),
  );
}

function arpLines(run: Run): readonly string[] {
  const trace = run.traces[0]!;
  return eventsOf(run, 'packetSent')
    .map(({ packet, timeNs }) => ({ record: trace.packet(packet), timeNs }))
    .filter(({ record }) => record.role === 'arp')
    .map(({ record, timeNs }) => `${timeNs / MS} ${summaryOf(record.bytes)}`);
}

const toldOf = (run: Run): readonly string[] =>
  eventsOf(run, 'appTold').map(({ timeNs, reason }) => `${timeNs / MS} ${reason.kind}`);

const off: Partial<Experiment> = { commands: [{ kind: 'powerOff', atNs: 0, host: 'S' }] };

describe('neighbours on a link (RFC 826)', () => {
  it('ask everybody for the hardware address of the next hop, and the owner answers', () => {
    const run = town({});
    expect(arpLines(run).slice(0, 3)).toEqual([
      '0 ARP, Request who-has 203.0.113.1 tell 192.0.2.10, length 28',
      '10 ARP, Reply 203.0.113.1 is-at 02:00:00:03:00:01, length 28',
      '30 ARP, Request who-has 203.0.113.2 tell 203.0.113.1, length 28',
    ]);
    // Three questions on the way there; on the way back everybody is known, because who asks is written down.
    expect(arpLines(run)).toHaveLength(6);
    expect(toldOf(run)).toEqual(['120 echoReplied']);
  });

  it('write down both who asks and who answers (RFC 826, Packet Reception)', () => {
    const places = ['C', 'S', 'R1', 'R2'];
    const learned = eventsOf(town({}), 'neighbourLearned').map(
      ({ place, address }) => `${places[place]} ${formatAddress(address)}`,
    );
    expect(learned).toEqual([
      'R1 192.0.2.10',
      'C 203.0.113.1',
      'R2 203.0.113.1',
      'R1 203.0.113.2',
      'S 203.0.113.2',
      'R2 198.51.100.20',
    ]);
  });

  it('keep packets that wait for the answer, and send them in their order (RFC 1122 §2.3.2.2)', () => {
    const run = town({ count: 5, everyNs: MS });
    expect(toldOf(run).map((told) => told.split(' ')[1])).toEqual(Array(5).fill('echoReplied'));
    const sequences = eventsOf(run, 'appTold').map(({ reason }) => 'sequence' in reason && reason.sequence);
    expect(sequences).toEqual([1, 2, 3, 4, 5]);
    // One question for all of them.
    expect(arpLines(run).filter((line) => line.includes('who-has 203.0.113.1 '))).toHaveLength(1);
  });

  it('throw the oldest away when too many wait for one answer (RFC 1122 §2.3.2.2)', () => {
    const run = town({ count: 40, everyNs: 100_000 });
    const dropped = eventsOf(run, 'packetDropped').filter(({ reason }) => reason.kind === 'heldTooMany');
    expect(dropped).toHaveLength(8);
    expect(toldOf(run)).toHaveLength(32);
  });

  it('believe an address for a minute, then ask again (RFC 1122 §2.3.2.1)', () => {
    const within = town({ count: 2, everyNs: 59 * SECOND });
    expect(arpLines(within)).toHaveLength(6);
    const beyond = town({ count: 2, everyNs: 61 * SECOND });
    expect(arpLines(beyond)).toHaveLength(12);
    expect(toldOf(beyond)).toHaveLength(2);
  });

  it('ask three times, a second apart, and then the last router says "host unreachable" (RFC 1812 §5.2.7.1)', () => {
    const run = town({ count: 2 }, {}, off);
    const questions = arpLines(run).filter((line) => line.includes(`who-has ${SERVER}`));
    expect(questions.map((line) => line.split(' ')[0])).toEqual(['60', '1060', '2060']);
    const answers = eventsOf(run, 'appTold').map(({ timeNs, reason }) => [timeNs / MS, reason]);
    expect(answers).toEqual([
      [3080, { kind: 'echoFailed', sequence: 1, address: '203.0.113.2' }],
      [3080, { kind: 'echoFailed', sequence: 2, address: '203.0.113.2' }],
    ]);
  });

  it('tell the own app when the first hop does not answer, without a message (RFC 1122 §2.4)', () => {
    const cut: Partial<Experiment> = { commands: [{ kind: 'cutLink', atNs: 0, link: 'C-R1' }] };
    const run = town({}, {}, cut);
    expect(eventsOf(run, 'appTold').map(({ timeNs, reason }) => [timeNs / MS, reason])).toEqual([
      [3000, { kind: 'echoFailed', sequence: 1, address: CLIENT }],
    ]);
    expect(eventsOf(run, 'packetSent').filter(({ place }) => place !== 0)).toEqual([]);
  });

  it('find nobody who owns an address behind the last router', () => {
    const run = town({ to: '198.51.100.77' });
    const refused = eventsOf(run, 'packetDropped').filter(({ reason }) => reason.kind === 'notMine');
    expect(refused).toHaveLength(3);
    expect(toldOf(run)).toEqual(['3080 echoFailed']);
  });

  it('take no notice of who asks for others, once they have forgotten who that is (RFC 826, RFC 1122 §2.3.2.1)', () => {
    const heard = (startNs: number): readonly string[] => {
      const other = ping({ to: '198.51.100.77', identifier: 2, startNs });
      const run = town({}, {}, { apps: [ping(), other] });
      const server = [...eventsOf(run, 'packetAccepted'), ...eventsOf(run, 'packetDropped')];
      const ofArp = server.filter(
        ({ place, packet, timeNs }) =>
          place === 1 && timeNs > startNs && run.traces[0]!.packet(packet).role === 'arp',
      );
      return ofArp.map(({ kind }) => kind);
    };
    expect(heard(30 * SECOND)).toEqual(Array(3).fill('packetAccepted'));
    expect(heard(70 * SECOND)).toEqual(Array(3).fill('packetDropped'));
  });

  it('take no notice of damaged messages: the frame check sequence tells (IEEE 802.3 §3.2.9)', () => {
    const run = town({ count: 20 }, { weather: { ...CLEAR_WEATHER, corrupt: 0.5 } });
    const damaged = eventsOf(run, 'packetDropped').filter(({ reason }) => reason.kind === 'badFrameCheck');
    expect(damaged.length).toBeGreaterThan(0);
    for (const { address } of eventsOf(run, 'neighbourLearned')) {
      expect([CLIENT, SERVER, '203.0.113.1', '203.0.113.2']).toContain(formatAddress(address));
    }
  });

  it('are forgotten by a host whose power goes, with what waits there', () => {
    const run = town({}, {}, { commands: [{ kind: 'powerOff', atNs: 5 * MS, host: 'C' }] });
    expect(eventsOf(run, 'packetLost').map(({ reason }) => reason.kind)).toEqual(['poweredOff']);
    const deaf = eventsOf(run, 'packetDropped').map(({ reason }) => reason.kind);
    expect(deaf).toEqual(['poweredOff']);
  });

  it.each(['tcp', 'udp'] as const)(
    'tell %s, too, that the first hop is silent (RFC 9293 §3.9.2.2, RFC 1122 §4.1.3.3)',
    (transport) => {
      const send: SendApp = {
        kind: 'send',
        transport,
        host: 'C',
        port: 50_000,
        to: { address: SERVER, port: { tcp: 80, udp: 9000 } },
        payload: textPayload('a'),
        pieceBytes: 1,
        startNs: 0,
        everyNs: MS,
      };
      const cut = { kind: 'cutLink', atNs: 0, link: 'C-R1' } as const;
      expect(toldOf(town({}, {}, { apps: [send], commands: [cut] }))[0]).toBe('3000 hostUnreachable');
    },
  );
});
