import type { QuizQuestion } from '../../trace/quiz';
import { rfcText } from '../rfcText';
import { useWords } from '../useWords';
import styles from './Play.module.css';
import { becauseWords } from './playWords';

/** Whether the answer is right, why the engine did what it did, by which section, and what speaks against the other idea. */
export function Explanation({
  question,
  chosen,
}: {
  readonly question: QuizQuestion;
  readonly chosen: number;
}) {
  const { t } = useWords();
  const isRight = chosen === question.right;
  const misconception = question.options[chosen]?.misconception;
  return (
    <div className={styles['explanation']} data-mark={isRight ? 'right' : 'wrong'} role="status">
      <p>
        <b>
          {isRight ? '✓' : '✕'} {t(isRight ? 'play.right' : 'play.wrong')}
        </b>{' '}
        {becauseWords(t, question)}
      </p>
      {misconception && <p>{t(`play.misconception.${misconception}`)}</p>}
      {question.source && <p className={styles['source']}>{rfcText(t, question.source)}</p>}
    </div>
  );
}
