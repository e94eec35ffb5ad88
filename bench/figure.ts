/** One measured figure. */
export interface Figure {
  /** Stays the same from release to release, so that figures can be compared. */
  readonly id: string;
  readonly what: string;
  readonly unit: 'ms' | 'bytes' | 'bytes/event' | 'per second';
  /** The median where there is more than one sample; null when the measurement did not come to its end. */
  readonly value: number | null;
  readonly p95?: number;
  readonly samples?: number;
  /** What it should be, from the design. */
  readonly aim?: string;
  /** Under which conditions it was measured, and what else was seen. */
  readonly facts: Readonly<Record<string, number | string>>;
}

/** Middle value and 95th percentile of at least one sample. */
export function spread(samples: readonly number[]): Required<Pick<Figure, 'value' | 'p95' | 'samples'>> {
  return { value: quantile(samples, 0.5), p95: quantile(samples, 0.95), samples: samples.length };
}

/** The value below which `share` of the samples lie, straight between neighbours. Throws without samples. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('there is nothing to take a quantile of');
  const sorted = samples.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place % 1);
}
