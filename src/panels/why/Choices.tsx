import { isMessageRun } from '../../trace/messageRun';
import { whyOf, type WhyQuestion } from '../../trace/why';
import { useWords } from '../useWords';
import styles from './Why.module.css';
import type { WhyProps } from './whyProps';

/** What else can be asked: about the chosen packet, or about now in each lane. */
export function Choices({ run, selected, asked, onAsk }: WhyProps & { readonly asked: WhyQuestion }) {
  const { t } = useWords();
  const ofPacket = (['sent', 'ended'] as const)
    .map((kind): WhyQuestion | null => selected && { kind, ...selected })
    .filter((question) => question !== null)
    .filter((question) => whyOf(run, question).length > 0);
  const silences = run.traces.map((_trace, lane): WhyQuestion => ({ kind: 'silence', lane, timeNs: 0 }));
  return (
    <div className={styles['choices']} role="group" aria-label={t('why.ask')}>
      {[...ofPacket, ...silences].map((question) => (
        <button
          key={`${question.kind}-${question.lane}`}
          type="button"
          className={styles['choice']}
          aria-pressed={question.kind === asked.kind && question.lane === asked.lane}
          onClick={() => onAsk(question)}
        >
          {choiceWords(question)}
        </button>
      ))}
    </div>
  );

  function choiceWords(question: WhyQuestion): string {
    switch (question.kind) {
      case 'sent':
        return t('why.askPacket');
      case 'ended':
        return t('why.askEnd');
      default:
        return isMessageRun(run.experiment)
          ? t('why.askSilence', { lane: t(`panels.lane.${run.traces[question.lane]!.lane}`) })
          : t('why.askSilenceInTown');
    }
  }
}
