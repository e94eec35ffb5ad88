import type { SegmentView } from '../../trace/belief';
import type { PointingProps } from '../panelProps';

/** What the window needs to light packets, here and elsewhere. */
export interface WindowPointing extends Pick<PointingProps, 'run' | 'onHover' | 'onSelect' | 'onSeek'> {
  readonly lane: number;
  /** The packet of this lane that is pointed at, or -1; and the one that is selected. */
  readonly hovered: number;
  readonly selected: number;
}

/** The last packet that carried a segment: where its story goes on. */
export function latestPacket({ packets }: SegmentView): number {
  return packets.at(-1)!;
}
