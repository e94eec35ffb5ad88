import type { Nanoseconds } from '../experiment/experiment';
import { frameAt } from '../trace/frameAt';
import { flightIndex, lastFlightOf } from '../trace/legs';
import type { Run } from '../trace/run';
import { townIndex } from '../trace/townIndex';
import type { Trace } from '../trace/trace';
import { type Lens, lensLabel } from './lens';
import { packetFace, type PacketFace } from './packetFace';

const known = new WeakMap<Trace, Map<string, PacketFace | null>>();

/**
 * The face of a packet as a lens shows it where it is at `timeNs`; null when that layer does not see it. The same face
 * comes back for as long as nothing on it changes.
 */
export function seenFace(
  run: Run,
  lens: Lens,
  lane: number,
  packet: number,
  timeNs: Nanoseconds,
): PacketFace | null {
  const face = packetFace(run, lane, packet);
  const trace = run.traces[lane]!;
  const flight = lens === 'all' ? undefined : lastFlightOf(flightIndex(trace), packet, timeNs);
  if (lens === 'all' || !flight) return face;
  let faces = known.get(trace);
  if (!faces) known.set(trace, (faces = new Map()));
  const key = `${lens} ${packet} ${flight.way} ${flight.kind} ${flight.corruptedAtNs <= timeNs}`;
  let seen = faces.get(key);
  if (seen === undefined) faces.set(key, (seen = readThrough(run, lens, lane, face, packet, timeNs)));
  return seen;
}

function readThrough(
  run: Run,
  lens: Exclude<Lens, 'all'>,
  lane: number,
  face: PacketFace,
  packet: number,
  timeNs: Nanoseconds,
): PacketFace | null {
  const frame = frameAt(run, { lane, packet }, timeNs);
  // In a machine there is no frame; what is drawn of it there is too small for words.
  if (!frame) return face;
  const { from, to } = townIndex(run.experiment).way(frame.way);
  const label = lensLabel(lens, face, { frame: frame.bytes, from, to });
  const again = lens === 'transport' ? face.again : 0;
  return label && { ...face, lens: label, again, ...UNKNOWN };
}

/** No layer knows what the network doubled, only a transport what it sent again; flags and counts are on its label. */
const UNKNOWN = { isTwin: false, signal: null, duplicateAck: 0 } as const;
