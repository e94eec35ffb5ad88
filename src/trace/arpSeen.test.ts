import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { eventsOf, house, inTown, post, road } from '../engine/townBench';
import { ETHER_TYPE } from '../wire/ethernet';
import { BROADCAST_MAC } from '../wire/macAddress';
import { frameAt } from './frameAt';
import { findPacket, packetNameOf } from './packetNames';
import { packetSort } from './packetSort';
import { packetStory } from './packetStory';
import { queueSeries } from './seriesQueue';
import { flightIndex, lastFlightOf } from './legs';
import { transcriptOf } from './transcript';

const MS = 1_000_000;
const resolves = { resolves: true } as const;
const run = simulateAll(
  inTown(
    {
      hosts: [house('C', '192.0.2.10', 'C-R'), house('S', '198.51.100.20', 'R-S')],
      routers: [post('R', '203.0.113.1', '192.0.2.0/24>C-R', '198.51.100.0/24>R-S')],
      links: [road('C', 'R', resolves), road('R', 'S', resolves)],
    },
    [
      {
        kind: 'ping',
        host: 'C',
        to: '198.51.100.20',
        identifier: 1,
        count: 1,
        dataBytes: 8,
        startNs: 0,
        everyNs: 0,
      },
    ],
    { commands: [{ kind: 'powerOff', atNs: 0, host: 'S' }] },
  ),
);
const trace = run.traces[0]!;
const PING = 0;
const [QUESTION, ANSWER] = [1, 2];

const told = (packet: number): readonly string[] =>
  packetStory(run, { lane: 0, packet }).map(({ place, layer, deed }) => `${place} ${layer} ${deed.kind}`);

describe('an ARP message in a trace', () => {
  it('is one of its own sort, with a name that holds in other futures', () => {
    expect([PING, QUESTION, ANSWER].map((packet) => packetSort(trace.packet(packet).bytes))).toEqual([
      'icmp',
      'arp',
      'arp',
    ]);
    const name = packetNameOf(run, { lane: 0, packet: ANSWER })!;
    expect(name).toMatchObject({ from: 'R', role: 'arp', number: 0 });
    expect(findPacket(run, name)).toEqual({ lane: 0, packet: ANSWER });
  });

  it('goes in a frame to everybody, its answer to one (RFC 826)', () => {
    const asked = frameAt(run, { lane: 0, packet: QUESTION }, 5 * MS)!;
    expect(asked.header).toMatchObject({ destination: BROADCAST_MAC, etherType: ETHER_TYPE.arp });
    const answered = frameAt(run, { lane: 0, packet: ANSWER }, 15 * MS)!;
    expect(answered.header.destination).toBe(asked.header.source);
  });

  it('is a matter of the link layer alone', () => {
    expect(told(QUESTION)).toEqual(['C link made', 'C link framed', 'R link accepted', 'R link answered']);
  });

  it('is a line of the transcript as tcpdump prints it', () => {
    const lines = [...transcriptOf(run)].map(({ text }) => text);
    expect(lines).toContain('0.010000 ARP, Reply 203.0.113.1 is-at 02:00:00:03:00:01, length 28');
  });
});

describe('what waits for an answer (RFC 1122 §2.3.2.2)', () => {
  it('has no frame yet: nobody knows what to write on it', () => {
    expect(frameAt(run, { lane: 0, packet: PING }, 5 * MS)).toBeNull();
    expect(frameAt(run, { lane: 0, packet: PING }, 25 * MS)).not.toBeNull();
  });

  it('stands in front of its link, but not in the queue for it', () => {
    expect(queueSeries(trace)).toEqual([]);
    const flight = lastFlightOf(flightIndex(trace), PING, 35 * MS)!;
    expect(flight).toMatchObject({ kind: 'queue', outcome: 'dropped', startNs: 30 * MS, endNs: 3030 * MS });
    expect(eventsOf(run, 'packetDropped').at(-1)).toMatchObject({ packet: PING, timeNs: 3030 * MS });
  });
});
