import type { MotionValue } from 'framer-motion';
import type { NodeId } from '../../experiment/experiment';
import type { PacketRef } from '../../trace/run';
import type { LaneDrawing } from './drawing';
import type { LadderScale } from './scale';

/** One lane's ladder: what to draw, where, and whom to tell. */
export interface LaneLadderProps {
  readonly lane: number;
  readonly laneName: string;
  /** Of the future that is not on stage: to be looked at, not to be pointed at. */
  readonly isOther: boolean;
  readonly drawing: LaneDrawing;
  readonly scale: LadderScale;
  /** The part that is drawn, in pixels of the whole ladder. */
  readonly window: { readonly top: number; readonly bottom: number };
  readonly x: number;
  readonly width: number;
  readonly lifelines: { readonly left: number; readonly right: number };
  /** Little room between the lifelines: names are short. */
  readonly isTight: boolean;
  /** How much larger type is than usual. */
  readonly unit: number;
  readonly playhead: MotionValue<number>;
  readonly selected: number;
  readonly hovered: number;
  readonly hosts: readonly NodeId[];
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
  readonly onSeek: (timeNs: number) => void;
  /** Brings a height into view. */
  readonly onReveal: (y: number) => void;
}
