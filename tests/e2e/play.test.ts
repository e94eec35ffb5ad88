import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { pastOf } from '../../src/trace/pastOf';
import type { Run } from '../../src/trace/run';
import { transcriptEntries } from '../../src/trace/transcript';
import { type QuizQuestion, quizOf } from '../../src/trace/quiz';
import { formatMoment } from '../../src/ui/format';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { type Town, withTown } from './town';

const LETTERS = ['a', 'b', 'c', 'd'];
const options = (town: Town) =>
  town.page.getByRole('list', { name: town.t('play.options') }).getByRole('button');

/** However far time is pulled, it stands where the question is asked, and the packets of the answer are not there yet. */
async function toQuestion(town: Town, question: QuizQuestion, number: number): Promise<void> {
  const role = town.t(`play.role.${question.role}`);
  await town.page.getByText(town.t('play.progress', { role, number, total: 10 })).waitFor();
  await town.timeline.press('End');
  await options(town).first().waitFor();
  await expect.poll(() => town.now()).toBe(formatMoment(question.stopNs, town.language));
}

/** Elsewhere, too, nothing is shown but what has happened by then. */
async function looksAhead(town: Town, past: Run): Promise<void> {
  await town.tab('transcript').click();
  await expect.poll(() => town.page.locator('[data-line]').count()).toBe(transcriptEntries(past).length);
  await town.timeline.press('End');
  await town.page.getByText(town.t('playback.held')).waitFor();
  await town.tab('play').click();
  await options(town).first().waitFor();
}

describe('be the protocol', () => {
  it('as the receiver, with the keyboard: ten ACKs, one of them wrong', async () => {
    const street = defaultStreet('en');
    const run = simulateAll(streetExperiment(street));
    const questions = quizOf(run, 'receiver');
    const size = { width: 1280, height: 720, locale: 'en' } as const;
    await withTown({ ...size, link: { street, playheadNs: 0 } }, async (town) => {
      await town.tab('play').click();
      await town.button(town.t('play.be.receiver')).click();
      for (const [nth, question] of questions.entries()) {
        await toQuestion(town, question, nth + 1);
        if (nth === 0) await looksAhead(town, pastOf(run, question.stopNs));
        const isMissed = question.reason.kind === 'duplicateAck' && nth === 3;
        const chosen = isMissed ? (question.right + 1) % 4 : question.right;
        await town.page.keyboard.press(LETTERS[chosen]!);
        await town.page.getByText(town.t('play.engineDid')).waitFor();
        await expect.poll(() => town.now()).toBe(formatMoment(question.atNs, 'en'));
        if (nth === 3) {
          await expect.poll(() => town.page.getByText(town.t('play.yours')).count()).toBe(1);
          await expect.poll(() => town.page.getByText('RFC 5681 §4.2').count()).toBeGreaterThan(0);
          expect(await textProblems(town.page)).toEqual([]);
          expect(await runAxe(town.page)).toEqual([]);
        }
        await town.page.keyboard.press('Enter');
      }
      await town.page
        .getByRole('status')
        .filter({ hasText: town.t('play.score', { right: 9, total: 10 }) })
        .waitFor();
      await town.button(town.t('play.again')).click();
      await toQuestion(town, questions[0]!, 1);
    });
  });

  it('as the sender, with a finger: all as the engine did', async () => {
    const street = defaultStreet('ko');
    const run = simulateAll(streetExperiment(street));
    const questions = quizOf(run, 'sender');
    const size = { width: 390, height: 844, locale: 'ko', touch: true } as const;
    await withTown({ ...size, link: { street, playheadNs: 0 } }, async (town) => {
      await town.tab('play').click();
      await town.button(town.t('play.be.sender')).click();
      for (const [nth, question] of questions.entries()) {
        const role = town.t('play.role.sender');
        const total = questions.length;
        await town.page.getByText(town.t('play.progress', { role, number: nth + 1, total })).waitFor();
        await town.timeline.press('End');
        await options(town).nth(question.right).tap();
        await town.page.getByText(town.t('play.right')).waitFor();
        await town.button(town.t(nth + 1 < total ? 'play.next' : 'play.finish')).tap();
      }
      const { length: total } = questions;
      await town.page
        .getByRole('status')
        .filter({ hasText: town.t('play.score', { right: total, total }) })
        .waitFor();
      expect(await textProblems(town.page)).toEqual([]);
      expect(await runAxe(town.page)).toEqual([]);
    });
  });
});
