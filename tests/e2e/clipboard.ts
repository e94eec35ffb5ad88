import type { Page } from 'playwright-core';

interface CopyingWindow {
  copied?: string;
}

/**
 * Keeps what the page itself copies: all journeys share the browser's one clipboard, and another may have copied since.
 * To be called before the page is opened.
 */
export async function watchCopies(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    const seen = window as CopyingWindow;
    const { clipboard } = navigator;
    const write = clipboard.writeText.bind(clipboard);
    clipboard.writeText = async (text) => {
      await write(text);
      seen.copied = text;
    };
    addEventListener('copy', ({ clipboardData }) => {
      seen.copied = clipboardData?.getData('text/plain') ?? '';
    });
  });
}

/** What the page copied last. */
export async function copiedOn(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (window as CopyingWindow).copied);
}
