import { useMemo } from 'react';
import { quizOf } from '../trace/quiz';
import { Intro } from './play/Intro';
import type { PlayProps } from './play/playProps';
import { QuestionCard } from './play/QuestionCard';
import { ScoreCard } from './play/ScoreCard';
import styles from './play/Play.module.css';
import { useWords } from './useWords';

/** Be the protocol: time stops where one end has to act, the viewer says what it does, and the engine's log says what it did. */
export function Play(props: PlayProps) {
  const { run, play } = props;
  const { t } = useWords();
  const role = play?.role;
  const questions = useMemo(() => (role ? quizOf(run, role) : []), [run, role]);
  const isOver = play !== null && !play.isShown && play.answers.length >= questions.length;
  const number = play === null ? 0 : play.answers.length - (play.isShown ? 1 : 0);
  const question = questions[number];
  return (
    <section className={styles['play']} aria-label={t('play.title')}>
      {play === null ? (
        <Intro {...props} />
      ) : isOver || !question ? (
        <ScoreCard {...props} play={play} questions={questions} />
      ) : (
        <QuestionCard
          key={`${role}-${number}`}
          {...props}
          play={play}
          question={question}
          nextStopNs={questions[number + 1]?.stopNs ?? null}
          number={number}
          total={questions.length}
        />
      )}
    </section>
  );
}
