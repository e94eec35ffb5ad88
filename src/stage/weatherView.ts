import { settingsFrom, weatherFrom } from '../experiment/changes';
import { isCut } from '../experiment/conditions';
import type { Experiment, LinkId, LinkSettings, Nanoseconds } from '../experiment/experiment';
import { clamp } from './plan';
import type { LinkView } from './sceneTypes';

/** Longer delays than the first are drawn as fog; with the second one sees hardly anything. */
const FIRST_FOG_NS = 45_000_000;
const FULL_FOG_NS = 400_000_000;

/** A link as it is at `timeNs`: as the experiment began, and as commands changed it since. */
export function linkViewAt(experiment: Experiment, linkId: LinkId, timeNs: Nanoseconds): LinkView {
  const link = experiment.town.links.find(({ id }) => id === linkId);
  if (!link) throw new Error(`unknown link ${linkId}`);
  const { loss, reorder, duplicate, corrupt } = weatherFrom(
    experiment.commands,
    linkId,
    link.weather,
    timeNs,
  );
  const { delayNs, rateBps } = settingsFrom(experiment.commands, linkId, link, timeNs);
  const fog = clamp((delayNs - FIRST_FOG_NS) / (FULL_FOG_NS - FIRST_FOG_NS), 0, 1);
  return {
    loss,
    reorder,
    duplicate,
    corrupt,
    fog,
    delayNs,
    rateBps,
    isCut: isCut(experiment.commands, linkId, timeNs),
  };
}

/** The settings of a link at `timeNs`. */
export function linkSettingsAt(
  experiment: Experiment,
  linkId: LinkId,
  timeNs: Nanoseconds,
): LinkSettings | undefined {
  const link = experiment.town.links.find(({ id }) => id === linkId);
  return link && settingsFrom(experiment.commands, linkId, link, timeNs);
}
