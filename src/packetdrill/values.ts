import { errnoNumber } from './errno';
import type { SystemCall, Value } from './script';
import { OutOfScope } from './verdict';

/** Linux's numbers of the words that stand where a number may. */
const NUMBERS: Readonly<Record<string, number>> = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_NONBLOCK: 0x800,
  SHUT_RD: 0,
  SHUT_WR: 1,
  SHUT_RDWR: 2,
  MSG_PEEK: 2,
  MSG_DONTWAIT: 0x40,
  MSG_NOSIGNAL: 0x4000,
};

/** The number an argument stands for; `[n]` points at n. */
export function numberOf(value: Value | undefined, what: string): number {
  switch (value?.kind) {
    case 'number':
      return value.value;
    case 'words':
      return value.words.reduce((sum, word) => sum | wordNumber(word), 0);
    case 'list':
      return numberOf(value.items[0], what);
    default:
      throw new OutOfScope(`${what} that is no number`);
  }
}

function wordNumber(word: string): number {
  const number = Object.hasOwn(NUMBERS, word) ? NUMBERS[word] : errnoNumber(word);
  if (number === undefined) throw new OutOfScope(`constant ${word}`);
  return number;
}

/** The file descriptor that a call is about: its first argument. */
export function descriptorOf(call: SystemCall): number {
  return numberOf(call.args[0], `first argument of ${call.name}`);
}

/** The word at a place, such as SO_ERROR, or the number as text. */
export function wordAt(call: SystemCall, index: number): string {
  const value = call.args[index];
  if (value?.kind === 'words') return value.words.join('|');
  if (value?.kind === 'number') return String(value.value);
  throw new OutOfScope(`argument ${index + 1} of ${call.name}`);
}
