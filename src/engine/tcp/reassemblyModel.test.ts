import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINUX_PACKETDRILL_TCP } from '../../experiment/tcpPresets';
import { FLAG, type TcpHeader } from '../../wire/tcp';
import { findOption } from './arrival';
import { Connection } from './connection';

/** Bytes of the stream that the segments lie in; byte 0 stands for the SYN. */
const STREAM = 24;
const LARGEST_SEGMENT = 6;

/** What a receiver must say of tiny segments in any order, kept as the plainest thing: which bytes are here. */
class Model {
  readonly #held = new Set<number>();
  #next = 1;
  /** The runs that a segment grew, newest first, by any byte of theirs. */
  #touched: number[] = [];

  get next(): number {
    return this.#next;
  }

  /** Takes a segment and says what it repeats, as runs. */
  arrive(start: number, length: number): readonly string[] {
    const bytes = Array.from({ length }, (_, i) => start + i);
    const known = bytes.filter((byte) => byte < this.#next || this.#held.has(byte));
    for (const byte of bytes) if (byte >= this.#next) this.#held.add(byte);
    while (this.#held.delete(this.#next)) this.#next += 1;
    const last = start + length - 1;
    if (last >= this.#next) this.#touched = [last, ...this.#touched];
    return runs(new Set(known));
  }

  /** What is held out of order, the run that grew last first. */
  get blocks(): readonly string[] {
    const all = runs(this.#held);
    const order = this.#touched.flatMap((byte) => all.filter((run) => isIn(byte, run)));
    return [...new Set(order)];
  }
}

function runs(bytes: ReadonlySet<number>): readonly string[] {
  const starts = [...bytes].filter((byte) => !bytes.has(byte - 1)).toSorted((a, b) => a - b);
  return starts.map((start) => {
    let end = start;
    while (bytes.has(end)) end += 1;
    return `${start}:${end}`;
  });
}

function isIn(byte: number, run: string): boolean {
  const [start, end] = run.split(':').map(Number);
  return byte >= start! && byte < end!;
}

/** A connection just opened by its peer, whose ISN and ours are 0, and what it sends. */
function opened(): { readonly sent: TcpHeader[]; readonly receive: (start: number, length: number) => void } {
  const sent: TcpHeader[] = [];
  const connection = new Connection({
    options: { ...LINUX_PACKETDRILL_TCP, timestamps: false, quickAckSegments: 0 },
    maxSegmentBytes: 1460,
    local: { address: 1, port: 1 },
    remote: { address: 2, port: 2 },
    initialSequence: 0,
    context: {
      send: ({ header }) => sent.push(header),
      tell: () => {},
      timer: () => {},
      stateEnds: () => {},
    },
  });
  const arrive = (flags: number, sequence: number, length: number): void => {
    const options = [{ kind: 'sackPermitted' } as const];
    const ports = { sourcePort: 2, destinationPort: 1, urgentPointer: 0 };
    const header = { ...ports, sequence, acknowledgment: 1, flags, window: 1000, options };
    connection.receive(0, header, new Uint8Array(length));
  };
  connection.openPassive(0);
  arrive(FLAG.syn, 0, 0);
  arrive(FLAG.ack, 1, 0);
  sent.length = 0;
  return { sent, receive: (start, length) => arrive(FLAG.ack, start, length) };
}

const segments = fc.array(
  fc.record({
    start: fc.integer({ min: 1, max: STREAM }),
    length: fc.integer({ min: 1, max: LARGEST_SEGMENT }),
  }),
  { minLength: 1, maxLength: 14 },
);

describe('a receiver of tiny segments in any order', () => {
  it('acknowledges what is in order, and reports duplicates first, then its blocks, newest first', () => {
    fc.assert(
      fc.property(segments, (arrivals) => {
        const { sent, receive } = opened();
        const model = new Model();
        for (const { start, length } of arrivals) {
          sent.length = 0;
          const repeated = model.arrive(start, length);
          receive(start, length);
          // One ACK at most; none only where it may wait: in order, nothing repeated, nothing missing (RFC 5681 §4.2).
          expect(sent.length).toBeLessThanOrEqual(1);
          const [ack] = sent;
          const mayWait = repeated.length === 0 && model.blocks.length === 0;
          if (!ack) {
            expect(mayWait).toBe(true);
            continue;
          }
          expect(ack.acknowledgment).toBe(model.next);
          const option = findOption(ack.options, 'sack');
          const blocks = option?.blocks.map(({ left, right }) => `${left}:${right}`) ?? [];
          const expected = [...repeated.slice(0, 1), ...model.blocks].slice(0, 4);
          expect(blocks).toEqual(expected);
        }
      }),
      { numRuns: 500 },
    );
  });
});
