import { useMemo } from 'react';
import { whyOf, type WhyQuestion } from '../trace/why';
import { useFact } from './useFact';
import { useWords } from './useWords';
import { Choices } from './why/Choices';
import { RecentChanges } from './why/RecentChanges';
import { StepItem } from './why/StepItem';
import styles from './why/Why.module.css';
import type { WhyProps } from './why/whyProps';
import { questionWords } from './whyWords';

/** Why something happened, or does not: a question in plain words, and the chain of causes as numbered steps. */
export function Why(props: WhyProps) {
  const { run, playhead, question, onHover, onSeek } = props;
  const words = useWords();
  const { t } = words;
  const isSilence = question === null || question.kind === 'silence';
  const lane = question?.lane ?? 0;
  const trace = run.traces[lane]!;
  // What is waited for changes with the next event at the earliest.
  const event = useFact(playhead, (timeNs) => (isSilence ? trace.indexAt(timeNs) : -1));
  const asked = useMemo((): WhyQuestion => {
    if (!isSilence) return question;
    return { kind: 'silence', lane, timeNs: event < 0 ? 0 : trace.timeAt(event) };
  }, [isSilence, question, lane, event, trace]);
  const steps = useMemo(() => whyOf(run, asked), [run, asked]);
  const known = useFact(playhead, (timeNs) => steps.filter((step) => step.timeNs <= timeNs).length);
  return (
    <section className={styles['why']} aria-label={t('why.title')}>
      <h3 className={styles['question']}>{questionWords(words, run, asked)}</h3>
      <ol className={styles['steps']} aria-label={t('why.steps')} data-lane={trace.lane}>
        {steps.map((step, nth) => (
          <StepItem
            key={`${step.event.index}-${step.role}`}
            run={run}
            step={step}
            number={nth + 1}
            isAhead={nth >= known}
            isCurrent={nth === known - 1}
            hovered={props.hovered}
            onHover={onHover}
            onSeek={onSeek}
          />
        ))}
      </ol>
      <Choices {...props} asked={asked} />
      <RecentChanges {...props} asked={asked} />
    </section>
  );
}
