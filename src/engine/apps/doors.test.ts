import { describe, expect, it } from 'vitest';
import { inconsistencyOf } from '../../experiment/consistency';
import type { EchoApp, PortScanApp } from '../../experiment/doorApps';
import type { App, Host, ReceiveApp, SendApp, Town } from '../../experiment/experiment';
import { textPayload } from '../../experiment/street';
import { parseExperiment } from '../../experiment/validate';
import { experimentToJson } from '../../experiment/experimentJson';
import type { Run } from '../../trace/run';
import { transcriptOf } from '../../trace/transcript';
import { simulateAll } from '../simulate';
import { eventsOf, house, inTown, post, road } from '../townBench';

const MS = 1_000_000;
const S = '198.51.100.20';

function street(server: Partial<Host> = {}): Town {
  return {
    hosts: [house('C', '192.0.2.10', 'C-R'), { ...house('S', S, 'R-S'), ...server }],
    routers: [post('R', '203.0.113.1', '192.0.2.0/24>C-R', '198.51.100.0/24>R-S')],
    links: [road('C', 'R'), road('R', 'S')],
  };
}

const play = (apps: readonly App[], server: Partial<Host> = {}): Run => {
  const experiment = inTown(street(server), apps, { lanes: ['tcp'] });
  expect(inconsistencyOf(experiment)).toBeNull();
  expect(parseExperiment(JSON.parse(JSON.stringify(experimentToJson(experiment)))).ok).toBe(true);
  return simulateAll(experiment);
};
const linesOf = (run: Run): readonly string[] => [...transcriptOf(run)].map(({ text }) => text);
const toldAt = (run: Run): readonly string[] =>
  linesOf(run).filter((line) => /told: .* (open|closed|filtered)/u.test(line));

const echo = (transport: 'tcp' | 'udp'): EchoApp => ({ kind: 'echo', host: 'S', transport, port: 7 });
const say = (transport: 'tcp' | 'udp', text: string): SendApp => ({
  kind: 'send',
  host: 'C',
  transport,
  port: 50_000,
  to: { address: S, port: { tcp: 7, udp: 7 } },
  payload: textPayload(text),
  pieceBytes: 4,
  startNs: 0,
  everyNs: 20 * MS,
});

describe('the echo service', () => {
  it('sends each datagram back to where it came from (RFC 862, UDP Based Echo Service)', () => {
    const run = play([echo('udp'), say('udp', 'hello room')]);
    const back = eventsOf(run, 'packetAccepted').filter(({ place }) => place === 0);
    const heard = back.map(({ packet }) =>
      new TextDecoder().decode(run.traces[0]!.packet(packet).bytes.subarray(28)),
    );
    expect(heard).toEqual(['hell', 'o ro', 'om']);
  });

  it('sends a stream back and closes when the caller has (RFC 862, TCP Based Echo Service)', () => {
    const run = play([echo('tcp'), say('tcp', 'hello room')]);
    const data = eventsOf(run, 'packetSent').filter(({ place }) => place === 1);
    const bytes = data.map(({ packet }) =>
      new TextDecoder().decode(run.traces[0]!.packet(packet).bytes.subarray(40)),
    );
    expect(bytes.join('')).toContain('hello room');
    expect(run.result!.lanes[0]!.senderTold).toBe('closed');
  });
});

const web: ReceiveApp = { kind: 'receive', host: 'S', transport: 'tcp', port: { tcp: 80, udp: 80 } };
const game: ReceiveApp = { kind: 'receive', host: 'S', transport: 'udp', port: { tcp: 8090, udp: 8090 } };
const scan = (...doors: PortScanApp['doors']): PortScanApp => ({
  kind: 'portScan',
  host: 'C',
  to: S,
  doors,
  startNs: 0,
  everyNs: 100 * MS,
  waitNs: 10_000 * MS,
});
const FILTERS = {
  filters: [
    { transport: 'tcp', port: 3306 },
    { transport: 'udp', port: 161 },
  ],
} as const;

describe('knocking at doors', () => {
  it('finds open, closed and filtered ones, and says what silence means', () => {
    const run = play(
      [
        web,
        game,
        echo('udp'),
        scan(
          { transport: 'tcp', port: 80 },
          { transport: 'tcp', port: 23 },
          { transport: 'udp', port: 9000 },
          { transport: 'tcp', port: 3306 },
          { transport: 'udp', port: 8090 },
          { transport: 'udp', port: 7 },
          { transport: 'udp', port: 161 },
        ),
      ],
      FILTERS,
    );
    expect(toldAt(run).map((line) => line.replace(/^.*told: \S+ /u, ''))).toEqual([
      'tcp 80 open',
      'tcp 23 closed',
      'udp 9000 closed',
      'udp 7 open',
      'tcp 3306 filtered',
      'udp 8090 open|filtered',
      'udp 161 open|filtered',
    ]);
  });

  it('gets a RST with ACK from a closed TCP port, at once (RFC 9293 §3.5.2)', () => {
    const run = play([scan({ transport: 'tcp', port: 23 })]);
    const [reset] = linesOf(run).filter((line) => line.includes('Flags [R.]'));
    expect(reset).toContain('seq 0, ack 1');
    expect(eventsOf(run, 'appTold').at(-1)!.timeNs).toBe(40 * MS);
  });

  it('gets "port unreachable" from a closed UDP port (RFC 1122 §4.1.3.1)', () => {
    const run = play([scan({ transport: 'udp', port: 9000 })]);
    expect(linesOf(run).some((line) => line.includes('udp port 9000 unreachable'))).toBe(true);
  });

  it('hears nothing from a filtered port, and asks again after 1, 3 and 7 s (RFC 6298 §5.5)', () => {
    const run = play([web, scan({ transport: 'tcp', port: 3306 })], FILTERS);
    const seconds = eventsOf(run, 'packetSent').map(({ timeNs }) => timeNs / 1e9);
    expect(seconds).toEqual([0, 1, 3, 7]);
    const drops = eventsOf(run, 'packetDropped');
    expect(drops.map(({ reason, place }) => [reason.kind, place])).toEqual(
      Array.from({ length: 4 }, () => ['filtered', 1]),
    );
    expect(toldAt(run)).toHaveLength(1);
    expect(eventsOf(run, 'appTold').at(-1)!.timeNs).toBe(10_000 * MS);
  });

  it('breaks an open connection off without a word (RFC 9293 §3.10.5)', () => {
    const run = play([web, scan({ transport: 'tcp', port: 80 })]);
    const flags = linesOf(run).flatMap((line) => /Flags \[([^\]]+)\]/u.exec(line)?.[1] ?? []);
    expect(flags).toEqual(['S', 'S.', '.', 'R']);
  });

  it('stops when its power goes', () => {
    const experiment = inTown(
      street(FILTERS),
      [scan({ transport: 'tcp', port: 3306 }, { transport: 'udp', port: 161 })],
      {
        lanes: ['tcp'],
        commands: [{ kind: 'powerOff', atNs: 500 * MS, host: 'C' }],
      },
    );
    expect(eventsOf(simulateAll(experiment), 'appTold')).toEqual([]);
  });
});

describe('port 0', () => {
  it('is refused: it is reserved (RFC 6335 §6)', () => {
    const experiment = experimentToJson(inTown(street(), [{ ...web, port: { tcp: 0, udp: 0 } }]));
    expect(parseExperiment(experiment)).toMatchObject({ ok: false });
  });
});
