import { settingsFrom, weatherFrom } from '../experiment/changes';
import type { Experiment, LinkSettings, Nanoseconds } from '../experiment/experiment';
import { WEATHER_LINK } from '../experiment/town';
import type { WeatherView } from './sceneTypes';

const CALM: WeatherView = { loss: 0, reorder: 0, duplicate: 0, corrupt: 0, fog: 0 };
/** Longer delays than the first are drawn as fog; with the second one sees hardly anything. */
const FIRST_FOG_NS = 45_000_000;
const FULL_FOG_NS = 400_000_000;

/** What falls on the stormy stretch at `timeNs`: as the experiment began, and as commands changed it since. */
export function weatherViewAt(experiment: Experiment, timeNs: Nanoseconds): WeatherView {
  const link = experiment.town.links.find(({ id }) => id === WEATHER_LINK);
  if (!link) return CALM;
  const weather = weatherFrom(experiment.commands, WEATHER_LINK, link.weather, timeNs);
  const settings = settingsFrom(experiment.commands, WEATHER_LINK, link, timeNs);
  const { loss, reorder, duplicate, corrupt } = weather;
  return { loss, reorder, duplicate, corrupt, fog: fogOf(settings.delayNs) };
}

function fogOf(delayNs: Nanoseconds): number {
  return Math.min(1, Math.max(0, (delayNs - FIRST_FOG_NS) / (FULL_FOG_NS - FIRST_FOG_NS)));
}

/** The settings of a link at `timeNs`. */
export function linkSettingsAt(
  experiment: Experiment,
  linkId: string,
  timeNs: Nanoseconds,
): LinkSettings | undefined {
  const link = experiment.town.links.find(({ id }) => id === linkId);
  return link && settingsFrom(experiment.commands, linkId, link, timeNs);
}
