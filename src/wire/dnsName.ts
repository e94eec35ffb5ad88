import { uint8At } from './octets';

/** The name without labels, from which all others hang. */
export const ROOT_NAME = '.';

/** "labels 63 octets or less, names 255 octets or less". RFC 1035 §2.3.4. */
const LONGEST_LABEL = 63;
const LONGEST_NAME = 255;
/** A name of the most labels that there can be, with a pointer after each: more of them lead nowhere. */
const MOST_POINTERS = 127;
/** The two highest bits of a length octet make it the first half of a pointer. RFC 1035 §4.1.4. */
const POINTER_BITS = 0xc0;
/** What stands in a text for an octet that a reader would take for something else. RFC 1035 §5.1. */
const ESCAPE = '\\';
const DOT = 0x2e;
const BACKSLASH = 0x5c;

/** A name found in a message, and where what follows it begins. */
export interface ReadName {
  readonly name: string;
  readonly end: number;
}

/**
 * Reads the name at byte `at`, without a dot at its end (the root is `.`); null when there is none that can be read. A
 * pointer may only lead to what lies before the name that it ends, so no message can lead a reader round in circles
 * (RFC 9267 §2).
 */
export function readName(message: Uint8Array, at: number): ReadName | null {
  const labels: string[] = [];
  let end = -1;
  let start = at;
  let octets = 1;
  let pointers = 0;
  for (let from = at; ;) {
    if (from >= message.length) return null;
    const length = uint8At(message, from);
    if (length === 0) return { name: labels.join('.') || ROOT_NAME, end: end < 0 ? from + 1 : end };
    if (length >= POINTER_BITS) {
      if (from + 1 >= message.length) return null;
      const target = ((length & ~POINTER_BITS) << 8) | uint8At(message, from + 1);
      pointers += 1;
      if (target >= start || pointers > MOST_POINTERS) return null;
      if (end < 0) end = from + 2;
      start = target;
      from = target;
      continue;
    }
    octets += 1 + length;
    if (length > LONGEST_LABEL || octets > LONGEST_NAME || from + 1 + length > message.length) return null;
    labels.push(labelText(message.subarray(from + 1, from + 1 + length)));
    from += 1 + length;
  }
}

function labelText(label: Iterable<number>): string {
  let text = '';
  for (const octet of label) {
    if (octet === DOT || octet === BACKSLASH) text += ESCAPE + String.fromCodePoint(octet);
    else if (octet > 0x20 && octet < 0x7f) text += String.fromCodePoint(octet);
    else text += ESCAPE + String(octet).padStart(3, '0');
  }
  return text;
}

/** The labels of a name as texts, most special first; the root has none. A dot at the end changes nothing. */
export function labelsOf(name: string): readonly string[] {
  if (name === ROOT_NAME || name === '') return [];
  const labels = [''];
  for (let at = 0; at < name.length; at += 1) {
    const character = name.charAt(at);
    if (character === '.') labels.push('');
    else labels[labels.length - 1] += character === ESCAPE ? character + name.charAt((at += 1)) : character;
  }
  if (labels.at(-1) === '') labels.pop();
  return labels;
}

/** The octets of each label; null when the text is no name. RFC 1035 §2.3.4, §5.1. */
export function labelOctets(name: string): readonly (readonly number[])[] | null {
  const labels: number[][] = [];
  let octets = 1;
  for (const text of labelsOf(name)) {
    const label = octetsOf(text);
    if (label === null || label.length === 0 || label.length > LONGEST_LABEL) return null;
    octets += 1 + label.length;
    labels.push(label);
  }
  return octets > LONGEST_NAME ? null : labels;
}

/** Whether a text is a domain name. RFC 1035 §2.3. */
export function isDomainName(text: string): boolean {
  return text !== '' && !/\s/u.test(text) && labelOctets(text) !== null;
}

function octetsOf(text: string): number[] | null {
  const octets: number[] = [];
  for (const [part] of text.matchAll(/\\\d{3}|\\\D|[^\\]|\\/gsu)) {
    const octet = /^\\\d/u.test(part) ? Number(part.slice(1)) : part.codePointAt(part.length > 1 ? 1 : 0)!;
    if (octet > 0xff || part === ESCAPE) return null;
    octets.push(octet);
  }
  return octets;
}

/** The name that this one hangs from; of the root the root. */
export function parentName(name: string): string {
  return labelsOf(name).slice(1).join('.') || ROOT_NAME;
}

/**
 * One spelling for all, escapes as `readName` writes them: "comparisons are done in a case-insensitive manner"
 * (RFC 1034 §3.1), of ASCII letters alone (RFC 4343 §3). A text that is no name stays one.
 */
export function canonicalName(name: string): string {
  const octets = labelOctets(name);
  const labels = octets ? octets.map((label) => labelText(label)) : labelsOf(name);
  return labels.join('.').toLowerCase() || ROOT_NAME;
}

/** Whether a canonical name is `ancestor` or below it. */
export function isWithin(name: string, ancestor: string): boolean {
  if (ancestor === ROOT_NAME || name === ancestor) return true;
  // A dot may belong to a label: `a\.b` is not below `b`.
  const count = labelsOf(ancestor).length;
  return name.endsWith(`.${ancestor}`) && labelsOf(name).slice(-count).join('.') === ancestor;
}
