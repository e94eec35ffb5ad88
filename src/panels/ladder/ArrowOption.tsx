import { formatTime } from '../../ui/format';
import { useWords } from '../useWords';
import { ArrowLabel } from './ArrowLabel';
import { EndMark } from './ArrowMark';
import { arrowWords, type DrawnArrow, linePath } from './drawing';
import styles from './Ladder.module.css';
import type { LaneLadderProps } from './laneLadderProps';

/** The wide invisible line that is pointed at, its name for who cannot see it, and its label. */
export function ArrowOption({
  id,
  drawn,
  count,
  props,
}: {
  readonly id: string;
  readonly drawn: DrawnArrow;
  readonly count: number;
  readonly props: LaneLadderProps;
}) {
  const { t, language } = useWords();
  const { arrow } = drawn;
  const words = arrowWords(t, drawn, props.isTight);
  const sent = t('panels.ladder.sent', {
    lane: props.laneName.toUpperCase(),
    name: arrowWords(t, drawn, false).name,
    time: formatTime(arrow.startNs, language),
    from: props.hosts[arrow.fromX < 0.5 ? 0 : 1],
  });
  const ending = t(`panels.ladder.ending.${arrow.ending}`, { time: formatTime(arrow.endNs, language) });
  const marks = [
    ...(arrow.isDamaged ? [t('panels.ladder.damaged')] : []),
    ...(arrow.isDelayed ? [t('panels.ladder.delayed')] : []),
  ];
  return (
    <g data-packet={arrow.packet}>
      <g
        id={id}
        role="option"
        className={styles['option']}
        data-hovered={props.hovered === arrow.packet || undefined}
        aria-selected={props.selected === arrow.packet}
        aria-setsize={count}
        aria-posinset={arrow.packet + 1}
        aria-label={[sent, ...marks, ending].join(', ')}
      >
        <path className={styles['target']} d={linePath(drawn)} />
      </g>
      <g aria-hidden="true">
        <EndMark drawn={drawn} />
        <ArrowLabel drawn={drawn} name={words.name} fate={words.fate} />
      </g>
    </g>
  );
}
