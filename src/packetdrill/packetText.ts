import { optionLength, type TcpOption } from '../wire/tcpOptions';
import { flagLetters, optionWord } from '../wire/tcpWords';
import type { ScriptPacket } from './script';

/** A packet the way scripts write it. */
export function packetText({ flags, start, length, acknowledgment, window, options }: ScriptPacket): string {
  const parts = [flagLetters(flags) || '-', `${start}:${(start + length) >>> 0}(${length})`];
  if (acknowledgment !== undefined) parts.push(`ack ${acknowledgment}`);
  if (window !== undefined) parts.push(`win ${window}`);
  if (options === 'any') parts.push('<...>');
  else if (options.length > 0) parts.push(`<${optionTexts(options).join(',')}>`);
  return parts.join(' ');
}

/** Options the way scripts write them, padding included. */
export function optionTexts(options: readonly TcpOption[]): readonly string[] {
  const texts = options.map(optionText);
  let bytes = options.reduce((sum, option) => sum + optionLength(option), 0);
  for (; bytes % 4 !== 0; bytes += 1) texts.push('eol');
  return texts;
}

function optionText(option: TcpOption): string {
  switch (option.kind) {
    case 'sack':
      return `sack ${option.blocks.map(({ left, right }) => `${left}:${right}`).join(' ')}`;
    case 'unknown':
      return `option ${option.code}`;
    default:
      return optionWord(option);
  }
}
