import type { TcpOptions } from '../experiment/tcpOptions';
import { Interpreter } from './interpreter';
import { parseScript } from './parseScript';
import { applyCommand, profileOf } from './profile';
import { OutOfScope, ScriptFailure, type Verdict } from './verdict';

/** Runs a packetdrill script against the engine, in virtual time; `overrides` hold over what the script sets up. */
export function runScript(text: string, overrides: Partial<TcpOptions> = {}): Verdict {
  let interpreter: Interpreter | undefined;
  try {
    const script = parseScript(text);
    const profile = profileOf(script.settings);
    applyCommand(profile, script.setUp);
    Object.assign(profile.options, overrides);
    interpreter = new Interpreter(script, profile);
    interpreter.run();
    return { kind: 'ok' };
  } catch (error) {
    return verdictOf(error, interpreter?.line ?? 1);
  }
}

/** A fault of the program is a failure of the script that found it, so that the scripts behind it are run too. */
function verdictOf(error: unknown, line: number): Verdict {
  if (error instanceof OutOfScope) return { kind: 'skip', reason: oneLine(error.message) };
  if (error instanceof ScriptFailure) {
    return { kind: 'fail', line: error.line, expected: oneLine(error.expected), got: oneLine(error.got) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'fail', line, expected: 'no fault of the program', got: oneLine(message) };
}

/** What is quoted of a script may hold line breaks and other control characters. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
