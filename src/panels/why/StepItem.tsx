import type { PacketRef, Run } from '../../trace/run';
import type { WhyStep } from '../../trace/whyStep';
import { formatTime } from '../../ui/format';
import { rfcText } from '../rfcText';
import { useWords } from '../useWords';
import { stepWords } from '../whyWords';
import styles from './Why.module.css';

interface StepItemProps {
  readonly run: Run;
  readonly step: WhyStep;
  readonly number: number;
  /** It comes after the playhead. */
  readonly isAhead: boolean;
  /** It is the last that has come. */
  readonly isCurrent: boolean;
  readonly hovered: PacketRef | null;
  readonly onHover: (ref: PacketRef | null) => void;
  readonly onSeek: (timeNs: number) => void;
}

/** One step: what happened, why, by which rule, and a way to that moment. Pointing at it lights its packet everywhere. */
export function StepItem(props: StepItemProps) {
  const { run, step, number, isAhead, isCurrent, hovered, onHover, onSeek } = props;
  const words = useWords();
  const { t, language } = words;
  const { name, text, reason } = stepWords(words, run, step);
  const time = formatTime(step.event.timeNs, language);
  const isLit =
    hovered !== null && hovered.lane === step.packet?.lane && hovered.packet === step.packet.packet;
  const light = (): void => onHover(step.packet);
  const unlight = (): void => onHover(null);
  return (
    <li
      className={styles['step']}
      data-role={step.role}
      data-ahead={isAhead || undefined}
      data-lit={isLit || undefined}
      aria-current={isCurrent ? 'step' : undefined}
      onPointerEnter={light}
      onPointerLeave={unlight}
    >
      <span className={styles['number']} aria-hidden="true">
        {number}
      </span>
      <p className={styles['text']}>
        {name && <b className={styles['name']}>{name}</b>} {text}
      </p>
      {reason && <p className={styles['reason']}>{reason}</p>}
      <p className={styles['foot']}>
        {step.source && <span className={styles['source']}>{rfcText(t, step.source)}</span>}
        <button
          type="button"
          className={styles['jump']}
          onFocus={light}
          onBlur={unlight}
          onClick={() => onSeek(step.event.timeNs)}
        >
          <time>{time}</time> {t('why.jump')} <span aria-hidden="true">▸</span>
        </button>
      </p>
    </li>
  );
}
