import { describe, expect, it } from 'vitest';
import { RFC_TCP } from '../experiment/tcpPresets';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { changesOf } from '../trace/changes';
import type { TraceEvent } from '../trace/event';
import { Trace } from '../trace/trace';
import { parseAddress } from '../wire/address';
import { decodeIpv4, encodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeTcp, encodeTcp, FLAG, type TcpHeader } from '../wire/tcp';
import { allParts } from './allParts';
import { HostNode } from './host';
import { LinkWay } from './link';
import { controlIdentity, type Packet } from './packet';
import type { TcpSocket } from './tcpSocket';
import { World } from './world';

const PORT = 80;
const NO_BYTES = new Uint8Array(0);
const CONTROL = controlIdentity(0);

/** The host S of the first street, which listens and closes as soon as it is called, and a peer made of packets. */
class Bench {
  readonly sent: TcpHeader[] = [];
  readonly trace = new Trace('tcp');
  readonly #world: World;
  readonly #host: HostNode;
  readonly #peer = parseAddress('192.0.2.10')!;

  constructor() {
    const experiment = { ...streetExperiment(defaultStreet('en')), tcp: { ...RFC_TCP, timestamps: false } };
    this.#world = new World(experiment, this.trace, allParts);
    const host = experiment.town.hosts.find(({ id }) => id === 'S')!;
    const link = experiment.town.links.find(({ id }) => id === host.link)!;
    const way = new LinkWay(this.#world, link, link.from === 'S' ? 0 : 1, {
      receive: (packet) => this.#note(packet),
    });
    this.#host = new HostNode(this.#world, host, way);
    this.#host.tcp.listen(
      PORT,
      () => ({ told: ({ kind }, socket, cause) => closeOnce(kind, socket, cause) }),
      -1,
    );
  }

  /** A segment of the peer; what it brings about is in `sent`. */
  arrive(flags: number, sequence: number, acknowledgment = 0, sourcePort = 50_000, text = NO_BYTES): void {
    const options = (flags & FLAG.syn) === 0 ? [] : [{ kind: 'maxSegmentSize', bytes: 100 } as const];
    const numbers = { sequence: sequence >>> 0, acknowledgment: acknowledgment >>> 0 };
    const header = {
      sourcePort,
      destinationPort: PORT,
      ...numbers,
      flags,
      window: 1000,
      urgentPointer: 0,
      options,
    };
    const segment = encodeTcp(header, text, this.#peer, this.#host.address);
    const bytes = encodeIpv4(
      {
        typeOfService: 0,
        identification: 1,
        dontFragment: true,
        moreFragments: false,
        fragmentOffset: 0,
        timeToLive: 9,
        protocol: PROTOCOL.tcp,
        source: this.#peer,
        destination: this.#host.address,
        options: new Uint8Array(0),
      },
      segment,
    );
    const made = { identity: CONTROL, bytes, payloadBytes: 0, weatherNs: null };
    this.#host.receive(this.#world.makePacket(0, made, -1, { kind: 'none' }));
    while (this.#world.queue.nextNs <= this.#world.now + 100_000_000) {
      this.#world.now = this.#world.queue.nextNs;
      this.#world.queue.take()();
    }
  }

  /** Why connections have ended. */
  get endings(): readonly string[] {
    return this.#events.flatMap((event) => {
      const changes = event.kind === 'connectionChanged' ? changesOf(this.trace, event) : [];
      return changes.filter(({ to }) => to === 'CLOSED').map(({ reason }) => reason.kind);
    });
  }

  /** What was said of the segment that came last. */
  get lastAccepted(): string {
    return this.#events.findLast(({ kind }) => kind === 'packetAccepted')!.reason.kind;
  }

  get #events(): readonly TraceEvent[] {
    return Array.from({ length: this.trace.eventCount }, (_, number) => this.trace.event(number));
  }

  #note({ bytes }: Packet): void {
    const ip = decodeIpv4(bytes);
    const tcp = isMalformed(ip) ? ip : decodeTcp(ip.payload);
    if (isMalformed(tcp)) throw new Error('malformed');
    this.sent.push(tcp.header);
  }
}

function closeOnce(kind: string, socket: TcpSocket, cause: number): void {
  if (kind === 'connected') socket.close(cause);
}

/** A connection that S has closed first and whose peer has closed too: TIME-WAIT. */
function inTimeWait(): Bench {
  const bench = new Bench();
  bench.arrive(FLAG.syn, 1000);
  const first = bench.sent[0]!.sequence;
  bench.arrive(FLAG.ack, 1001, first + 1);
  bench.arrive(FLAG.ack | FLAG.fin, 1001, first + 2);
  return bench;
}

describe('the TCP layer of a host', () => {
  it('lets a newer SYN begin a connection in place of one in TIME-WAIT (RFC 1122 §4.2.2.13)', () => {
    const bench = inTimeWait();
    const before = bench.sent.at(-1)!.sequence;
    bench.arrive(FLAG.syn, 5000);
    const answer = bench.sent.at(-1)!;
    expect(answer).toMatchObject({ flags: FLAG.syn | FLAG.ack, acknowledgment: 5001 });
    expect((answer.sequence - before) | 0).toBeGreaterThan(0);
    bench.arrive(FLAG.ack, 5001, answer.sequence + 1);
    expect(bench.sent.at(-1)).toMatchObject({ flags: FLAG.ack | FLAG.fin, sequence: answer.sequence + 1 });
  });

  it('says of the connection that made way that a SYN came, not that it was reset', () => {
    const bench = inTimeWait();
    bench.arrive(FLAG.syn, 5000);
    expect(bench.endings).toEqual(['synArrived']);
    const reset = inTimeWait();
    reset.arrive(FLAG.rst, 1002);
    expect(reset.endings).toEqual(['connectionReset']);
  });

  it('says of text that it came in order, early, twice, or where no room had been promised', () => {
    const bench = new Bench();
    bench.arrive(FLAG.syn, 1000);
    const first = bench.sent[0]!.sequence + 1;
    const told = (sequence: number): string => {
      bench.arrive(FLAG.ack, sequence, first, 50_000, new Uint8Array(10));
      return bench.lastAccepted;
    };
    expect([1001, 1021, 1001, 1011 + bench.sent.at(-1)!.window * 128].map(told)).toEqual([
      'inOrder',
      'outOfOrder',
      'oldDuplicate',
      'unacceptableSegment',
    ]);
  });

  it('challenges an older SYN in TIME-WAIT (RFC 5961 §4.2)', () => {
    const bench = inTimeWait();
    const last = bench.sent.at(-1)!;
    bench.arrive(FLAG.syn, 500);
    expect(bench.sent.at(-1)).toMatchObject({
      flags: FLAG.ack,
      sequence: last.sequence,
      acknowledgment: 1002,
    });
  });

  it('ignores who calls when too many calls are half open, until one of them is through', () => {
    const bench = new Bench();
    for (let port = 1; port <= 200; port += 1) bench.arrive(FLAG.syn, 1000, 0, port);
    const answered = new Set(bench.sent.map(({ destinationPort }) => destinationPort));
    expect(answered.size).toBe(129);
    bench.arrive(FLAG.rst, 1001, 0, 1);
    bench.arrive(FLAG.syn, 1000, 0, 200);
    expect(bench.sent.at(-1)).toMatchObject({ flags: FLAG.syn | FLAG.ack, destinationPort: 200 });
  });
});
