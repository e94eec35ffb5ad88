import type { Command } from './marionette';
import { startMarionette } from './marionette';

/** What a test can do with the page in Firefox. */
export interface FirefoxPage {
  /** Loads an address anew. */
  readonly open: (url: string) => Promise<void>;
  /** Strikes keys one after the other, as a keyboard does. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** What the body of a function gives in the page. */
  readonly look: (body: string) => Promise<unknown>;
  /** Errors of the page so far: thrown, or written to the console. */
  readonly complaints: () => Promise<readonly string[]>;
}

/** The height of the window without the page: tabs and address bar. */
const CHROME_HEIGHT = 85;

/** Reads in the browser itself what pages complained of. Notes about the inside of fonts are no complaint of ours. */
const COMPLAINTS = `
  const thrown = Services.console.getMessageArray().flatMap((message) => {
    if (!(message instanceof Ci.nsIScriptError) || (message.flags & 1) !== 0) return [];
    return message.sourceName.startsWith('http') ? [message.errorMessage] : [];
  });
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const written = storage.getEvents().filter(({ level, filename }) => level === 'error' && filename.startsWith('http'));
  return [...thrown, ...written.map((event) => event.arguments.join(' '))];`;

/** Opens Firefox at 1280 × 720 CSS pixels, runs the body and ends it. */
export async function withFirefox(
  executable: string,
  language: string,
  body: (page: FirefoxPage) => Promise<void>,
): Promise<void> {
  const { command, close } = await startMarionette(executable, language);
  try {
    await command('WebDriver:SetWindowRect', { width: 1280, height: 720 + CHROME_HEIGHT });
    await body(pageOver(command));
  } finally {
    await close();
  }
}

function pageOver(command: Command): FirefoxPage {
  const look = async (script: string): Promise<unknown> => {
    const { value } = (await command('WebDriver:ExecuteScript', { script, args: [] })) as { value: unknown };
    return value;
  };
  return {
    look,
    async open(url) {
      // Another end of the same address would not load the page.
      await command('WebDriver:Navigate', { url: 'about:blank' });
      await command('WebDriver:Navigate', { url });
    },
    async press(...keys) {
      const actions = keys.flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
      await command('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async complaints() {
      await command('Marionette:SetContext', { value: 'chrome' });
      const complaints = (await look(COMPLAINTS)) as readonly string[];
      await command('Marionette:SetContext', { value: 'content' });
      return complaints;
    },
  };
}
