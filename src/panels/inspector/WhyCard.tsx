import type { TraceEvent } from '../../trace/event';
import { reasonSource } from '../../trace/reasonSource';
import type { Run } from '../../trace/run';
import { formatTime } from '../../ui/format';
import { packetLabelOf } from '../packetLabel';
import { packetName } from '../packetName';
import { reasonWords } from '../reasonWords';
import { rfcText } from '../rfcText';
import { useWords } from '../useWords';
import styles from './Inspector.module.css';
import { whySteps } from './whySteps';

const MOST_STEPS = 4;

/** Why it was sent, or why it ended: the last steps of the chain of causes in plain words, with the RFC's section. */
export function WhyCard({
  run,
  lane,
  event,
}: {
  readonly run: Run;
  readonly lane: number;
  readonly event: number;
}) {
  const { t } = useWords();
  const trace = run.traces[lane]!;
  const steps = whySteps(trace, event, MOST_STEPS);
  const last = steps.at(-1);
  if (!last) return null;
  const source = reasonSource(last.reason.kind, trace.lane);
  return (
    <details className={styles['why']}>
      <summary>
        <b>{t(titleOf(last))}</b> <span>{reasonWords(t, last.reason)}</span>
        {source && <small>{rfcText(t, source)}</small>}
      </summary>
      <ol>
        {steps.map((step) => (
          <WhyStep key={step.index} run={run} lane={lane} step={step} />
        ))}
      </ol>
    </details>
  );
}

function titleOf({ kind }: TraceEvent) {
  switch (kind) {
    case 'packetLost':
      return 'panels.inspector.whyLost';
    case 'packetDropped':
      return 'panels.inspector.whyDropped';
    case 'packetDuplicated':
      return 'panels.inspector.whyCopied';
    default:
      return 'panels.inspector.why';
  }
}

function WhyStep({
  run,
  lane,
  step,
}: {
  readonly run: Run;
  readonly lane: number;
  readonly step: TraceEvent;
}) {
  const { t, language } = useWords();
  const facts = 'packet' in step ? packetLabelOf(run, { lane, packet: step.packet }) : undefined;
  return (
    <li>
      <time>{formatTime(step.timeNs, language)}</time>{' '}
      {facts && <b className={styles['stepName']}>{packetName(t, facts)}</b>} {reasonWords(t, step.reason)}
    </li>
  );
}
