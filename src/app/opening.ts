/** What a run starts with when it is opened. */
export interface Opening {
  readonly atNs: number;
  readonly isPlaying: boolean;
  /** Left out: what suits a town, or the one there is. */
  readonly speed?: number | undefined;
}
