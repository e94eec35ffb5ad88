import type { Nanoseconds } from '../experiment/experiment';
import type { Cursor } from './cursor';
import { isSystemCall, type SystemCall, type Value } from './script';
import { OutOfScope } from './verdict';

const ESCAPED = /\\(.)/g;

/** Reads `name(arguments) = result ERRNO (note)`. */
export function parseCall(cursor: Cursor, endNs: Nanoseconds | undefined): SystemCall {
  const name = cursor.expect(/[a-z_]\w*/y, 'a packet, a system call, a command or an assertion')[0];
  cursor.expect(/\(/y, "'('");
  if (!isSystemCall(name)) throw new OutOfScope(`system call ${name}`);
  const args = parseItems(cursor, /\)/y);
  cursor.expect(/=/y, "'='");
  const result = parseValue(cursor);
  const error = cursor.take(/E[A-Z0-9]+\b/y)?.[0];
  cursor.take(/\([^)]*\)/y);
  return { name, args, result, error, endNs };
}

/** Values between commas up to what `end` matches. */
function parseItems(cursor: Cursor, end: RegExp): readonly Value[] {
  const items: Value[] = [];
  if (cursor.take(end)) return items;
  do items.push(parseValue(cursor));
  while (cursor.take(/,/y));
  if (!cursor.take(end)) cursor.fail("',' or the end of the list");
  return items;
}

function parseValue(cursor: Cursor): Value {
  if (cursor.take(/\.\.\./y)) return { kind: 'any' };
  if (cursor.take(/\[/y)) return { kind: 'list', items: parseItems(cursor, /\]/y) };
  if (cursor.take(/\{/y)) return { kind: 'record', fields: parseFields(cursor) };
  const text = cursor.take(/"((?:[^"\\]|\\.)*)"/y);
  if (text) return { kind: 'text', value: text[1]!.replace(ESCAPED, '$1') };
  const number = cursor.take(/-?(?:0x[0-9a-fA-F]+|\d+)(?![\w.])/y);
  if (number) return { kind: 'number', value: numberOf(number[0]) };
  // Such as htons(8080): addresses and ports are what they are here.
  if (cursor.take(/[a-z_]\w*\([^)]*\)/y)) return { kind: 'any' };
  const words = [cursor.expect(/[A-Za-z_]\w*/y, 'a value')[0]];
  for (;;) {
    const next = cursor.take(/\|\s*([A-Za-z_]\w*)/y);
    if (!next) return { kind: 'words', words };
    words.push(next[1]!);
  }
}

function numberOf(text: string): number {
  return text.startsWith('-') ? -Number(text.slice(1)) : Number(text);
}

function parseFields(cursor: Cursor): ReadonlyMap<string, Value> {
  const fields = new Map<string, Value>();
  if (cursor.take(/\}/y)) return fields;
  do {
    if (cursor.take(/\.\.\./y)) continue;
    const name = cursor.expect(/[a-z_]\w*/y, 'the name of a field')[0];
    cursor.expect(/=/y, "'='");
    fields.set(name, parseValue(cursor));
  } while (cursor.take(/,/y));
  cursor.expect(/\}/y, "'}'");
  return fields;
}
