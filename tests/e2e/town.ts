import type { TFunction } from 'i18next';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Tab } from '../../src/app/viewStore';
import { simulateAll } from '../../src/engine/simulate';
import { decodeLink, encodeLink } from '../../src/experiment/linkCodec';
import type { LinkState } from '../../src/experiment/linkState';
import { streetExperiment } from '../../src/experiment/street';
import { createI18n } from '../createI18n';
import type { Language } from '../../src/i18n/language';
import { storyEndNs } from '../../src/trace/moments';
import type { Run } from '../../src/trace/run';
import { formatMoment } from '../../src/ui/format';
import { type PageOptions, withPage } from './page';
import { whenDrawn } from './rest';

/** The figures of the scoreboard, as `data-figure` names them. */
export const FIGURES = ['pieces', 'packets', 'again', 'bytes', 'first', 'finish'] as const;

/** A room of one of the two buildings. */
export type Room = `${'client' | 'server'} ${'tcp' | 'udp'}`;

export interface TownOptions extends PageOptions {
  /** What the address says when the page is opened; without it, a first visit. */
  readonly link?: LinkState;
}

/** Opens the town, runs the body when it stands, and fails as `withPage` does. */
export async function withTown(options: TownOptions, body: (town: Town) => Promise<void>): Promise<void> {
  const { link, ...rest } = options;
  await withPage({ ...rest, ...(link ? { path: hashOf(link) } : {}) }, async (page) => {
    const town = new Town(page, link?.language ?? options.locale);
    await town.timeline.waitFor();
    await body(town);
  });
}

/** The end of an address that shows this. */
export function hashOf(link: LinkState): string {
  return `#${encodeLink(link)}`;
}

/** The page as a person knows it: what can be pressed and read, by the words of one language. */
export class Town {
  readonly page: Page;
  readonly language: Language;
  readonly t: TFunction;
  readonly timeline: Locator;
  readonly speed: Locator;
  readonly message: Locator;
  readonly stage: Locator;
  readonly verdict: Locator;
  readonly notice: Locator;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
    this.t = createI18n(language).t;
    this.timeline = page.getByRole('slider', { name: this.t('playback.timeline'), exact: true });
    this.speed = page.getByRole('slider', { name: this.t('playback.speed'), exact: true });
    this.message = page.getByRole('textbox', { name: this.t('app.message.label') });
    this.stage = page.getByRole('main');
    // Other parts of the page say things too: the shown range of the charts, a layer of the stage.
    const time = page.getByRole('region', { name: this.t('playback.timeline'), exact: true });
    this.verdict = time.locator('output');
    this.notice = page.getByRole('alert');
  }

  /** The same page by the words of another language. */
  inLanguage(language: Language): Town {
    return new Town(this.page, language);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  tab(tab: Tab): Locator {
    return this.page.getByRole('tab', { name: this.t(`app.tabs.${tab}`) });
  }

  /** The switch of one kind of weather. */
  weather(fate: 'loss' | 'reorder' | 'duplicate' | 'corrupt'): Locator {
    return this.page.getByRole('switch', { name: this.t(`app.weather.${fate}`) });
  }

  /** Packets drawn on the stage at this moment, each of which can be opened. */
  packets(): Locator {
    return this.stage.locator('[role=button][data-packet]');
  }

  /** A room with what its app holds. */
  room(room: Room): Locator {
    return this.stage.locator(`[data-room="${room}"]`);
  }

  /** The cards on the shelf of a room, in the order in which they stand there. */
  async cards(room: Room): Promise<readonly string[]> {
    const cards = this.room(room).locator('[data-card]:not([data-card=hole], [data-part=held] *)');
    // In which element of their pool they are drawn says nothing about where they stand.
    return cards.evaluateAll((list) =>
      list
        .map((card) => ({ text: card.textContent ?? '', at: card.getBoundingClientRect() }))
        .toSorted((a, b) => Math.round(a.at.y - b.at.y) || a.at.x - b.at.x)
        .map(({ text }) => text),
    );
  }

  /** The pieces, from 0, at whose place on the shelf a hole begins. */
  async holes(room: Room): Promise<readonly number[]> {
    const holes = this.room(room).locator('[data-card=hole]:not([data-part=held] *)');
    return holes.evaluateAll((list) => list.map((hole) => Number((hole as SVGElement).dataset['piece'])));
  }

  /** How many blocks of a picture or file are there, or are known to be missing, in a room. */
  async blocks(room: Room, look: 'here' | 'hole'): Promise<number> {
    const paths = this.room(room).locator(`path[data-look=${look}]`);
    const drawn = await paths.evaluateAll((list) => list.map((path) => path.getAttribute('d') ?? ''));
    return drawn.join('').split('M').length - 1;
  }

  /** Types a message, sends it with Enter, and gives the run of it that the page must show. */
  async send(text: string): Promise<Run> {
    await this.message.fill(text);
    await this.message.press('Enter');
    const sent = async (): Promise<string> =>
      new TextDecoder().decode((await this.address()).street.payload.bytes);
    await expect.poll(sent).toBe(text);
    return simulateAll(streetExperiment((await this.address()).street));
  }

  async pause(): Promise<void> {
    await this.button(this.t('playback.pause')).click();
    await this.button(this.t('playback.play')).waitFor();
  }

  async play(): Promise<void> {
    await this.button(this.t('playback.play')).click();
    await this.button(this.t('playback.pause')).waitFor();
  }

  /** Where the playhead stands on the timeline, in its own units. */
  async position(): Promise<number> {
    return Number(await this.timeline.inputValue());
  }

  /** Goes to the end of the story with the keyboard and gives the sentence that sums it up. */
  async toVerdict(): Promise<string> {
    // A run that is still being computed has a nearer end.
    await expect
      .poll(async () => {
        await this.timeline.press('End');
        return this.verdict.isVisible();
      })
      .toBe(true);
    return readable(await this.verdict.innerText());
  }

  /** Goes to the end of a run with the keyboard, once the page has all of it. */
  async toEndOf(run: Run): Promise<void> {
    const end = formatMoment(storyEndNs(run), this.language);
    // A run that is still being computed has a nearer end.
    await expect.poll(() => this.end()).toBe(end);
    await this.timeline.press('End');
    await expect.poll(() => this.now()).toBe(end);
  }

  /** What the address bar says; it is written a moment after things have come to rest. */
  async address(): Promise<LinkState> {
    await this.page.waitForFunction(() => location.hash !== '');
    const hash = await this.page.evaluate('location.hash.slice(1)');
    const link = decodeLink(String(hash));
    if (!link.ok || link.missingPayload) throw new Error(`not a whole link: ${String(hash)}`);
    return link.state;
  }

  /** Pastes a link into the address bar, waits until its moment stands still, and gives the run that it must show. */
  async open(link: LinkState): Promise<Run> {
    const run = simulateAll(streetExperiment(link.street));
    const hash = hashOf(link);
    // The address lags a little behind the page; a browser says nothing of a link that is already there.
    await expect.poll(() => this.page.evaluate('location.hash')).not.toBe(hash);
    await this.page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
    await this.standsAt(run, link.playheadNs);
    return run;
  }

  /** Waits until the page has all of the run and its playhead stands there, paused. */
  async standsAt(run: Run, timeNs: number): Promise<void> {
    await expect.poll(() => this.end()).toBe(formatMoment(storyEndNs(run), this.language));
    await expect.poll(() => this.now()).toBe(formatMoment(timeNs, this.language));
    await this.drawn();
  }

  /** The readout of the playhead. */
  async now(): Promise<string | null> {
    return this.timeline.getAttribute('aria-valuetext');
  }

  /** The readout of where the story ends. */
  async end(): Promise<string | null> {
    return this.page.locator('[data-part=end]').textContent();
  }

  /** Waits until what was asked for is drawn, with the instruments and in the fonts, which come after the town. */
  async drawn(): Promise<void> {
    await this.page.locator('[data-figure]').first().waitFor({ state: 'attached' });
    await whenDrawn(this.page);
  }

  /** The figures of a lane's card on the scoreboard. */
  async figures(lane: 'tcp' | 'udp'): Promise<Readonly<Record<string, string>>> {
    const card = this.page.locator(`article[data-lane=${lane}]`);
    const entries = FIGURES.map(async (figure) => [
      figure,
      await card.locator(`[data-figure=${figure}]`).innerText(),
    ]);
    return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
  }

  /** What a lane's card says of the bytes its app has; empty while that is not known. */
  async mark(lane: 'tcp' | 'udp'): Promise<string> {
    return this.page.locator(`article[data-lane=${lane}] p`).innerText();
  }
}

/** Text with plain spaces, one at a time. */
export function readable(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
