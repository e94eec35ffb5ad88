import type { Run } from '../../trace/run';
import { whyOf, type WhyQuestion } from '../../trace/why';
import type { WhyStep } from '../../trace/whyStep';
import { formatTime } from '../../ui/format';
import { rfcText } from '../rfcText';
import { useWords } from '../useWords';
import { questionWords, stepWords } from '../whyWords';
import styles from './Inspector.module.css';

/** Why it was sent, or why it ended: the chain of causes in plain words, folded behind its last step. */
export function WhyCard({ run, question }: { readonly run: Run; readonly question: WhyQuestion }) {
  const words = useWords();
  const { t } = words;
  const steps = whyOf(run, question);
  const last = steps.at(-1);
  if (!last) return null;
  const { text, reason } = stepWords(words, run, last);
  return (
    <details className={styles['why']}>
      <summary>
        <b>{questionWords(words, run, question)}</b> <span>{reason || text}</span>
        {last.source && <small>{rfcText(t, last.source)}</small>}
      </summary>
      <ol>
        {steps.map((step) => (
          <Step key={`${step.event.index}-${step.role}`} run={run} step={step} />
        ))}
      </ol>
    </details>
  );
}

function Step({ run, step }: { readonly run: Run; readonly step: WhyStep }) {
  const words = useWords();
  const { name, text } = stepWords(words, run, step);
  return (
    <li>
      <time>{formatTime(step.timeNs, words.language)}</time>{' '}
      {name && <b className={styles['stepName']}>{name}</b>} {text}
    </li>
  );
}
