import type { TFunction } from 'i18next';
import type { QuizQuestion } from '../../trace/quiz';
import type { QuizAct } from '../../trace/quizOptions';
import type { Run } from '../../trace/run';
import { packetLabelOf } from '../packetLabel';
import { packetName } from '../packetName';
import { reasonWords } from '../reasonWords';
import type { PanelWords } from '../useWords';

/** What an option says. */
export function actWords(t: TFunction, act: QuizAct): string {
  switch (act.kind) {
    case 'silent':
    case 'wait':
    case 'full':
      return t(`play.act.${act.kind}`);
    default:
      return t(`play.act.${act.kind}`, { number: act.number });
  }
}

/** What calls for an answer: the packet with its numbers, or the timer. */
export function arrivalWords({ t }: PanelWords, run: Run, { lane, arriving, segment }: QuizQuestion): string {
  const label = arriving < 0 ? undefined : packetLabelOf(run, { lane, packet: arriving });
  if (!label || !segment) return t('play.timer');
  const name = t('play.arrives', { name: packetName(t, label) });
  const { sequence, end } = segment;
  if (end === sequence) return name;
  const numbers =
    end - sequence === 1
      ? t('play.number', { first: sequence })
      : t('play.numbers', { first: sequence, last: end - 1 });
  return `${name} · ${numbers}`;
}

/** Why the engine did what it did, in a sentence or two. */
export function becauseWords(t: TFunction, { options, right, reason }: QuizQuestion): string {
  const { act } = options[right]!;
  switch (act.kind) {
    case 'full':
      return t('play.because.full');
    case 'wait':
      return t(reason.kind === 'duplicateAckArrived' ? 'play.because.waitDuplicate' : 'play.because.wait');
    case 'ack':
      return `${reasonWords(t, reason)} ${t('play.means', { number: act.number })}`;
    default:
      return reasonWords(t, reason);
  }
}
