import { chromium, type Browser, type BrowserServer } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';

const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the browser that all end-to-end tests share. Throws where none is installed. */
export async function launchBrowser(): Promise<BrowserServer> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error(
      'The end-to-end tests need Chromium or Chrome: install one, or name it with CHROME_PATH.',
    );
  }
  return chromium.launchServer({ executablePath, args: ARGS, headless: true });
}

/** Connects to the shared browser. */
export async function connectBrowser(endpoint: string): Promise<Browser> {
  return chromium.connect(endpoint);
}
