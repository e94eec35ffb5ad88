import type { QuizQuestion } from '../../trace/quiz';
import { useWords } from '../useWords';
import styles from './Play.module.css';
import { actWords } from './playWords';

const LETTERS = 'ABCD';

interface OptionsProps {
  readonly question: QuizQuestion;
  /** Null while it is asked. */
  readonly chosen: number | null;
  readonly onChoose: (option: number) => void;
}

/** What can be done, by letter; once chosen, the right one and the wrong one are marked by sign and word. */
export function Options({ question, chosen, onChoose }: OptionsProps) {
  const { t } = useWords();
  return (
    <ol className={styles['options']} aria-label={t('play.options')}>
      {question.options.map(({ act }, option) => {
        const mark = markOf(question, chosen, option);
        return (
          <li key={actWords(t, act)}>
            <button
              type="button"
              className={styles['option']}
              data-mark={mark ?? undefined}
              disabled={chosen !== null}
              onClick={() => onChoose(option)}
            >
              <span className={styles['letter']} aria-hidden="true">
                {LETTERS[option]}
              </span>
              <span>{actWords(t, act)}</span>
              {mark && (
                <small>
                  {mark === 'right' ? '✓' : '✕'} {t(mark === 'right' ? 'play.engineDid' : 'play.yours')}
                </small>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function markOf({ right }: QuizQuestion, chosen: number | null, option: number): 'right' | 'wrong' | null {
  if (chosen === null) return null;
  if (option === right) return 'right';
  return option === chosen ? 'wrong' : null;
}
