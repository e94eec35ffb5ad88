import type { Nanoseconds } from '../experiment/experiment';
import { pieceCount, pieceDueNs, senderOf } from '../experiment/pieces';
import { applicationViewAt } from './applicationView';
import type { Run } from './run';

/** What has become of a frame of a call so far. */
export type FrameFate = 'awaited' | 'onTime' | 'late' | 'missing';

export interface CallFrame {
  /** From 0. */
  readonly number: number;
  readonly fate: FrameFate;
  readonly dueNs: Nanoseconds;
  /** Later than this it cannot be said in its place. */
  readonly deadlineNs: Nanoseconds;
  /** When the receiving app had it first, and the packet that brought it; null and -1 while it has not. */
  readonly arrivedNs: Nanoseconds | null;
  readonly packet: number;
}

export interface CallView {
  readonly frames: readonly CallFrame[];
  readonly counts: Readonly<Record<FrameFate, number>>;
  /** The most frames that came at one moment: after a gap that held them up, TCP releases all at once. */
  readonly burst: number;
}

/** The call in lane `lane` as its receiving app has it at `timeNs`; null when no call is sent. */
export function callViewAt(run: Run, lane: number, timeNs: Nanoseconds): CallView | null {
  const sender = senderOf(run.experiment);
  const deadlineNs = sender?.payload.deadlineNs;
  if (!sender || sender.payload.kind !== 'call' || deadlineNs === undefined) return null;
  const { received } = applicationViewAt(run, lane, timeNs);
  const first = new Map(received.toReversed().map((piece) => [piece.piece, piece]));
  const frames = Array.from({ length: pieceCount(sender) }, (_, number): CallFrame => {
    const dueNs = pieceDueNs(sender, number);
    const got = first.get(number);
    const limitNs = dueNs + deadlineNs;
    const fate = got ? arrivedFate(got.timeNs, limitNs) : timeNs > limitNs ? 'missing' : 'awaited';
    return {
      number,
      fate,
      dueNs,
      deadlineNs: limitNs,
      arrivedNs: got?.timeNs ?? null,
      packet: got?.packet ?? -1,
    };
  });
  const counts = { awaited: 0, onTime: 0, late: 0, missing: 0 };
  for (const { fate } of frames) counts[fate] += 1;
  return { frames, counts, burst: largestBurst(frames) };
}

/** What is heard of it, as G.711 octets: silence in the place of each frame that is not there in time. */
export function heardAt(run: Run, lane: number, timeNs: Nanoseconds): Uint8Array<ArrayBuffer> {
  const call = callViewAt(run, lane, timeNs);
  const bytes = senderOf(run.experiment)?.payload.bytes;
  if (!call || !bytes) return new Uint8Array(0);
  const heard = new Uint8Array(bytes.length).fill(SILENCE);
  const size = Math.ceil(bytes.length / Math.max(1, call.frames.length));
  for (const { number, fate } of call.frames) {
    if (fate !== 'onTime') continue;
    heard.set(bytes.subarray(number * size, (number + 1) * size), number * size);
  }
  return heard;
}

/** µ-law zero. */
const SILENCE = 0xff;

function arrivedFate(timeNs: Nanoseconds, limitNs: Nanoseconds): FrameFate {
  return timeNs <= limitNs ? 'onTime' : 'late';
}

function largestBurst(frames: readonly CallFrame[]): number {
  const together = new Map<Nanoseconds, number>();
  for (const { arrivedNs } of frames) {
    if (arrivedNs !== null) together.set(arrivedNs, (together.get(arrivedNs) ?? 0) + 1);
  }
  return Math.max(0, ...together.values());
}
