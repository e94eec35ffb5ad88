import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, handMadeExperiment, ms, unfinished } from '../../tests/handMade';
import { RFC_TCP } from '../experiment/tcpPresets';
import type { ConnectionSnapshot } from './snapshot';
import { transcriptEntries, transcriptOf } from './transcript';

const SYN_SENT: ConnectionSnapshot = {
  state: 'SYN-SENT',
  phase: 'slowStart',
  localPort: 50_000,
  remotePort: 80,
  initialSendSequence: 100,
  initialReceiveSequence: 0,
  sendUnacked: 100,
  sendNext: 101,
  highestSent: 101,
  sendWindow: 0,
  receiveNext: 0,
  receiveWindow: 65_535,
  cwnd: 10,
  ssthresh: 65_535,
  inFlight: 0,
  pipe: 0,
  sackedBytes: 0,
  lostBytes: 0,
  resentBytes: 0,
  recoveryPoint: -1,
  scoreboard: [],
  lost: [],
  resent: [],
  sendMaxSegmentBytes: 1460,
  duplicateAcks: 0,
  ecnAgreed: 0,
  ecnEchoing: 0,
  ecnOwesNotice: 0,
  smoothedRttNs: 0,
  rttVarianceNs: 0,
  rtoNs: RFC_TCP.rtoInitialNs,
  reassemblyBytes: 0,
  reassembly: [],
  readableBytes: 0,
  unsentBytes: 0,
};

function textsOf(...towns: readonly HandMade[]): string[] {
  const experiment = handMadeExperiment({ text: 'AB' });
  const run = unfinished(
    experiment,
    towns.map(({ trace }) => trace),
  );
  return [...transcriptOf(run)].map(({ text }) => text);
}

describe('transcriptOf', () => {
  it('says what was sent, what the network did to it and what the app got', () => {
    const town = new HandMade('udp');
    const a = town.sends(0, 0, bytesOf('A'));
    const b = town.sends(ms(20), 1, bytesOf('B'));
    town.loses(ms(35.5), a);
    town.reads(ms(80), b, bytesOf('B'));
    town.sends(ms(90), 0, bytesOf('A'), { role: 'retransmission', copy: 1, original: a });
    expect(textsOf(town)).toEqual([
      '0.000000 IP 192.0.2.10.50000 > 198.51.100.20.9000: UDP, length 1',
      '0.020000 IP 192.0.2.10.50000 > 198.51.100.20.9000: UDP, length 1',
      '0.035500 IP 192.0.2.10.50000 > 198.51.100.20.9000: UDP, length 1 [lost on R2-R3]',
      '0.080000 # S udp app read 1 bytes',
      '0.090000 IP 192.0.2.10.50000 > 198.51.100.20.9000: UDP, length 1 [retransmission 1]',
    ]);
  });

  it('names the place and the reason of damage, delay, doubling and drops', () => {
    const town = new HandMade('udp');
    const packet = town.sends(0, 0, bytesOf('A'));
    const { trace } = town;
    const place = town.way('R2-R3');
    const weather = { kind: 'weather', fate: 'corrupt' } as const;
    trace.record(ms(1), 'packetDelayed', { place, packet, delayNs: ms(60) }, 0, weather);
    trace.record(ms(1), 'packetDuplicated', { place, packet, copy: packet }, 0, weather);
    trace.record(ms(2), 'packetDropped', { place, packet }, 0, { kind: 'queueFull', limit: 10 });
    const facts = { place: town.node('S'), packet };
    trace.record(ms(3), 'packetDropped', facts, 0, { kind: 'badTransportChecksum' });
    trace.record(ms(4), 'packetCorrupted', { place, packet, bit: 230, fraction: 0.5 }, 0, weather);
    const notes = textsOf(town).map((text) => /\[[^[]*\]$/u.exec(text)?.[0]);
    expect(notes.slice(1)).toEqual([
      '[delayed by 60 ms on R2-R3]',
      '[doubled on R2-R3]',
      '[dropped on R2-R3: queueFull]',
      '[dropped at S: badTransportChecksum]',
      '[bit 230 inverted on R2-R3]',
    ]);
    expect(textsOf(town).at(-1)).toContain('bad udp cksum');
  });

  it('writes a line for a change of state, none for a change of numbers', () => {
    const town = new HandMade('tcp');
    const { trace } = town;
    const place = town.node('C');
    for (const [timeNs, snapshot] of [
      [0, SYN_SENT],
      [ms(50), { ...SYN_SENT, rtoNs: 1 }],
      [ms(120), { ...SYN_SENT, state: 'ESTABLISHED' as const }],
    ] as const) {
      const facts = {
        place,
        connection: 0,
        snapshot: trace.addSnapshot(snapshot, { previous: -1, changes: [] }),
      };
      trace.record(timeNs, 'connectionChanged', facts, -1, { kind: 'segmentArrived' });
    }
    trace.record(ms(130), 'appTold', { place, port: 50_000 }, -1, { kind: 'closed' });
    expect(textsOf(town)).toEqual([
      '0.000000 # C tcp port 50000: CLOSED -> SYN-SENT',
      '0.120000 # C tcp port 50000: SYN-SENT -> ESTABLISHED',
      '0.130000 # C tcp app told: closed',
    ]);
  });
});

describe('transcriptEntries', () => {
  it('merges the lanes by time, the first lane first on a tie', () => {
    const [tcp, udp] = [new HandMade('tcp'), new HandMade('udp')];
    tcp.sends(0, 0, bytesOf('A'));
    tcp.sends(ms(40), 1, bytesOf('B'));
    udp.sends(0, 0, bytesOf('A'));
    udp.sends(ms(20), 1, bytesOf('B'));
    const run = unfinished(handMadeExperiment({ text: 'AB' }), [tcp.trace, udp.trace]);
    expect(transcriptEntries(run).map(({ timeNs, lane }) => [timeNs / ms(1), lane])).toEqual([
      [0, 0],
      [0, 1],
      [20, 1],
      [40, 0],
    ]);
  });
});
