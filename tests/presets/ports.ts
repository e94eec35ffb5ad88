import { expect } from 'vitest';
import { callViewAt } from '../../src/trace/callView';
import { storyEndNs } from '../../src/trace/moments';
import { socketsAt } from '../../src/trace/sockets';
import type { Run } from '../../src/trace/run';
import { eventsOf, type Promised, tellings } from './promise';

const MS = 1_000_000;

/** What the app of each flow got in that time, in bytes. */
function bytesBetween(run: Run, fromNs: number, untilNs: number): readonly number[] {
  const trace = run.traces[0]!;
  const bytes = run.result!.lanes[0]!.flows.map(() => 0);
  for (const event of eventsOf(run, 'bytesDelivered')) {
    if (event.kind !== 'bytesDelivered' || event.timeNs < fromNs || event.timeNs >= untilNs) continue;
    bytes[trace.packet(event.packet).flow]! += event.length;
  }
  return bytes;
}

export const portPromises = {
  'three-programs'(run) {
    const [lane] = run.result!.lanes;
    expect(lane!.flows.map(({ port, deliveredBytes }) => [port, deliveredBytes > 0])).toEqual([
      [8090, true],
      [21_000, true],
      // The request; what comes back is the server's.
      [10_010, false],
      [8091, false],
    ]);
    const home = socketsAt(run.traces[0]!, 100 * MS).filter(({ place }) => place === 0);
    expect(home.map(({ transport, localPort }) => `${transport} ${localPort}`)).toEqual([
      'udp 8090',
      'udp 21000',
      'tcp 10010',
    ]);
    expect(tellings(run)).toContain('portUnreachable');
    expect(eventsOf(run, 'packetDropped').map(({ reason }) => reason.kind)).toEqual(['portClosed']);
  },
  'one-room-many-visitors'(run) {
    const room = socketsAt(run.traces[0]!, 300 * MS).filter(({ place }) => place === 3);
    expect(room.map(({ localPort }) => localPort)).toEqual([443, 443, 443, 443, 443]);
    expect(new Set(room.map(({ remote }) => remote && `${remote.address}:${remote.port}`)).size).toBe(5);
    expect(tellings(run)).toContain('connectionExists');
    const { flows } = run.result!.lanes[0]!;
    expect(flows.map(({ intact }) => intact)).toEqual([true, true, true, true, false]);
  },
  'port-scan'(run) {
    const found = tellings(run).filter((kind) => kind.startsWith('door'));
    expect(found).toEqual(['doorOpen', 'doorClosed', 'doorClosed', 'doorOpen', 'doorFiltered', 'doorSilent']);
  },
  'home-behind-nat'(run) {
    const ports = eventsOf(run, 'mappingMade').map(
      (event) => event.kind === 'mappingMade' && event.outsidePort,
    );
    expect(ports).toEqual([8080, 50_000, 50_002]);
    const expired = eventsOf(run, 'mappingExpired');
    expect(expired).toHaveLength(2);
    // Its story is not over before the rows are.
    expect(storyEndNs(run)).toBe(expired[1]!.timeNs);
    expect(eventsOf(run, 'packetDropped').map(({ reason }) => reason.kind)).toEqual(['natNoMapping']);
    expect(tellings(run)).toContain('responseSent');
  },
  bottleneck(run) {
    const { flows } = run.result!.lanes[0]!;
    expect(flows.every(({ intact, retransmissions }) => intact && retransmissions > 0)).toBe(true);
    const full = eventsOf(run, 'packetDropped').filter(({ reason }) => reason.kind === 'queueFull');
    expect(full.length).toBeGreaterThan(10);
    // While all three send, each has about a third, and CUBIC the most (RFC 9438 §5.1).
    const [first, second, cubic] = bytesBetween(run, 1500 * MS, 2500 * MS) as [number, number, number];
    expect(cubic).toBeGreaterThan(Math.max(first, second));
    expect(cubic / Math.min(first, second)).toBeLessThan(1.5);
  },
  'call-against-download'(run) {
    const call = callViewAt(run, 0, Infinity)!;
    // Before the download every frame is in time; then the queue holds them up, or takes them.
    expect(call.frames.slice(0, 25).every(({ fate }) => fate === 'onTime')).toBe(true);
    expect(call.counts.late + call.counts.missing).toBeGreaterThan(20);
    expect(run.result!.lanes[0]!.flows[1]!.intact).toBe(true);
  },
} satisfies Record<string, Promised>;
