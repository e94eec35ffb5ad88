import type { LaneComparison } from '../../trace/compareRuns';
import type { Divergence } from '../../trace/divergence';
import type { Run } from '../../trace/run';
import { formatMoment } from '../../ui/format';
import { packetLabelOf } from '../packetLabel';
import { packetName } from '../packetName';
import type { PointingProps } from '../panelProps';
import { useWords } from '../useWords';
import styles from './Hands.module.css';

interface PartingProps extends Pick<PointingProps, 'run' | 'onSeek'> {
  readonly other: Run;
  readonly lane: number;
  readonly compared: LaneComparison;
}

/** When and by what two futures part, and what became of the same packet in the other; pressing goes there. */
export function Parting({ run, other, lane, compared, onSeek }: PartingProps) {
  const { t, language } = useWords();
  const { divergence } = compared;
  if (!divergence) return null;
  const { timeNs, event, isHere, instead } = divergence;
  const name = nameOf(isHere ? run : other, lane, divergence, t);
  return (
    <p className={styles['parting']}>
      <button type="button" className={styles['moment']} onClick={() => onSeek(timeNs)}>
        {t('hands.compare.parts', { time: formatMoment(timeNs, language) })}
      </button>{' '}
      {t(isHere ? 'hands.compare.onlyHere' : 'hands.compare.onlyThere')}{' '}
      <b>
        {name && `${name} `}
        {t(`hands.event.${event.kind}`)}
      </b>
      {'. '}
      {instead && t(`hands.compare.instead.${isHere ? 'there' : 'here'}.${instead}`)}
    </p>
  );
}

function nameOf(
  run: Run,
  lane: number,
  { event }: Divergence,
  t: ReturnType<typeof useWords>['t'],
): string | null {
  const label = 'packet' in event ? packetLabelOf(run, { lane, packet: event.packet }) : undefined;
  return label ? packetName(t, label) : null;
}
