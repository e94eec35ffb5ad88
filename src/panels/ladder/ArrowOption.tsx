import type { TFunction } from 'i18next';
import { type FormatLanguage, formatTime } from '../../ui/format';
import { useWords } from '../useWords';
import { ArrowLabel } from './ArrowLabel';
import { EndMark } from './ArrowMark';
import { announcementWords, arrowWords } from './arrowWords';
import { type DrawnArrow, linePath } from './drawing';
import styles from './Ladder.module.css';
import type { LaneLadderProps } from './laneLadderProps';
import { LABEL_HEIGHT } from './scale';
import { widthOf } from './textWidth';

/** The wide invisible line that is pointed at, its name for who cannot see it, and its label. */
export function ArrowOption({
  id,
  drawn,
  isFar,
  props,
}: {
  readonly id: string;
  readonly drawn: DrawnArrow;
  /** So many are in view that only names are drawn one by one. */
  readonly isFar: boolean;
  readonly props: LaneLadderProps;
}) {
  const { t, language } = useWords();
  const { arrow } = drawn;
  const words = arrowWords(t, drawn, props.isTight);
  const option = props.isOther
    ? {}
    : {
        role: 'option',
        'aria-selected': props.selected === arrow.packet,
        'aria-setsize': props.drawing.arrows.length,
        'aria-posinset': (props.drawing.positions.get(arrow.packet) ?? 0) + 1,
        'aria-label': spokenArrow(t, language, drawn, props),
      };
  return (
    <g data-packet={arrow.packet}>
      <g
        id={id}
        className={styles['option']}
        data-hovered={props.hovered === arrow.packet || undefined}
        {...option}
      >
        <path className={styles['target']} d={linePath(drawn)} />
      </g>
      <g aria-hidden="true">
        {!isFar && <EndMark drawn={drawn} />}
        <ArrowLabel
          drawn={drawn}
          name={fitted(words.name, drawn.nameRoom / props.unit)}
          detail={fitted(words.detail, drawn.nameRoom / props.unit)}
          fate={isFar ? '' : words.fate}
          row={LABEL_HEIGHT * props.unit}
        />
      </g>
    </g>
  );
}

const LEAST_LETTERS = 3;

/** As much of a name as has room, in CSS pixels; a letter or two would say nothing. */
function fitted(name: string, room: number): string {
  if (widthOf(name) <= room) return name;
  let shown = name;
  while (shown.length > 1 && widthOf(`${shown}…`) > room) shown = shown.slice(0, -1);
  return shown.length < LEAST_LETTERS ? '' : `${shown.trimEnd()}…`;
}

/** All of an arrow in words: what, when and from where, what it announces, what happened to it. */
export function spokenArrow(
  t: TFunction,
  language: FormatLanguage,
  drawn: DrawnArrow,
  { laneName, hosts }: Pick<LaneLadderProps, 'laneName' | 'hosts'>,
): string {
  const { arrow, announced } = drawn;
  const sent = {
    name: arrowWords(t, { ...drawn, hasNameRoom: true }, false).name,
    time: formatTime(arrow.startNs, language),
  };
  const { spot } = arrow;
  return [
    spot
      ? t('panels.ladderTools.sent', { ...sent, from: spot.from, to: spot.to })
      : t('panels.ladder.sent', {
          ...sent,
          lane: laneName.toUpperCase(),
          from: hosts[arrow.fromX < 0.5 ? 0 : 1] ?? '',
        }),
    ...(announced ? [announcementWords(t, announced)] : []),
    ...(arrow.isDamaged ? [t('panels.ladder.damaged')] : []),
    ...(arrow.isDelayed ? [t('panels.ladder.delayed')] : []),
    t(`panels.ladder.ending.${arrow.ending}`, { time: formatTime(arrow.endNs, language) }),
  ].join(', ');
}
