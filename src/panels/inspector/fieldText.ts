import type { TFunction } from 'i18next';
import { formatAddress } from '../../wire/address';
import { formatMac } from '../../wire/macAddress';
import { FLAG } from '../../wire/tcp';
import type { ShownField } from './shownLayers';

const FLAG_NAMES = Object.entries(FLAG).map(([name, bit]) => ({ name: name.toUpperCase(), bit }));
/** A longer value is cut: the hex view has it all. */
const LONGEST_HEX_DIGITS = 16;
const LONGEST_TEXT = 24;

/** The value of a field as text, short enough for its cell. */
export function fieldText(t: TFunction, field: ShownField): string {
  const { value, display } = field;
  switch (display) {
    case 'decimal':
      return String(value);
    case 'hex':
      return `0x${Number(value)
        .toString(16)
        .padStart(Math.ceil((field.endBit - field.startBit) / 4), '0')}`;
    case 'mac':
      return formatMac(Number(value));
    case 'address':
      return formatAddress(Number(value));
    case 'flags':
      return flagText(Number(value));
    case 'bytes':
      return bytesText(String(value));
    case 'text':
      return value === '' ? t('panels.inspector.emptyValue') : shorten(String(value), field.name);
  }
}

function flagText(flags: number): string {
  const names = FLAG_NAMES.filter(({ bit }) => (flags & bit) !== 0).map(({ name }) => name);
  return names.length === 0 ? '–' : names.join(', ');
}

function bytesText(hex: string): string {
  const pairs = hex.slice(0, LONGEST_HEX_DIGITS).match(/../gu) ?? [];
  return hex.length > LONGEST_HEX_DIGITS ? `${pairs.join(' ')} …` : pairs.join(' ');
}

function shorten(text: string, name: ShownField['name']): string {
  const letters = [...text];
  const short = letters.length > LONGEST_TEXT ? `${letters.slice(0, LONGEST_TEXT).join('')}…` : text;
  return name === 'data.payload' ? `“${short}”` : short;
}
