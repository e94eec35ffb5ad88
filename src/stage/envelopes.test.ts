import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { packetEvents } from '../trace/packetBytesAt';
import { packetFactsOf } from '../trace/packetFacts';
import { fieldValue, openPacket, shownFields } from './envelopes';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { sceneAt } from './scene';

const MS = 1_000_000;
const street = {
  ...defaultStreet('en'),
  payload: textPayload('Hello, world!'),
  pieceBytes: 13,
  weather: CLEAR_WEATHER,
};
const RUN = simulateAll(streetExperiment(street));
const [TCP, UDP] = [0, 1];

/** The packet of a lane that bears the message. */
function bearer(lane: number): number {
  const count = RUN.traces[lane]!.packetCount;
  return Array.from({ length: count }, (_, id) => id).find(
    (packet) => packetFactsOf(RUN, { lane, packet })!.dataBytes === 13,
  )!;
}

function opened(lane: number, afterNs: number) {
  const packet = bearer(lane);
  const trace = RUN.traces[lane]!;
  const sentNs = trace.timeAt(packetEvents(trace, packet)[0]!);
  return openPacket(RUN, { lane, packet }, sentNs + afterNs)!;
}

const value = (at: ReturnType<typeof opened>, name: string): string =>
  at.envelopes
    .flatMap(shownFields)
    .filter((field) => field.name === name)
    .map(fieldValue)
    .join();

describe('an opened packet', () => {
  it('has the sizes of the lesson on encapsulation: 13, 33, 53, 71', () => {
    const { envelopes } = opened(TCP, 5 * MS);
    expect(envelopes.map(({ unit }) => unit)).toEqual(['frame', 'packet', 'segment', 'message']);
    expect(envelopes.map(({ bytes }) => bytes)).toEqual([71, 53, 33, 13]);
    expect(envelopes.map(({ ownBytes }) => ownBytes)).toEqual([18, 20, 20, 13]);
  });

  it('is padded to 46 bytes of data in a frame over UDP', () => {
    const { envelopes } = opened(UDP, 5 * MS);
    expect(envelopes.map(({ bytes }) => bytes)).toEqual([64, 41, 21, 13]);
    expect(envelopes[0]!.paddingBytes).toBe(5);
  });

  it('gets another frame and one less to live at each hop, and keeps all that is in the packet', () => {
    const hops = [5, 15, 35, 55].map((ms) => opened(UDP, ms * MS));
    expect(hops.map((at) => at.names.join('→'))).toEqual(['C→R1', 'R1→R2', 'R2→R3', 'R3→S']);
    expect(hops.map((at) => value(at, 'ipv4.timeToLive'))).toEqual(['64', '63', '62', '61']);
    expect(new Set(hops.map((at) => value(at, 'ethernet.source'))).size).toBe(4);
    expect(new Set(hops.map((at) => value(at, 'ipv4.checksum'))).size).toBe(4);
    expect(new Set(hops.map((at) => value(at, 'udp.checksum'))).size).toBe(1);
  });

  it('is only the message once the receiver has taken it', () => {
    const { kind, names, envelopes } = opened(UDP, 500 * MS);
    expect([kind, names]).toEqual(['accepted', ['S']]);
    expect(envelopes.map(({ bytes }) => bytes)).toEqual([13]);
    expect(fieldValue(envelopes[0]!.fields[0]!)).toBe('Hello, world!');
  });

  it('is not there before it was made', () => {
    expect(openPacket(RUN, { lane: TCP, packet: bearer(TCP) }, 0)).toBeNull();
  });
});

describe('the envelopes drawn around a packet', () => {
  it('are put on from the door to the road, lose the frame in each router, and come off again', () => {
    const plan = layoutTown(townFacts(RUN.experiment), { width: 1400, height: 570 });
    const wraps: number[] = [];
    for (let ms = 0.05; ms < 60; ms += 0.1) {
      const seen = sceneAt(RUN, plan, ms * MS).packets.find(({ key }) => key === `${UDP}:0`);
      if (seen && wraps.at(-1) !== seen.wraps) wraps.push(seen.wraps);
    }
    expect(wraps).toEqual([0, 1, 2, 3, 2, 3, 2, 3, 2, 3, 2, 1, 0]);
  });
});
