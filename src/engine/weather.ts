import type { Experiment, Link, Nanoseconds, Weather } from '../experiment/experiment';

/** The weather of one link over the whole run: a flip made at t holds from t on. */
export function weatherOver(experiment: Experiment, link: Link): (timeNs: Nanoseconds) => Weather {
  const changes = experiment.commands.flatMap((command) =>
    command.kind === 'setWeather' && command.link === link.id ? [command] : [],
  );
  return (timeNs) => changes.findLast((change) => change.atNs <= timeNs)?.weather ?? link.weather;
}

/** No misfortune can happen: the dice need not be asked. */
export function isClear(weather: Weather): boolean {
  return weather.loss === 0 && weather.reorder === 0 && weather.duplicate === 0 && weather.corrupt === 0;
}
