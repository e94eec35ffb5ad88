import { dnsTree } from './dnsTree';
import { dnsTrouble } from './dnsTrouble';
import { letter } from './letter';
import { ping } from './ping';
import type { Preset } from './town';

/** All preset towns, in the order of the lecture: IP, ports, TCP and UDP, DNS, the web, links. */
export const PRESETS = [ping, letter, dnsTree, dnsTrouble] as const satisfies readonly Preset[];

export type PresetId = (typeof PRESETS)[number]['id'];

/** The preset of that id, if there is one. */
export function presetOf(id: string): Preset<PresetId> | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
