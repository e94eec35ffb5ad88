import type { TFunction } from 'i18next';
import { presetOf } from '../experiment/presets/inOrder';
import type { TownFile } from '../experiment/townFile';

/** A preset's name in the page's language, or what a person called the town. */
export function townName({ name }: Pick<TownFile, 'name'>, t: TFunction): string {
  const preset = presetOf(name);
  return preset ? t(`presets.${preset.id}.name`) : name;
}
