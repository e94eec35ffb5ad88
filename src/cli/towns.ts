import { presets as en } from '../i18n/en/presets';
import { presets as ko } from '../i18n/ko/presets';
import { PRESETS } from '../experiment/presets/inOrder';
import { asksForJson } from './asksForJson';
import type { Output } from './output';

/** `towns`: lists the preset towns. Throws `BadInput` before anything is printed. */
export function towns(args: readonly string[], print: Output): void {
  const isJson = asksForJson('towns', args);
  const list = PRESETS.map(({ id, town: { experiment } }) => ({
    id,
    names: { ko: ko[id].name, en: en[id].name },
    about: { ko: ko[id].about, en: en[id].about },
    hosts: experiment.town.hosts.length,
    routers: experiment.town.routers.length,
  }));
  if (isJson) return print([JSON.stringify(list, null, 2)]);
  return print(list.map(({ id, names, about }) => `${id}  ${names.en}: ${about.en}`));
}
