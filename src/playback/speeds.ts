/** Virtual seconds per second of watching, on a logarithmic scale: each step is about a quarter more than the last. */
export const SPEEDS: readonly number[] = [
  0.02, 0.025, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.25,
  1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12.5, 15, 20, 25, 30, 40, 50, 60, 80, 100,
];

/** The speed a first visit plays at. */
export const FIRST_SPEED = 0.03;

/** The speed a file plays at when it is chosen. */
export const FILE_SPEED = 0.25;

const SLOWEST_SPEED = SPEEDS[0]!;
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

/** `speed` within what the slider offers. */
export function clampSpeed(speed: number): number {
  return Math.min(FASTEST_SPEED, Math.max(SLOWEST_SPEED, speed));
}
