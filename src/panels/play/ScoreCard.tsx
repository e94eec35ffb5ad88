import type { QuizQuestion } from '../../trace/quiz';
import type { QuizRole } from '../../trace/quizMoments';
import { Button } from '../../ui/Button';
import { formatTime } from '../../ui/format';
import { rfcText } from '../rfcText';
import { useWords } from '../useWords';
import styles from './Play.module.css';
import type { PlayProps, PlayState } from './playProps';
import { actWords } from './playWords';

interface ScoreCardProps extends PlayProps {
  readonly play: PlayState;
  readonly questions: readonly QuizQuestion[];
}

/** How many answers were the engine's, each with what was right and a way back to its moment. */
export function ScoreCard({ play, questions, onPlay, onSeek, onRun }: ScoreCardProps) {
  const { t, language } = useWords();
  const right = questions.filter((question, nth) => play.answers[nth] === question.right).length;
  const start = (role: QuizRole): void => {
    onSeek(0);
    onPlay({ role, answers: [], isShown: false, heldNs: null });
    onRun(true);
  };
  const other = play.role === 'receiver' ? 'sender' : 'receiver';
  return (
    <>
      <h3 className={styles['title']} role="status">
        {t('play.score', { right, total: questions.length })}
      </h3>
      <ol className={styles['results']} aria-label={t('play.results')}>
        {questions.map((question, nth) => {
          const isRight = play.answers[nth] === question.right;
          return (
            <li key={question.event} data-mark={isRight ? 'right' : 'wrong'}>
              <span>
                <b>{isRight ? '✓' : '✕'}</b> {actWords(t, question.options[question.right]!.act)}
              </span>
              <small>{question.source && rfcText(t, question.source)}</small>
              <button type="button" className={styles['jump']} onClick={() => onSeek(question.atNs)}>
                {formatTime(question.atNs, language)} <span aria-hidden="true">▸</span>
              </button>
            </li>
          );
        })}
      </ol>
      <div className={styles['roles']}>
        <Button look="strong" onClick={() => start(play.role)}>
          {t('play.again')}
        </Button>
        <Button onClick={() => start(other)}>{t(`play.be.${other}`)}</Button>
      </div>
    </>
  );
}
