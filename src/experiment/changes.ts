import type { Command } from './command';
import type { LinkId, LinkSettings, Nanoseconds, Weather } from './experiment';

/** The weather of a link at `timeNs`: that of the last change made by then, or `first` before any. */
export function weatherFrom(
  commands: readonly Command[],
  link: LinkId,
  first: Weather,
  timeNs: Nanoseconds,
): Weather {
  const change = commands.findLast(
    (command) => command.kind === 'setWeather' && command.link === link && command.atNs <= timeNs,
  );
  return change?.kind === 'setWeather' ? change.weather : first;
}

/** The settings of a link at `timeNs`, as `weatherFrom`. */
export function settingsFrom(
  commands: readonly Command[],
  link: LinkId,
  first: LinkSettings,
  timeNs: Nanoseconds,
): LinkSettings {
  const change = commands.findLast(
    (command) => command.kind === 'setLink' && command.link === link && command.atNs <= timeNs,
  );
  return change?.kind === 'setLink' ? change.settings : first;
}
