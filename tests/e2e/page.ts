import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { connectBrowser } from './browser';

/** How a person looks at the page. */
export interface PageOptions {
  /** CSS pixels. */
  readonly width: number;
  /** CSS pixels. */
  readonly height: number;
  readonly locale: 'ko' | 'en';
  /** What follows the page's address, e.g. '#…' or '?…'; a whole address (data:, http:) replaces it. */
  readonly path?: string;
  /** A finger instead of a mouse. */
  readonly touch?: boolean;
  readonly reducedMotion?: boolean;
  /** Runs before the address is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** How many times slower than this machine the page is to be: PACKET_TOWN_SLOW=4 finds what only a fast one passes. */
const SLOWER = Number(process.env['PACKET_TOWN_SLOW'] ?? 1);
/** What each request then waits, for every time slower. */
const LATENCY_MS = 25;

/** Where pictures of failed pages go. */
const PICTURES = join(ROOT, '.cache', 'e2e');

/** The sizes that the page must look well at. */
export const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;

/**
 * Opens the page, runs the body, and closes. Fails on anything the page complained of (an error on the console or
 * thrown, a failed or foreign request); when the body fails, a picture is left in `.cache/e2e`.
 */
export async function withPage(options: PageOptions, body: (page: Page) => Promise<void>): Promise<void> {
  const browser = await connectBrowser(inject('browserEndpoint'));
  try {
    const context = await newContext(browser, options);
    const page = await context.newPage();
    const complaints = collectComplaints(page);
    try {
      if (SLOWER > 1) await slowDown(page);
      await options.prepare?.(page);
      // Not waiting for all that it loads: a journey begins when what it needs is there, as a person does.
      await page.goto(new URL(options.path ?? '', inject('pageUrl')).href, { waitUntil: 'domcontentloaded' });
      await body(page);
    } catch (error) {
      await leavePicture(page);
      throw error;
    }
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  } finally {
    await browser.close();
  }
}

async function newContext(
  browser: Awaited<ReturnType<typeof connectBrowser>>,
  options: PageOptions,
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: options.width, height: options.height },
    locale: options.locale === 'ko' ? 'ko-KR' : 'en-US',
    hasTouch: options.touch ?? false,
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
  });
}

/** Gives the page less of the processor, and its files late. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const latency = SLOWER * LATENCY_MS;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}

/** Lists, as they come, the page's errors and every request that leaves its own server. */
function collectComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  const home = new URL(inject('pageUrl')).origin;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason';
    // A page that is left takes its unanswered requests with it.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request failed: ${request.url()} (${reason})`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOutside = url.protocol.startsWith('http') && url.origin !== home;
    if (isOutside) complaints.push(`request to another server: ${request.url()}`);
  });
  return complaints;
}

async function leavePicture(page: Page): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const name = (expect.getState().currentTestName ?? 'page').replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  // The page may be gone; the body's own failure is what matters.
  await page.screenshot({ path: join(PICTURES, `${name}.png`) }).catch(() => undefined);
}
