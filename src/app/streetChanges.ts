import { settingsFrom, weatherFrom } from '../experiment/changes';
import type { SetLink, SetWeather } from '../experiment/command';
import type { LinkSettings, Nanoseconds, Weather } from '../experiment/experiment';
import { addCommand } from '../experiment/interventions';
import { commandsInForce, type Street, type StreetCommand } from '../experiment/street';
import { WEATHER_LINK } from '../experiment/town';

/** From when on a change holds: a time, or the start of the run. */
export type Since = Nanoseconds | 'start';

/** The weather of the road at `timeNs`. */
export function weatherAt({ weather, commands }: Street, timeNs: Nanoseconds): Weather {
  return weatherFrom(commandsInForce(commands), WEATHER_LINK, weather, timeNs);
}

/** The settings of the road at `timeNs`. */
export function linkAt({ link, commands }: Street, timeNs: Nanoseconds): LinkSettings {
  return settingsFrom(commandsInForce(commands), WEATHER_LINK, link, timeNs);
}

/** How often the road was changed up to `timeNs`: as long as this stays the same, so do weather and settings. */
export function changesUntil({ commands }: Street, timeNs: Nanoseconds): number {
  return commands.filter(({ atNs }) => atNs <= timeNs).length;
}

/** The street with other weather since then. A change at a time begins a new future: later changes of the weather are gone. */
export function changeWeather(street: Street, change: Partial<Weather>, since: Since): Street {
  if (since === 'start') {
    const commands = street.commands.map((command) =>
      command.kind === 'setWeather' && command.link === WEATHER_LINK
        ? { ...command, weather: { ...command.weather, ...change } }
        : command,
    );
    return { ...street, weather: { ...street.weather, ...change }, commands };
  }
  const weather = { ...weatherAt(street, since), ...change };
  return addCommand(street, { kind: 'setWeather', atNs: since, link: WEATHER_LINK, weather });
}

/** The street with other settings of the road since then; as `changeWeather`. */
export function changeLink(street: Street, change: Partial<LinkSettings>, since: Since): Street {
  if (since === 'start') {
    const commands = street.commands.map((command) =>
      command.kind === 'setLink' && command.link === WEATHER_LINK
        ? { ...command, settings: { ...command.settings, ...change } }
        : command,
    );
    return { ...street, link: { ...street.link, ...change }, commands };
  }
  const settings = { ...linkAt(street, since), ...change };
  return addCommand(street, { kind: 'setLink', atNs: since, link: WEATHER_LINK, settings });
}

/** The street with its latest change holding from the start instead; without a change, the street itself. */
export function moveLastChangeToStart(street: Street): Street {
  const last = street.commands.findLast(isRoadChange);
  if (!last) return street;
  const before = { ...street, commands: street.commands.filter((command) => command !== last) };
  if (last.kind === 'setWeather') {
    return changeWeather(before, differing(last.weather, weatherAt(before, last.atNs)), 'start');
  }
  return changeLink(before, differing(last.settings, linkAt(before, last.atNs)), 'start');
}

function isRoadChange(command: StreetCommand): command is SetWeather | SetLink {
  const isOfRoad =
    (command.kind === 'setWeather' || command.kind === 'setLink') && command.link === WEATHER_LINK;
  return isOfRoad && !command.isOff;
}

/** What is not as it was before. */
function differing<T extends object>(now: T, before: T): Partial<T> {
  const keys = Object.keys(now) as (keyof T)[];
  return Object.fromEntries(
    keys.filter((key) => now[key] !== before[key]).map((key) => [key, now[key]]),
  ) as Partial<T>;
}
