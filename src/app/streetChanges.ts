import type { Command, LinkSettings, Nanoseconds, Weather } from '../experiment/experiment';
import type { Street } from '../experiment/street';
import { WEATHER_LINK } from '../experiment/town';

/** From when on a change holds: a time, or the start of the run. */
export type Since = Nanoseconds | 'start';

/** The weather of the road at `timeNs`. */
export function weatherAt({ weather, commands }: Street, timeNs: Nanoseconds): Weather {
  return commands.reduce(
    (now, command) => (command.kind === 'setWeather' && command.atNs <= timeNs ? command.weather : now),
    weather,
  );
}

/** The settings of the road at `timeNs`. */
export function linkAt({ link, commands }: Street, timeNs: Nanoseconds): LinkSettings {
  return commands.reduce(
    (now, command) => (command.kind === 'setLink' && command.atNs <= timeNs ? command.settings : now),
    link,
  );
}

/** How often the road was changed up to `timeNs`: as long as this stays the same, so do weather and settings. */
export function changesUntil({ commands }: Street, timeNs: Nanoseconds): number {
  return commands.filter(({ atNs }) => atNs <= timeNs).length;
}

/** The street with other weather since then. A change at a time begins a new future: commands after it are gone. */
export function changeWeather(street: Street, change: Partial<Weather>, since: Since): Street {
  if (since === 'start') {
    const commands = street.commands.map((command) =>
      command.kind === 'setWeather' ? { ...command, weather: { ...command.weather, ...change } } : command,
    );
    return { ...street, weather: { ...street.weather, ...change }, commands };
  }
  const weather = { ...weatherAt(street, since), ...change };
  return withCommand(street, { kind: 'setWeather', atNs: since, link: WEATHER_LINK, weather });
}

/** The street with other settings of the road since then; as `changeWeather`. */
export function changeLink(street: Street, change: Partial<LinkSettings>, since: Since): Street {
  if (since === 'start') {
    const commands = street.commands.map((command) =>
      command.kind === 'setLink' ? { ...command, settings: { ...command.settings, ...change } } : command,
    );
    return { ...street, link: { ...street.link, ...change }, commands };
  }
  const settings = { ...linkAt(street, since), ...change };
  return withCommand(street, { kind: 'setLink', atNs: since, link: WEATHER_LINK, settings });
}

function withCommand(street: Street, command: Command): Street {
  const { kind, atNs } = command;
  const kept = street.commands.filter(
    (other) => other.atNs < atNs || (other.atNs === atNs && other.kind !== kind),
  );
  return { ...street, commands: [...kept, command] };
}
