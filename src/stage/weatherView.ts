import type { Experiment, LinkSettings, Nanoseconds, Weather } from '../experiment/experiment';
import { WEATHER_LINK } from '../experiment/town';
import type { WeatherView } from './sceneTypes';

const CALM: WeatherView = { loss: 0, reorder: 0, duplicate: 0, corrupt: 0, fog: 0 };
/** A road this slow is in full fog. */
const FULL_FOG_NS = 300_000_000;

/** What falls on the stormy stretch at `timeNs`: as the experiment began, and as commands changed it since. */
export function weatherViewAt(experiment: Experiment, timeNs: Nanoseconds): WeatherView {
  const link = experiment.town.links.find(({ id }) => id === WEATHER_LINK);
  if (!link) return CALM;
  let weather: Weather = link.weather;
  let settings: LinkSettings = link;
  for (const command of experiment.commands) {
    if (command.atNs > timeNs || command.link !== WEATHER_LINK) continue;
    if (command.kind === 'setWeather') weather = command.weather;
    else settings = command.settings;
  }
  const { loss, reorder, duplicate, corrupt } = weather;
  return { loss, reorder, duplicate, corrupt, fog: Math.min(1, settings.delayNs / FULL_FOG_NS) };
}

/** The settings of a link at `timeNs`. */
export function linkSettingsAt(
  experiment: Experiment,
  linkId: string,
  timeNs: Nanoseconds,
): LinkSettings | undefined {
  let settings: LinkSettings | undefined = experiment.town.links.find(({ id }) => id === linkId);
  for (const command of experiment.commands) {
    if (command.kind === 'setLink' && command.link === linkId && command.atNs <= timeNs) {
      settings = command.settings;
    }
  }
  return settings;
}
