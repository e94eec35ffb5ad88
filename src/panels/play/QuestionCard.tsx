import { useEffect, useLayoutEffect, useRef } from 'react';
import { townIndex } from '../../trace/townIndex';
import type { QuizQuestion } from '../../trace/quiz';
import { Button } from '../../ui/Button';
import { useFact } from '../useFact';
import { useWords } from '../useWords';
import { Explanation } from './Explanation';
import { factsOf } from './facts';
import { Options } from './Options';
import styles from './Play.module.css';
import type { PlayProps, PlayState } from './playProps';
import { arrivalWords } from './playWords';
import { useChoiceKeys } from './useChoiceKeys';

interface QuestionCardProps extends PlayProps {
  readonly play: PlayState;
  readonly question: QuizQuestion;
  /** Where the question after it is asked, null if it is the last. */
  readonly nextStopNs: number | null;
  readonly number: number;
  readonly total: number;
}

/** One question: time runs up to its moment and stands; the options; then what the engine did, and by which rule. */
export function QuestionCard(props: QuestionCardProps) {
  const { run, playhead, play, question, nextStopNs, number, total, onPlay, onSeek, onRun } = props;
  const words = useWords();
  const { t } = words;
  const isHere = useFact(playhead, (timeNs) => timeNs >= question.stopNs);
  const chosen = play.isShown ? play.answers[number]! : null;
  const heldNs = play.isShown ? nextStopNs : question.stopNs;
  // Time comes to the question and no further, also for who looks at another instrument meanwhile.
  useLayoutEffect(() => {
    if (play.heldNs !== heldNs) onPlay({ ...play, heldNs });
  }, [play, heldNs, onPlay]);
  // Only now may time come to what the engine did.
  useEffect(() => {
    if (play.isShown) onSeek(question.atNs);
  }, [play.isShown, question.atNs, onSeek]);
  const choose = (option: number): void => {
    if (chosen !== null || option >= question.options.length) return;
    onPlay({ ...play, answers: [...play.answers, option], isShown: true, heldNs: nextStopNs });
  };
  useChoiceKeys(isHere && chosen === null, choose);
  const goOn = (): void => {
    onPlay({ ...play, isShown: false });
    if (number + 1 < total) onRun(true);
  };
  const host =
    townIndex(run.experiment).nodes[placeOf(run.traces[question.lane]!.event(question.event))] ?? '';
  return (
    <>
      <p className={styles['progress']}>
        {t('play.progress', { role: t(`play.role.${question.role}`), number: number + 1, total })}
      </p>
      <h3 className={styles['title']}>{t(`play.ask.${question.role}`, { host })}</h3>
      {isHere ? (
        <>
          <p className={styles['arrival']}>{arrivalWords(words, run, question)}</p>
          <dl className={styles['facts']}>
            {factsOf(words, question).map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <Options question={question} chosen={chosen} onChoose={choose} />
        </>
      ) : (
        <p role="status">{t('play.running')}</p>
      )}
      {chosen !== null && <Explanation question={question} chosen={chosen} />}
      {chosen !== null && <Next label={t(number + 1 < total ? 'play.next' : 'play.finish')} onNext={goOn} />}
      <Button look="quiet" className={styles['stop'] ?? ''} onClick={() => onPlay(null)}>
        {t('play.stop')}
      </Button>
    </>
  );
}

/** It has the focus, so that Enter goes on. */
function Next({ label, onNext }: { readonly label: string; readonly onNext: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button ref={button} look="strong" className={styles['next'] ?? ''} onClick={onNext}>
      {label}
    </Button>
  );
}

function placeOf(event: object): number {
  return 'place' in event ? Number(event.place) : -1;
}
