import { weatherFrom } from '../experiment/changes';
import type { Experiment, Link, Nanoseconds, Weather } from '../experiment/experiment';

/** The weather of one link over the whole run: a flip made at t holds from t on. */
export function weatherOver(experiment: Experiment, link: Link): (timeNs: Nanoseconds) => Weather {
  // Asked for every packet, so what concerns other links is left out once.
  const commands = experiment.commands.filter(
    (command) => command.kind === 'setWeather' && command.link === link.id,
  );
  if (commands.length === 0) return () => link.weather;
  return (timeNs) => weatherFrom(commands, link.id, link.weather, timeNs);
}

/** No misfortune can happen: the dice need not be asked. */
export function isClear(weather: Weather): boolean {
  return weather.loss === 0 && weather.reorder === 0 && weather.duplicate === 0 && weather.corrupt === 0;
}
