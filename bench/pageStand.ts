import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { encodeLink } from '../src/experiment/linkCodec';
import type { Street } from '../src/experiment/street';
import { courseOf } from '../src/playback/course';
import type { Run } from '../src/trace/run';
import { installProbe, type PageProbe } from './pageProbe';

const ARGS = ['--headless=new', '--no-sandbox', '--disable-background-networking', '--disable-sync'];
const VIEWPORT = { width: 1280, height: 720 };
/** After a run is known whole, what the page still loads and lays out. */
const SETTLE_MS = 1500;
const SLOWEST_RUN_MS = 120_000;

/** A real Chromium and the address of the built page. */
export interface Stand {
  readonly browser: Browser;
  readonly url: string;
}

/** Starts the browser. */
export async function openStand(executablePath: string, url: string): Promise<Stand> {
  return { browser: await chromium.launch({ executablePath, args: ARGS, headless: true }), url };
}

/** Gives a page that has nothing in its cache to the body, with `probes` inside, and closes it. */
export async function withPage<T>(
  { browser }: Stand,
  probes: readonly (() => void)[],
  body: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
  try {
    for (const probe of [installProbe, ...probes]) await context.addInitScript(probe);
    return await body(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** Opens a street by its link, paused at a moment, and waits until the page knows the whole `run` of it. */
export async function openPaused(
  page: Page,
  { url }: Stand,
  run: Run,
  opening: { readonly street: Street; readonly atNs: number; readonly speed: number },
): Promise<void> {
  const { street, atNs, speed } = opening;
  await page.goto(
    `${url}#${encodeLink({ street, playheadNs: atNs, speed, language: 'en', playing: false })}`,
  );
  // The timeline is as long as what is known of the run.
  const length = String(courseOf(run, 'true').map.length);
  await page.locator(`input[type=range][max="${length}"]`).waitFor({ timeout: SLOWEST_RUN_MS });
  await pause(SETTLE_MS);
}

/** What the page has noted. */
export async function readProbe(page: Page): Promise<PageProbe> {
  return page.evaluate(() => ({ ...window.benchProbe }));
}

/** Lets time pass without asking the page for anything. */
export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
