/** Virtual seconds per second of watching, on a logarithmic scale: each step is about a quarter more than the last. */
export const SPEEDS: readonly number[] = [
  0.000001, 0.0000015, 0.000002, 0.000003, 0.000005, 0.000007, 0.00001, 0.000015, 0.00002, 0.00003, 0.00005,
  0.00007, 0.0001, 0.00015, 0.0002, 0.0003, 0.0005, 0.0007, 0.001, 0.0015, 0.002, 0.003, 0.004, 0.005, 0.006,
  0.008, 0.01, 0.0125, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.125, 0.15, 0.2, 0.25, 0.3,
  0.4, 0.5, 0.6, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12.5, 15, 20, 25, 30, 40, 50, 60, 80, 100,
];

/** The speed a first visit plays at. */
export const FIRST_SPEED = 0.03;

/** The speed a file plays at when it is chosen. */
export const FILE_SPEED = 0.25;

/** The slowest that is offered where packets take milliseconds; towns in which they take less go below. */
export const SLOWEST_SPEED = 0.02;
const FASTEST_SPEED = SPEEDS.at(-1)!;

/** Speeds with a name, which the slider shows as notches. */
export const NAMED_SPEEDS = [
  { speed: 0.02, name: 'slowest' },
  { speed: 0.03, name: 'lesson' },
  { speed: 0.25, name: 'brisk' },
  { speed: 1, name: 'real' },
  { speed: 10, name: 'fast' },
  { speed: 100, name: 'fastest' },
] as const;

/** Position of the speed nearest to `speed` in `SPEEDS`, by ratio. */
export function speedIndex(speed: number): number {
  let nearest = 0;
  SPEEDS.forEach((candidate, index) => {
    const isNearer = Math.abs(Math.log(candidate / speed)) < Math.abs(Math.log(SPEEDS[nearest]! / speed));
    if (isNearer) nearest = index;
  });
  return nearest;
}

/** `speed` within what a slider offers that begins at `slowest`. */
export function clampSpeed(speed: number, slowest: number): number {
  return Math.min(FASTEST_SPEED, Math.max(slowest, speed));
}
