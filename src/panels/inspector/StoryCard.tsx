import { useMemo } from 'react';
import { packetStory } from '../../trace/packetStory';
import type { PacketRef, Run } from '../../trace/run';
import type { StoryStep } from '../../trace/storyStep';
import { formatTime } from '../../ui/format';
import { rfcText } from '../rfcText';
import { useWords } from '../useWords';
import styles from './StoryCard.module.css';
import { storyWords } from './storyWords';

interface StoryProps {
  readonly run: Run;
  readonly selected: PacketRef;
  /** The last thing that has happened to the packet. */
  readonly event: number;
  readonly onSeek: (timeNs: number) => void;
}

/** What each machine on the way did with the packet, layer by layer, and why; each step goes to its moment. */
export function StoryCard(props: StoryProps) {
  const { run, selected, event } = props;
  const { t } = useWords();
  const steps = useMemo(() => packetStory(run, selected), [run, selected]);
  const visits = useMemo(() => visitsOf(steps), [steps]);
  const now = visits.findLastIndex(([first]) => first!.event <= event);
  return (
    <section className={styles['story']} aria-label={t('panels.hostStory.title')}>
      <h4>{t('panels.hostStory.title')}</h4>
      {visits.map((visit, i) => (
        <Visit
          // Another place is opened when the packet comes to it; what a person opened stays so until then.
          key={`${visit[0]!.event}.${i === now}`}
          {...props}
          steps={visit}
          isNow={i === now}
        />
      ))}
    </section>
  );
}

function Visit({
  steps,
  isNow,
  ...props
}: StoryProps & { readonly steps: readonly StoryStep[]; readonly isNow: boolean }) {
  const { run, event } = props;
  const words = useWords();
  const [first] = steps;
  const { place, timeNs } = first!;
  const host = run.experiment.town.hosts.find(({ id }) => id === place);
  return (
    <details className={styles['visit']} open={isNow} data-future={first!.event > event || undefined}>
      <summary>
        <b>{place}</b> {host?.address}{' '}
        <small>
          {formatTime(timeNs, words.language)} · {words.t('panels.hostStory.steps', { count: steps.length })}
        </small>
      </summary>
      <ol>
        {steps.map((step, i) => (
          <Step key={`${step.event}.${i}`} {...props} step={step} />
        ))}
      </ol>
    </details>
  );
}

function Step({ run, selected, event, step, onSeek }: StoryProps & { readonly step: StoryStep }) {
  const words = useWords();
  const { t, language } = words;
  const { text, why } = storyWords(words, run, selected, step);
  const jump = t('panels.hostStory.jump', { time: formatTime(step.timeNs, language) });
  return (
    <li data-layer-name={step.layer} data-future={step.event > event || undefined}>
      <button type="button" title={jump} onClick={() => onSeek(step.timeNs)}>
        <i>{t(`panels.hostStory.layer.${step.layer}`)}</i>
        <span>
          {text} {why} {step.source && <small>{rfcText(t, step.source)}</small>}
        </span>
      </button>
    </li>
  );
}

/** The steps of each stay at one place, in order. */
function visitsOf(steps: readonly StoryStep[]): readonly (readonly StoryStep[])[] {
  const visits: StoryStep[][] = [];
  for (const step of steps) {
    const last = visits.at(-1);
    if (last?.[0]?.place === step.place) last.push(step);
    else visits.push([step]);
  }
  return visits;
}
