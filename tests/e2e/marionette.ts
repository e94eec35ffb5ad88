import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A command to Firefox's own remote control; gives what it answers, throws what it refuses. */
export type Command = (name: string, parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;

export interface Marionette {
  readonly command: Command;
  /** Ends Firefox and takes its profile away. */
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const LOOK_AGAIN_MS = 50;
const COLON = 0x3a;

/**
 * Starts a Firefox without a window and speaks Marionette with it: JSON over TCP, each message after its length. The
 * page is left as it is, so that what is tested is what a visitor has.
 * @param language what the browser asks pages for, e.g. 'en-US'
 */
export async function startMarionette(executable: string, language: string): Promise<Marionette> {
  const profile = mkdtempSync(join(tmpdir(), 'packet-town-firefox-'));
  const preferences = { 'marionette.port': 0, 'intl.accept_languages': language };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const firefox = spawn(
    executable,
    ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile],
    { stdio: 'ignore' },
  );
  const socket = connect(await portOf(firefox, join(profile, 'MarionetteActivePort')), '127.0.0.1');
  const command = commandsOver(socket);
  await command('WebDriver:NewSession');
  return {
    command,
    async close() {
      const ended = new Promise((resolve) => firefox.once('exit', resolve));
      await command('Marionette:Quit', { flags: ['eForceQuit'] });
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The port that a starting Firefox writes into its profile. Throws where it ends instead. */
async function portOf(firefox: ChildProcess, file: string): Promise<number> {
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') {
    if (firefox.exitCode !== null) throw new Error(`Firefox ended with ${firefox.exitCode}.`);
    await wait(LOOK_AGAIN_MS);
  }
  return Number(readFileSync(file, 'utf8'));
}

function commandsOver(socket: Socket): Command {
  const waiting = new Map<number, Answer>();
  let last = 0;
  readMessages(socket, (message) => {
    // What greets is no answer.
    if (!Array.isArray(message)) return;
    const [, id, error, value] = message as [number, number, { message: string } | null, unknown];
    const answer = waiting.get(id);
    waiting.delete(id);
    if (error) answer?.reject(new Error(error.message));
    else answer?.resolve(value);
  });
  const giveUp = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox hung up.'));
  };
  socket.on('error', giveUp);
  socket.on('close', giveUp);
  return async (name, parameters = {}) => {
    last += 1;
    const text = JSON.stringify([0, last, name, parameters]);
    const answered = new Promise((resolve, reject) => waiting.set(last, { resolve, reject }));
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    return answered;
  };
}

function readMessages(socket: Socket, onMessage: (message: unknown) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const colon = rest.indexOf(COLON);
      const end = colon + 1 + Number(rest.subarray(0, Math.max(0, colon)));
      if (colon < 0 || rest.length < end) return;
      onMessage(JSON.parse(rest.subarray(colon + 1, end).toString()));
      rest = rest.subarray(end);
    }
  });
}
