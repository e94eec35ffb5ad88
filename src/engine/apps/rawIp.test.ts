import { describe, expect, it } from 'vitest';
import { inconsistencyOf } from '../../experiment/consistency';
import type { App, Experiment, Rule, RuleVerdict } from '../../experiment/experiment';
import type { RawSendApp } from '../../experiment/rawApps';
import { textPayload } from '../../experiment/street';
import { experimentToJson } from '../../experiment/experimentJson';
import { parseExperiment } from '../../experiment/validate';
import { packetFactsOf } from '../../trace/packetFacts';
import type { Run } from '../../trace/run';
import { simulateAll } from '../simulate';
import { eventsOf, house, inTown, post, road } from '../townBench';

const MS = 1_000_000;
const B = '198.51.100.20';
const SEND: RawSendApp = {
  kind: 'rawSend',
  host: 'A',
  to: B,
  protocol: 253,
  payload: textPayload('abcde'),
  pieceBytes: 1,
  startNs: 0,
  everyNs: 5 * MS,
};
const TAKE: App = { kind: 'rawReceive', host: 'B', protocol: 253 };

function run(apps: readonly App[], over: Partial<Experiment> = {}): Run {
  const town = {
    hosts: [house('A', '192.0.2.10', 'A-R'), house('B', B, 'R-B')],
    routers: [post('R', '203.0.113.1', '192.0.2.0/24>A-R', '198.51.100.0/24>R-B')],
    links: [road('A', 'R'), road('R', 'B')],
  };
  const experiment = inTown(town, apps, over);
  expect(inconsistencyOf(experiment)).toBeNull();
  return simulateAll(experiment);
}

const rule = (nth: number, verdict: RuleVerdict): Rule => ({
  link: 'R-B',
  direction: 0,
  role: 'control',
  nth,
  verdict,
});

/** What the packets that B took say, in the order in which it took them; `?` for what is no text any more. */
function taken(finished: Run): string {
  const damaged = new Set(eventsOf(finished, 'packetCorrupted').map(({ packet }) => packet));
  return eventsOf(finished, 'packetAccepted')
    .map(({ packet }) =>
      damaged.has(packet) ? '?' : packetFactsOf(finished, { lane: 0, packet })!.raw!.text,
    )
    .join('');
}

const toldOf = (finished: Run) => eventsOf(finished, 'appTold').map(({ reason }) => reason);

describe('IP without a transport (RFC 791 §1.4)', () => {
  it('brings each packet by itself, with nothing but an IP header around the data', () => {
    const finished = run([SEND, TAKE]);
    expect(taken(finished)).toBe('abcde');
    expect(finished.traces[0]!.packet(0).bytes).toHaveLength(21);
    expect(toldOf(finished)[0]).toEqual({ kind: 'rawArrived', nth: 1, bytes: 1, text: 'a' });
  });

  it('does not bring again what is lost, and nobody is told', () => {
    const finished = run([SEND, TAKE], { rules: [rule(2, { kind: 'drop' })] });
    expect(taken(finished)).toBe('acde');
    expect(toldOf(finished)).toHaveLength(4);
  });

  it('does not keep their order', () => {
    expect(taken(run([SEND, TAKE], { rules: [rule(3, { kind: 'delay', delayNs: 7 * MS })] }))).toBe('abdce');
  });

  it('does not notice what comes twice', () => {
    expect(taken(run([SEND, TAKE], { rules: [rule(4, { kind: 'dup' })] }))).toBe('abcdde');
  });

  it('does not notice damage to the data: its checksum covers the header alone (RFC 791 §3.1)', () => {
    expect(taken(run([SEND, TAKE], { rules: [rule(5, { kind: 'flip', bit: 163 })] }))).toBe('abcd?');
  });

  it('says "protocol unreachable" where no app takes that protocol (RFC 1122 §3.2.2.1)', () => {
    const finished = run([{ ...SEND, payload: textPayload('a') }]);
    expect(toldOf(finished)).toEqual([{ kind: 'protocolUnreachable' }]);
    const dropped = eventsOf(finished, 'packetDropped').map(({ reason }) => reason);
    expect(dropped).toEqual([{ kind: 'protocolUnknown', protocol: 253 }]);
    const other = run([SEND, { ...TAKE, protocol: 254 }]);
    expect(toldOf(other).map(({ kind }) => kind)).toEqual(Array<string>(5).fill('protocolUnreachable'));
  });

  it('is read from JSON as it was written, and only with numbers that are for experiments (RFC 3692 §2.1)', () => {
    const { experiment } = run([SEND, TAKE]);
    const json = JSON.parse(JSON.stringify(experimentToJson(experiment))) as Record<string, unknown>;
    expect(parseExperiment(json)).toEqual({ ok: true, experiment });
    const wrong = { ...experiment, apps: [{ ...SEND, protocol: 6 }] };
    const parsed = parseExperiment(JSON.parse(JSON.stringify(experimentToJson(wrong))) as unknown);
    expect(parsed.ok).toBe(false);
  });
});

describe('the transports', () => {
  const looping: Partial<Experiment> = { lanes: ['tcp'] };
  const send = (transport: 'tcp' | 'udp'): App => ({
    kind: 'send',
    transport,
    host: 'A',
    port: 50_000,
    to: { address: '10.0.0.1', port: { tcp: 80, udp: 80 } },
    payload: textPayload('a'),
    pieceBytes: 1,
    startNs: 0,
    everyNs: MS,
  });

  it.each(['tcp', 'udp'] as const)(
    'are told of "time exceeded" (%s: RFC 9293 §3.9.2.2, RFC 1122 §4.1.3.3)',
    (transport) => {
      const town = {
        hosts: [house('A', '192.0.2.10', 'A-R'), house('B', B, 'Q-B')],
        routers: [
          post('R', '203.0.113.1', '192.0.2.0/24>A-R', '10.0.0.0/8>R-Q'),
          post('Q', '203.0.113.2', '192.0.2.0/24>R-Q', '10.0.0.0/8>R-Q'),
        ],
        links: [road('A', 'R'), road('R', 'Q'), road('Q', 'B')],
      };
      const finished = simulateAll(inTown(town, [send(transport)], looping));
      expect(toldOf(finished)[0]).toEqual({ kind: 'hostUnreachable' });
    },
  );
});
