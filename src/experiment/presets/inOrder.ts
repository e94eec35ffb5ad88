import { arp } from './arp';
import { bottleneck } from './bottleneck';
import { callAgainstDownload } from './callAgainstDownload';
import { cafeWifi } from './cafeWifi';
import { dataCentre } from './dataCentre';
import { dnsTree } from './dnsTree';
import { dnsTrouble } from './dnsTrouble';
import { homeAndStreet } from './homeAndStreet';
import { homeBehindNat } from './homeBehindNat';
import { appReliability } from './appReliability';
import { https } from './https';
import { ipLimits } from './ipLimits';
import { lectureNote } from './lectureNote';
import { letter } from './letter';
import { loop } from './loop';
import { noAnswer } from './noAnswer';
import { oneRoom } from './oneRoom';
import { pathMtu } from './pathMtu';
import { ping } from './ping';
import { portScan } from './portScan';
import { satellite } from './satellite';
import { threePrograms } from './threePrograms';
import { quicVsTcp } from './quicVsTcp';
import type { Preset } from './town';
import { ttl } from './ttl';
import { typeAUrl } from './typeAUrl';
import { twoAddresses } from './twoAddresses';
import { twoPaths } from './twoPaths';

/** All preset towns, in the order of the lecture: IP, ports, TCP and UDP, DNS, the web, links. */
export const PRESETS = [
  lectureNote,
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
  appReliability,
  dnsTree,
  dnsTrouble,
  typeAUrl,
  twoAddresses,
  https,
  quicVsTcp,
  arp,
  satellite,
  cafeWifi,
  dataCentre,
  homeAndStreet,
] as const satisfies readonly Preset[];

export type PresetId = (typeof PRESETS)[number]['id'];

/** The preset of that id, if there is one. */
export function presetOf(id: string): Preset<PresetId> | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
