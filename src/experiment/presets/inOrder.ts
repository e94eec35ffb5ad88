import { bottleneck } from './bottleneck';
import { callAgainstDownload } from './callAgainstDownload';
import { dnsTree } from './dnsTree';
import { dnsTrouble } from './dnsTrouble';
import { homeBehindNat } from './homeBehindNat';
import { ipLimits } from './ipLimits';
import { letter } from './letter';
import { loop } from './loop';
import { noAnswer } from './noAnswer';
import { oneRoom } from './oneRoom';
import { pathMtu } from './pathMtu';
import { ping } from './ping';
import { portScan } from './portScan';
import { threePrograms } from './threePrograms';
import type { Preset } from './town';
import { ttl } from './ttl';
import { twoPaths } from './twoPaths';

/** All preset towns, in the order of the lecture: IP, ports, TCP and UDP, DNS, the web, links. */
export const PRESETS = [
  ping,
  ttl,
  loop,
  noAnswer,
  ipLimits,
  twoPaths,
  pathMtu,
  threePrograms,
  oneRoom,
  portScan,
  homeBehindNat,
  letter,
  bottleneck,
  callAgainstDownload,
  dnsTree,
  dnsTrouble,
] as const satisfies readonly Preset[];

export type PresetId = (typeof PRESETS)[number]['id'];

/** The preset of that id, if there is one. */
export function presetOf(id: string): Preset<PresetId> | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
