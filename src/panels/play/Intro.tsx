import { QUIZ_LENGTH } from '../../trace/quiz';
import type { QuizRole } from '../../trace/quizMoments';
import { Button } from '../../ui/Button';
import { useWords } from '../useWords';
import styles from './Play.module.css';
import type { PlayProps } from './playProps';

const ROLES: readonly QuizRole[] = ['receiver', 'sender'];

/** What the game is, and whose part can be played. */
export function Intro({ run, onPlay, onSeek, onRun }: PlayProps) {
  const { t } = useWords();
  const hasTcp = run.traces.some((trace) => trace.lane === 'tcp');
  const start = (role: QuizRole): void => {
    onSeek(0);
    onPlay({ role, answers: [], isShown: false, heldNs: null });
    onRun(true);
  };
  return (
    <>
      <h3 className={styles['title']}>{t('play.title')}</h3>
      <p>{hasTcp ? t('play.about', { count: QUIZ_LENGTH }) : t('play.none')}</p>
      {hasTcp && (
        <div className={styles['roles']}>
          {ROLES.map((role) => (
            <Button key={role} look="strong" onClick={() => start(role)}>
              {t(`play.be.${role}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
