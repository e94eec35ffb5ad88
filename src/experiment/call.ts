import type { Nanoseconds, Payload } from './experiment';
import { toMuLaw } from './muLaw';

/** 20 ms of G.711: what a telephone call sends at once (RFC 3551 §4.2). */
export const FRAME_BYTES = 160;
export const FRAME_NS: Nanoseconds = 20_000_000;
export const SAMPLES_PER_SECOND = 8000;
/** A frame that comes later than this cannot be said in its place any more. */
const CALL_DEADLINE_NS: Nanoseconds = 100_000_000;

/** A rising and falling chord, in hertz: a gap or a jump in it is heard at once. */
const MELODY = [523, 659, 784, 1047, 784, 659, 587, 698, 880, 1175, 880, 698] as const;
/** Two frames a note. */
const NOTE_SAMPLES = 2 * FRAME_BYTES;
const LOUDEST = 12_000;

/** A live call of so many frames: a melody by whole numbers alone, so that it is the same on every machine. */
export function callPayload(frames: number, deadlineNs: Nanoseconds = CALL_DEADLINE_NS): Payload {
  const bytes = Uint8Array.from({ length: frames * FRAME_BYTES }, (_, at) => toMuLaw(sampleAt(at)));
  return { kind: 'call', name: '', mediaType: 'audio/PCMU', bytes, numbered: true, deadlineNs };
}

/** A triangle wave that fades within its note. */
function sampleAt(at: number): number {
  const hertz = MELODY[Math.floor(at / NOTE_SAMPLES) % MELODY.length]!;
  const phase = (at * hertz * 4) % (4 * SAMPLES_PER_SECOND);
  const quarter = Math.floor(phase / SAMPLES_PER_SECOND);
  const along = phase % SAMPLES_PER_SECOND;
  const height = quarter % 2 === 0 ? along : SAMPLES_PER_SECOND - along;
  const sign = quarter < 2 ? 1 : -1;
  const loudness = LOUDEST - Math.floor((LOUDEST * (at % NOTE_SAMPLES)) / (2 * NOTE_SAMPLES));
  return sign * Math.floor((height * loudness) / SAMPLES_PER_SECOND);
}
