import { MECHANISMS, type TcpOptions } from '../experiment/tcpOptions';
import { parseSettings, SETTING_NAMES } from '../experiment/tcpSettings';
import { BadInput } from './badInput';
import { problemLine } from './problemLine';

/** What `--set key=value` (any number of them) and `--without NAME,NAME` say of TCP. Throws `BadInput`. */
export function settingsFrom(set: readonly string[], without: string | undefined): Partial<TcpOptions> {
  for (const word of set) {
    const [name] = word.split('=', 1);
    if (!word.includes('=') || !SETTING_NAMES.includes(name!)) {
      throw new BadInput(`--set: "${word}" is no KEY=VALUE with a key out of ${SETTING_NAMES.join(', ')}`);
    }
  }
  const off = without === undefined ? [] : without.split(',');
  const stranger = off.find((word) => !MECHANISMS.some((mechanism) => mechanism === word));
  if (stranger !== undefined) {
    throw new BadInput(`--without: "${stranger}" is no mechanism, they are ${MECHANISMS.join(', ')}`);
  }
  const parsed = parseSettings([...set, ...off]);
  if (!parsed.ok) throw new BadInput(problemLine('--set', parsed.problem));
  return parsed.settings;
}
