import type { SegmentView } from '../../trace/belief';
import type { Run } from '../../trace/run';
import { packetLabelOf } from '../packetLabel';
import { packetName } from '../packetName';
import type { PanelWords } from '../useWords';

/** A short name: `SYN`, `FIN`, or the piece with its letters, `3 · L`. */
export function segmentName({ t }: PanelWords, run: Run, lane: number, { packets }: SegmentView): string {
  const label = packetLabelOf(run, { lane, packet: packets[0]! });
  if (!label) return '';
  if (label.sort === 'syn' || label.sort === 'synAck') return t('windowPanel.table.syn');
  if (label.sort === 'fin' && label.piece < 0) return t('windowPanel.table.fin');
  return packetName(t, label);
}
