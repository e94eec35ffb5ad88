import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import type { Experiment, Rule } from '../experiment/experiment';
import { defaultStreet, filePayload, streetExperiment, textPayload } from '../experiment/street';
import { LINUX_PACKETDRILL_TCP } from '../experiment/tcpPresets';
import { CLEAR_WEATHER } from '../experiment/town';
import { decodeIpv4, encodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeTcp, encodeTcp, FLAG } from '../wire/tcp';
import type { Reason } from './reason';
import { type TcpLabel, tcpLabelsOf } from './tcpLabels';
import { Trace } from './trace';

const MS = 1_000_000;

function experimentOf(rules: readonly Rule[], message = 'ABCDEFGH'): Experiment {
  const street = { ...defaultStreet('en'), payload: textPayload(message), weather: CLEAR_WEATHER, rules };
  return streetExperiment(street, ['tcp']);
}

/** The labels of all packets of a run in the order of their sending, those without any left out: `label, label`. */
function labelsOf(experiment: Experiment): readonly string[] {
  const [trace] = simulateAll(experiment).traces;
  const labels = Array.from({ length: trace!.packetCount }, (_, packet) =>
    [...tcpLabelsOf(trace!, packet)].join(', '),
  );
  return labels.filter((label) => label !== '');
}

/** The sender's port, and the sequence numbers that a TCP packet takes (the run stays clear of 2³²). */
function spanOf(packet: Uint8Array<ArrayBuffer>): { port: number; start: number; end: number } {
  const ip = decodeIpv4(packet);
  const tcp = isMalformed(ip) ? ip : decodeTcp(ip.payload);
  if (isMalformed(tcp)) throw new Error(tcp.malformed);
  const { sequence: start, sourcePort: port, flags } = tcp.header;
  const counts = (flags & (FLAG.syn | FLAG.fin)) === 0 ? 0 : 1;
  return { port, start, end: start + tcp.payload.length + counts };
}

const rule = (
  nth: number,
  kind: 'drop' | 'dup',
  role: Rule['role'] = 'piece',
  direction: 0 | 1 = 0,
): Rule => ({
  link: 'R2-R3',
  direction,
  role,
  nth,
  verdict: { kind },
});

describe('tcpLabelsOf', () => {
  it('says nothing of a run in which nothing goes wrong', () => {
    expect(labelsOf(experimentOf([]))).toEqual([]);
  });

  it('calls ACKs that say nothing new duplicate, and what is sent again a retransmission', () => {
    // Pieces 4 to 8 and the FIN come before the missing third: six ACKs repeat the second's.
    const labels = labelsOf(experimentOf([rule(3, 'drop')]));
    expect(labels.filter((label) => label === 'duplicateAck')).toHaveLength(6);
    expect(labels.filter((label) => label === 'retransmission')).toHaveLength(1);
    expect(labels).toHaveLength(7);
  });

  it('does not call the ACK duplicate that an early segment only hastened', () => {
    // The ACK of piece 1 is delayed when piece 3 comes: the first ACK because of the gap is news all the same.
    const experiment = experimentOf([rule(2, 'drop')]);
    const delaying = { ...experiment, tcp: { ...experiment.tcp, delayedAckNs: 200 * MS } };
    const [trace] = simulateAll(delaying).traces;
    const hurried = Array.from({ length: trace!.packetCount }, (_, packet) => packet).filter(
      (packet) => trace!.event(trace!.packet(packet).madeBy).reason.kind === 'duplicateAck',
    );
    const isDuplicate = hurried.map((packet) => tcpLabelsOf(trace!, packet).has('duplicateAck'));
    expect(isDuplicate.slice(0, 3)).toEqual([false, true, true]);
  });

  it('calls a SYN and a FIN that are sent again a retransmission', () => {
    expect(labelsOf(experimentOf([rule(1, 'drop', 'control')]))).toEqual(['retransmission']);
    expect(labelsOf(experimentOf([rule(3, 'drop', 'control')]))).toEqual(['retransmission']);
  });

  it('calls everything so that was sent before, even a FIN that first went with the last piece', () => {
    const payload = filePayload('f', 'application/zip', new Uint8Array(200_000));
    const link = { delayNs: 30 * MS, rateBps: 2_000_000, queuePackets: 10 };
    const street = { ...defaultStreet('en'), payload, link, weather: CLEAR_WEATHER };
    const experiment = streetExperiment(street, ['tcp']);
    const apps = experiment.apps.map((app) => (app.kind === 'send' ? { ...app, everyNs: MS } : app));
    const [trace] = simulateAll({ ...experiment, apps, tcp: LINUX_PACKETDRILL_TCP }).traces;
    let highest = 0;
    let repeated = 0;
    for (let packet = 0; packet < trace!.packetCount; packet += 1) {
      const { port, start, end } = spanOf(trace!.packet(packet).bytes);
      if (port !== 50_000 || start === end) continue;
      const isRepeated = end <= highest;
      if (isRepeated) repeated += 1;
      expect(tcpLabelsOf(trace!, packet).has('retransmission'), `packet ${packet}`).toBe(isRepeated);
      highest = Math.max(highest, end);
    }
    expect(repeated).toBeGreaterThan(10);
  });

  it('gives a copy that the network made the labels of its original', () => {
    const [trace] = simulateAll(experimentOf([rule(3, 'drop'), rule(4, 'dup', 'control', 1)])).traces;
    const copies = Array.from({ length: trace!.packetCount }, (_, packet) => trace!.packet(packet)).filter(
      ({ duplicateOf }) => duplicateOf >= 0,
    );
    expect(copies.map(({ id }) => [...tcpLabelsOf(trace!, id)])).toEqual([['duplicateAck']]);
  });
});

describe('labels of a closed window', () => {
  function slowReader(dialect: 'rfc' | 'linux'): readonly string[] {
    const experiment = experimentOf([], 'ABCDEFGHIJKL');
    const apps = experiment.apps.map((app) =>
      app.kind === 'receive' ? { ...app, pauses: [{ fromNs: 0, toNs: 3000 * MS }] } : app,
    );
    const tcp = { ...experiment.tcp, receiveBufferBytes: 3, windowScale: null, dialect };
    return labelsOf({ ...experiment, apps, tcp });
  }

  it.each(['rfc', 'linux'] as const)('filled, asked for and answered as %s does it', (dialect) => {
    const labels = slowReader(dialect);
    const firstFull = labels.indexOf('windowFull');
    expect(labels.slice(firstFull, firstFull + 4)).toEqual([
      'windowFull',
      'zeroWindow',
      'windowProbe',
      'windowProbeAck, zeroWindow',
    ]);
    // What a probe carried in vain is no retransmission when it goes as new data.
    expect(labels.filter((label) => label.includes('retransmission'))).toEqual([]);
  });
});

describe('labels of a keep-alive', () => {
  /** One bare ACK from host 0 or 1. */
  function send(trace: Trace, place: 0 | 1, cause: number, reason: Reason): number {
    const addresses = [0xc000_020a, 0xc633_6414] as const;
    const ports = [50_000, 80] as const;
    const [source, destination] = [addresses[place], addresses[place === 0 ? 1 : 0]];
    const header = {
      sourcePort: ports[place],
      destinationPort: ports[place === 0 ? 1 : 0],
      sequence: 1,
      acknowledgment: 1,
      flags: FLAG.ack,
      window: 100,
      urgentPointer: 0,
      options: [],
    };
    const ip = { typeOfService: 0, identification: 1, dontFragment: true, moreFragments: false };
    const rest = { fragmentOffset: 0, timeToLive: 64, protocol: PROTOCOL.tcp, options: new Uint8Array(0) };
    const segment = encodeTcp(header, new Uint8Array(0), source, destination);
    const bytes = encodeIpv4({ ...ip, ...rest, source, destination }, segment);
    const identity = {
      role: 'control',
      flow: -1,
      piece: -1,
      number: 0,
      copy: 0,
      original: -1,
      duplicateOf: -1,
    } as const;
    const packet = trace.addPacket(identity, bytes);
    trace.record(trace.eventCount, 'packetSent', { place, packet }, cause, reason);
    return packet;
  }

  it('the question and its answer, which repeats the last ACK and is no duplicate', () => {
    const trace = new Trace('tcp');
    send(trace, 1, -1, { kind: 'acknowledge' });
    const question = send(trace, 0, -1, { kind: 'keepAliveProbe' });
    const facts = { place: 1, packet: question };
    const accepted = trace.record(5, 'packetAccepted', facts, -1, { kind: 'segmentArrived' });
    const answer = send(trace, 1, accepted, { kind: 'unacceptableSegment' });
    const labels: readonly TcpLabel[][] = [question, answer].map((packet) => [...tcpLabelsOf(trace, packet)]);
    expect(labels).toEqual([['keepAlive'], ['keepAliveAck']]);
  });
});
