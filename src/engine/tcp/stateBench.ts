import type { TcpOptions } from '../../experiment/tcpOptions';
import type { TcpState } from '../../trace/snapshot';
import { FLAG, type TcpHeader } from '../../wire/tcp';
import { Connection, type OutgoingSegment } from './connection';

const FLAG_OF: Readonly<Record<string, number>> = { S: FLAG.syn, F: FLAG.fin, R: FLAG.rst, '.': FLAG.ack };
/** Our initial sequence number, and the peer's. */
export const ISS = 5000;
export const IRS = 70_000;
const TEXT_BYTES = 10;

/** A connection alone, with a peer made of single segments. */
export class StateBench {
  readonly sent: OutgoingSegment[] = [];
  readonly told: string[] = [];
  readonly connection: Connection;

  constructor(options: TcpOptions) {
    const plain = { timestamps: false, windowScale: null, delayedAckNs: 200_000_000, quickAckSegments: 0 };
    this.connection = new Connection({
      options: { ...options, ...plain },
      maxSegmentBytes: 1460,
      local: { address: 1, port: 1 },
      remote: { address: 2, port: 2 },
      initialSequence: ISS,
      context: {
        send: (segment) => this.sent.push(segment),
        tell: ({ kind }) => this.told.push(kind),
        timer: () => {},
      },
    });
  }

  /** A segment, its numbers counted from the ISNs; `T` stands for text. */
  arrive(letters: string, sequence: number, acknowledgment: number): void {
    const flags = [...letters].reduce((bits, letter) => bits | (FLAG_OF[letter] ?? 0), 0);
    const header: TcpHeader = {
      sourcePort: 2,
      destinationPort: 1,
      sequence: (IRS + sequence) >>> 0,
      acknowledgment: (flags & FLAG.ack) === 0 ? 0 : ISS + acknowledgment,
      flags,
      window: 65_535,
      urgentPointer: 0,
      options: [],
    };
    this.connection.receive(1000, header, new Uint8Array(letters.includes('T') ? TEXT_BYTES : 0));
  }

  /** What came of the last event: nothing (-), an ACK of what is expected (A), SYN (S), SYN-ACK (SA), FIN, text or RST, and a new state. */
  outcome(stateBefore: TcpState): string {
    const { sendNext, receiveNext, state } = this.connection.snapshot();
    const replies = this.sent.map(({ header, payload }) => {
      const { flags, sequence, acknowledgment } = header;
      if ((flags & FLAG.rst) !== 0) return 'R';
      if ((flags & FLAG.syn) !== 0) return (flags & FLAG.ack) === 0 ? 'S' : 'SA';
      if ((flags & FLAG.fin) !== 0) return 'F';
      if (payload.length > 0) return 'T';
      return sequence === sendNext && acknowledgment === receiveNext ? 'A' : 'another ACK';
    });
    return `${replies.join('') || '-'}${state === stateBefore ? '' : `>${state}`}`;
  }
}

const PREPARE: Readonly<Record<string, (bench: StateBench) => void>> = {
  CLOSED: () => {},
  LISTEN: ({ connection }) => connection.openPassive(0),
  'SYN-SENT': ({ connection }) => connection.openActive(0),
  'SYN-RECEIVED, passive': (bench) => {
    bench.connection.openPassive(0);
    bench.arrive('S', 0, 0);
  },
  'SYN-RECEIVED, active': (bench) => {
    bench.connection.openActive(0);
    bench.arrive('S', 0, 0);
  },
  ESTABLISHED: (bench) => {
    prepare('SYN-RECEIVED, passive', bench);
    bench.arrive('.', 1, 1);
  },
  'FIN-WAIT-1': (bench) => {
    prepare('ESTABLISHED', bench);
    bench.connection.close(0);
  },
  'FIN-WAIT-2': (bench) => {
    prepare('FIN-WAIT-1', bench);
    bench.arrive('.', 1, 2);
  },
  'CLOSE-WAIT': (bench) => {
    prepare('ESTABLISHED', bench);
    bench.arrive('F.', 1, 1);
  },
  CLOSING: (bench) => {
    prepare('FIN-WAIT-1', bench);
    bench.arrive('F.', 1, 1);
  },
  'LAST-ACK': (bench) => {
    prepare('CLOSE-WAIT', bench);
    bench.connection.close(0);
  },
  'TIME-WAIT': (bench) => {
    prepare('FIN-WAIT-2', bench);
    bench.arrive('F.', 1, 2);
  },
};

/** Every state, SYN-RECEIVED by either road. */
export const STATES: readonly string[] = Object.keys(PREPARE);

/** Brings a connection in CLOSED into the state. */
export function prepare(state: string, bench: StateBench): void {
  PREPARE[state]!(bench);
}
