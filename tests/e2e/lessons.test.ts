import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/i18n/language';
import { WORDS } from '../../src/i18n/words';
import { lessonOf } from '../../src/lessons/lessons';
import { LESSON_KEYS } from '../../src/lessons/view/lessonKeys';
import { KEY_BINDINGS } from '../../src/playback/keys';
import { formatMoment } from '../../src/ui/format';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { SIZES, withPage } from './page';
import { passSteps } from './scene';
import { Town } from './town';

/** A lesson as a person knows it. */
class LessonPage extends Town {
  say(id: string, name: string): string {
    let words: unknown = (WORDS[this.language] as { lessonText: Record<string, unknown> }).lessonText[id];
    for (const part of name.split('.')) words = (words as Record<string, unknown>)[part];
    return words as string;
  }

  option(id: string) {
    return this.page.locator(`[data-option="${id}"]`);
  }

  /** The sentence that is told, on one line. */
  async caption(): Promise<string> {
    const seen = this.page.locator('[data-beat]').filter({ visible: true });
    return (await seen.innerText()).replaceAll(/\s+/gu, ' ');
  }

  /** Goes on with the keyboard until that beat is told. */
  async watch(beat: string): Promise<void> {
    await this.page.keyboard.press('Shift+ArrowRight');
    await this.page.locator(`[data-beat=${beat}]`).filter({ visible: true }).waitFor();
  }

  /** The keys that help names: the screen goes blank, all but one place goes dim, the answer is shown. */
  async keysOfTheTeacher(): Promise<void> {
    const { page, t } = this;
    await page.keyboard.press('?');
    await page.getByRole('dialog').locator('kbd').first().waitFor();
    const named = await page.getByRole('dialog').locator('kbd').allInnerTexts();
    expect(new Set(named)).toEqual(new Set([...KEY_BINDINGS, ...LESSON_KEYS].map(({ label }) => label)));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('.');
    await this.button(t('lessons.blankHint')).waitFor();
    await page.keyboard.press('PageDown');
    await this.button(t('lessons.blankHint')).waitFor({ state: 'detached' });
    await page.keyboard.press('s');
    await page.locator('[data-spotlight]').waitFor();
    await page.keyboard.press('s');
    await page.locator('[data-spotlight]').waitFor({ state: 'detached' });
    await this.button(t('lessons.part.check')).click();
    await page.keyboard.press('r');
    await page.locator('[data-right]').waitFor();
  }

  async hash(): Promise<string> {
    return String(await this.page.evaluate('location.hash'));
  }

  /** Nothing is cut, covered or out of sight, and nothing is in the way of anyone. */
  async looksWell(): Promise<void> {
    await this.page.waitForFunction(() => document.fonts.status === 'loaded');
    await passSteps(this.page, 3);
    expect(await textProblems(this.page)).toEqual([]);
    expect(await runAxe(this.page)).toEqual([]);
  }
}

async function withLesson(
  path: string,
  options: { width: number; height: number; locale: Language },
  body: (lesson: LessonPage) => Promise<void>,
): Promise<void> {
  await withPage({ ...options, path, reducedMotion: true }, async (page: Page) => {
    const lesson = new LessonPage(page, options.locale);
    await lesson.timeline.waitFor();
    await body(lesson);
  });
}

describe('the lesson of 1, 3, 2 in Korean', () => {
  it('asks, shows, lets change, judges, refutes, and gives the town back', async () => {
    await withLesson('', { ...SIZES[0], locale: 'ko' }, async (lesson) => {
      const { page, t } = lesson;
      await lesson.button(t('lessons.open')).click();
      await page.locator('[data-lesson=L13]').click();
      await lesson.option('kept').waitFor();
      await lesson.looksWell();
      // Nothing plays before there is a prediction.
      await lesson.button(t('playback.play')).click();
      await page.getByText(t('lessons.mustPredict')).waitFor();
      await lesson.timeline.press('End');
      await expect.poll(() => lesson.now()).toBe(formatMoment(lessonOf('L13')!.scene.fromNs, 'ko'));
      await lesson.option('kept').click();
      await lesson.option('times1').click();
      await lesson.button(t('lessons.commit')).click();
      await page.locator('[data-beat=first]').filter({ visible: true }).waitFor();
      await expect.poll(() => lesson.caption()).toBe('1번이 왔어요. 바로 앱으로 올라가요.');
      const told: string[] = [];
      for (const beat of ['early', 'duplicate', 'filled', 'together', 'compare', 'simplest']) {
        await lesson.watch(beat);
        told.push(await lesson.caption());
      }
      expect(told[1]).toBe('ACK 1001을 또 보내요. SACK 2001–3001도 알려요.');
      expect(told[4]).toBe('ACK 3001: 다음 번호예요. 재전송은 0번이에요.');
      await page.keyboard.press('Shift+ArrowLeft');
      await page.locator('[data-beat=compare]').filter({ visible: true }).waitFor();
      const [third, again] = await page.locator('[data-prediction]').allInnerTexts();
      expect(third).toContain(t('lessons.asPredicted'));
      expect(again).toContain(t('lessons.otherwise'));
      expect(again).toContain(lesson.say('L13', 'predict.again.options.times0'));
      await lesson.looksWell();
      // Change: a longer delay, still nothing sent again. Make: six segments, and it is.
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      await page.getByText(/도착 1·3·2 → 앱 1·2·3, 재전송 0번/u).waitFor();
      await lesson.button(t('lessons.on')).click();
      await page.getByText(t('lessons.notYet')).waitFor();
      await page.getByRole('radio', { name: '100 ms' }).click();
      await page.getByText(t('lessons.reached')).waitFor();
      await lesson.button(t('lessons.on')).click();
      // A wrong answer leads to its scene and back.
      await lesson.option('asArrived').click();
      await page.locator('[data-beat=together]').filter({ visible: true }).waitFor();
      await page.getByText(lesson.say('L13', 'check.refute.asArrived')).waitFor();
      await lesson.button(t('lessons.askAgain')).click();
      await lesson.option('inOrder').click();
      await page.getByText(lesson.say('L13', 'check.right')).waitFor();
      await lesson.button(t('lessons.on')).click();
      await page.getByText(lesson.say('L13', 'limits.ackOrdersNothing')).waitFor();
      await lesson.looksWell();
      await lesson.button(t('lessons.leave')).first().click();
      await lesson.message.waitFor();
      expect((await lesson.address()).street.lanes).toEqual(['tcp', 'udp']);
    });
  });
});

describe('a lesson in the address', () => {
  it('comes back after a reload to the same beat, with the same predictions', async () => {
    await withLesson('#/L13/0?l=en', { ...SIZES[1], locale: 'en' }, async (lesson) => {
      await lesson.option('kept').click();
      await lesson.option('times0').click();
      await lesson.watch('first');
      await lesson.watch('early');
      await expect.poll(() => lesson.hash()).toBe('#/L13/2?p=third.kept,again.times0&l=en');
      await lesson.page.reload();
      await lesson.page.locator('[data-beat=early]').filter({ visible: true }).waitFor();
      await expect.poll(() => lesson.caption()).toBe('Number 3 comes early. The buffer holds it.');
      await lesson.looksWell();
      // An opened packet shows what the lesson is about, and the rest when asked.
      await lesson.packets().first().click();
      const fields = lesson.page.locator('[data-field]');
      await fields.first().waitFor();
      await expect.poll(() => fields.count()).toBeLessThanOrEqual(3);
      await lesson.page.getByRole('button', { name: /^Show \d+ more fields$/u }).click();
      await expect.poll(() => fields.count()).toBeGreaterThan(15);
    });
  });

  it('shows each of its steps whole on a phone', async () => {
    const { beats } = lessonOf('L13')!;
    await withLesson('#/L13/0?s=1&l=ko', { ...SIZES[2], locale: 'ko' }, async (lesson) => {
      await lesson.option('kept').waitFor();
      await lesson.looksWell();
      await lesson.watch(beats[0].id);
      await expect.poll(() => lesson.caption()).toBe('1번이 왔어요. 바로 앱으로 올라가요.');
      await lesson.looksWell();
    });
  });

  it('has room on a phone for everything that can be changed', async () => {
    const change = lessonOf('L13')!.beats.length + 1;
    await withLesson(`#/L13/${change}?s=1&l=ko`, { ...SIZES[2], locale: 'ko' }, async (lesson) => {
      await lesson.page.getByRole('radio', { name: '400 ms' }).waitFor();
      await lesson.looksWell();
      await expect.poll(() => lesson.page.evaluate('scrollX')).toBe(0);
    });
  });
});

describe('the lesson of fast retransmit', () => {
  it('is told by the run, to the slow way', async () => {
    await withLesson('#/L14/0?p=sign.dup1&l=ko', { ...SIZES[1], locale: 'ko' }, async (lesson) => {
      await lesson.option('dup3').click();
      for (const { id } of lessonOf('L14')!.beats) await lesson.watch(id);
      await expect.poll(() => lesson.caption()).toBe('뒤에 온 조각이 적으면 1750 ms까지 기다려요.');
      await lesson.page.keyboard.press('Shift+ArrowLeft');
      await expect.poll(() => lesson.caption()).toBe('빈칸 하나가 메워지자 ACK 6001로 건너뛰어요.');
      await lesson.looksWell();
      await lesson.keysOfTheTeacher();
    });
  });
});

describe('the lesson of the same fate', () => {
  it('shows a call two ways, and an app that repairs by itself', async () => {
    await withLesson('#/L18/0?s=1&l=en', { ...SIZES[0], locale: 'en' }, async (lesson) => {
      const { page, t } = lesson;
      // A key pressed before the lesson has come is nobody's.
      await lesson.option('same').first().waitFor();
      await passSteps(page, 3);
      for (const beat of ['tape', 'hole', 'whole', 'skipped', 'burst']) await lesson.watch(beat);
      await expect.poll(() => lesson.caption()).toBe('TCP: 8 come at once! Too late by now: 7.');
      const tcp = page.locator('section[data-lane=tcp] [data-sums]');
      await expect
        .poll(() => tcp.innerText())
        .toContain(t('appView.sums', { onTime: 3, late: 7, missing: 0 }));
      await lesson.looksWell();
      for (const beat of ['ownResend', 'needless', 'slow']) await lesson.watch(beat);
      await expect
        .poll(() => lesson.caption())
        .toBe('All there at 1260 ms, slowly, without congestion control.');
    });
  });
});
