import { integerCubeRoot } from './cubeRoot';

/** C of RFC 9438 §5.1 as a fraction: 0.4 segments per cubic second. */
const C = { numerator: 2, denominator: 5 } as const;
const MS3_PER_S3 = 1_000_000_000;
/** Taken off the cube first, so that the products below stay safe integers. */
const FIRST_DIVISOR = 1_000_000;
/** Further from the plateau than this (208 s) the cube would not be a safe integer; cwnd is at its limits long before. */
const LARGEST_DISTANCE_MS = 208_063;

/** W_cubic(t) of RFC 9438 §4.2 for one congestion avoidance stage, in bytes and whole milliseconds. */
export interface CubicCurve {
  /** W_max: where the curve has its plateau. */
  readonly maximumBytes: number;
  /** K: how long after the beginning it is reached. */
  readonly plateauMs: number;
  readonly maxSegmentBytes: number;
}

/** The curve that begins at `cwndBytes` and has its plateau at `maximumBytes`, or begins on it if that is not above. */
export function curveFrom(cwndBytes: number, maximumBytes: number, maxSegmentBytes: number): CubicCurve {
  if (maximumBytes <= cwndBytes) return { maximumBytes: cwndBytes, plateauMs: 0, maxSegmentBytes };
  const riseBytes = maximumBytes - cwndBytes;
  const scale = (MS3_PER_S3 * C.denominator) / C.numerator;
  const whole = Math.floor(riseBytes / maxSegmentBytes) * scale;
  const part = Math.floor(((riseBytes % maxSegmentBytes) * scale) / maxSegmentBytes);
  return { maximumBytes, plateauMs: integerCubeRoot(whole + part), maxSegmentBytes };
}

/** W_cubic(t) in bytes, `elapsedMs` after the stage began: C (t - K)^3 + W_max. */
export function windowAt(curve: CubicCurve, elapsedMs: number): number {
  const { maximumBytes, plateauMs, maxSegmentBytes } = curve;
  const beyondMs = elapsedMs - plateauMs;
  const distance = Math.max(-LARGEST_DISTANCE_MS, Math.min(beyondMs, LARGEST_DISTANCE_MS));
  const cube = Math.trunc((distance * distance * distance) / FIRST_DIVISOR);
  const divisor = (C.denominator * MS3_PER_S3) / FIRST_DIVISOR;
  return maximumBytes + Math.trunc((cube * C.numerator * maxSegmentBytes) / divisor);
}
