import type { MotionValue } from 'framer-motion';
import type { PacketRef, Run } from '../trace/run';

/** What every panel gets: the run and the moment. */
export interface MomentProps {
  readonly run: Run;
  /** Virtual nanoseconds. */
  readonly playhead: MotionValue<number>;
}

/** What panels get that point at packets and at moments. */
export interface PointingProps extends MomentProps {
  readonly selected: PacketRef | null;
  readonly hovered: PacketRef | null;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
  readonly onSeek: (timeNs: number) => void;
}
