import { settingsFrom } from '../../experiment/changes';
import type { Command } from '../../experiment/command';
import type { Link, LinkSettings } from '../../experiment/experiment';
import { formatRate, formatTime } from '../../ui/format';
import { guessWidth } from '../textFit';

/** As wide as the word for a link without a limit is in any language. */
const NO_LIMIT = 'no limit..';
const LANGUAGES = ['ko', 'en'] as const;

/** How wide the figures of a link get in the whole run, in any language, in px: with its rate, or the delay alone. */
export function figureWidths(
  link: Link,
  commands: readonly Command[],
  fontSize: number,
): { readonly both: number; readonly delay: number } {
  const changes = commands.filter((command) => command.kind === 'setLink' && command.link === link.id);
  const settings: readonly LinkSettings[] = [
    link,
    ...changes.map(({ atNs }) => settingsFrom(commands, link.id, link, atNs)),
  ];
  const widest = (text: (one: LinkSettings, language: (typeof LANGUAGES)[number]) => string): number =>
    Math.max(
      ...settings.flatMap((one) => LANGUAGES.map((language) => guessWidth(text(one, language), fontSize))),
    );
  const delayOf = (one: LinkSettings, language: (typeof LANGUAGES)[number]): string =>
    formatTime(one.delayNs, language);
  const rateOf = ({ rateBps }: LinkSettings): string => (rateBps > 0 ? formatRate(rateBps) : NO_LIMIT);
  return {
    delay: widest(delayOf),
    both: widest((one, language) => `${delayOf(one, language)} · ${rateOf(one)}`),
  };
}
