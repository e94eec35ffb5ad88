import type { Nanoseconds } from '../experiment/experiment';
import { parseAssertion } from './assertion';
import { Cursor } from './cursor';
import { parseCall } from './parseCall';
import { parseIcmp, parsePacket } from './parsePacket';
import type { Action, Script, ScriptEvent, TimeSpec } from './script';

/** The dots of `0...0.2` belong to no number. */
const SECONDS = /\d+(?:\.(?!\.)\d*)?|\.\d+/y;
/** Eleven days: far beyond any timer, and integers still count its nanoseconds. */
const LONGEST_SECONDS = 1_000_000;
const COMMAND = /`([^`]*)`/y;

/** Reads a packetdrill script. Throws `ScriptFailure` where it is not one, `OutOfScope` for what is not modelled. */
export function parseScript(text: string): Script {
  const cursor = new Cursor(text);
  const settings = new Map<string, string>();
  for (;;) {
    const setting = cursor.take(/--(\w+)(?:=(\S*))?/y);
    if (!setting) break;
    settings.set(setting[1]!, setting[2] ?? '');
  }
  const setUp = cursor.take(COMMAND)?.[1] ?? '';
  const events: ScriptEvent[] = [];
  while (!cursor.isAtEnd) {
    // A command at the end that has no time cleans up behind the script: there is nothing to clean here.
    if (events.length > 0 && cursor.take(COMMAND)) {
      if (!cursor.isAtEnd) cursor.fail('the end of the script after its clean-up command');
      break;
    }
    events.push(parseEvent(cursor));
  }
  return { settings, setUp, events };
}

function parseEvent(cursor: Cursor): ScriptEvent {
  const { line } = cursor;
  const time = parseTime(cursor);
  return { line, time, action: parseAction(cursor) };
}

function parseTime(cursor: Cursor): TimeSpec {
  if (cursor.take(/\*/y)) return { kind: 'any' };
  const isRelative = cursor.take(/\+/y) !== undefined;
  const ns = parseSeconds(cursor);
  if (!cursor.take(/~/y)) return { kind: 'at', isRelative, ns };
  cursor.take(/\+/y);
  return { kind: 'range', isRelative, fromNs: ns, toNs: parseSeconds(cursor) };
}

function parseSeconds(cursor: Cursor): Nanoseconds {
  const seconds = Number(cursor.expect(SECONDS, 'a time in seconds')[0]);
  if (seconds > LONGEST_SECONDS) cursor.fail(`a time of at most ${LONGEST_SECONDS} s before this`);
  return Math.round(seconds * 1e9);
}

function parseAction(cursor: Cursor): Action {
  if (cursor.take(/</y)) {
    const isIcmp = cursor.sees(/(?:\[[^\]]*\]\s*)?icmp\b/y);
    if (isIcmp) return { kind: 'icmp', icmp: parseIcmp(cursor) };
    return { kind: 'inbound', packet: parsePacket(cursor) };
  }
  if (cursor.take(/>/y)) return { kind: 'outbound', packet: parsePacket(cursor) };
  const command = cursor.take(COMMAND);
  if (command) return { kind: 'command', text: command[1]! };
  const { line } = cursor;
  const assertion = cursor.take(/%\{([\s\S]*?)\}%/y);
  if (assertion) return { kind: 'assert', statements: parseAssertion(assertion[1]!, line) };
  const endNs = cursor.take(/\.\.\./y) ? parseSeconds(cursor) : undefined;
  return { kind: 'call', call: parseCall(cursor, endNs) };
}
