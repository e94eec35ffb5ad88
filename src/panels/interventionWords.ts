import type { TFunction } from 'i18next';
import type { PacketName } from '../experiment/command';
import type { Weather } from '../experiment/experiment';
import type { StreetCommand } from '../experiment/street';
import { findPacket } from '../trace/packetNames';
import type { Run } from '../trace/run';
import { formatRate, formatShare, formatTime } from '../ui/format';
import type { IconName } from '../ui/Icon';
import { packetLabelOf } from './packetLabel';
import { packetName } from './packetName';
import type { PanelWords } from './useWords';

/** The picture of an intervention. */
export function interventionIcon(command: StreetCommand): IconName {
  switch (command.kind) {
    case 'touchPacket':
      return `hand.${command.act.kind}`;
    case 'setWeather':
      return 'rain';
    case 'setLink':
      return 'delay';
    case 'cutLink':
      return 'cut';
    case 'restoreLink':
      return 'join';
    case 'closePort':
      return 'doorClosed';
    case 'powerOff':
      return 'power';
    case 'stopReading':
    case 'resumeReading':
      return 'read';
  }
}

/** What was done, in a few words; `runs` are the futures in which a packet's own name may be found. */
export function interventionWords(words: PanelWords, command: StreetCommand, runs: readonly Run[]): string {
  const { t, language } = words;
  switch (command.kind) {
    case 'touchPacket': {
      const { act, packet } = command;
      const name = `${t(`panels.lane.${packet.transport}`)} ${touchedName(t, packet, runs)}`;
      const time = act.kind === 'hold' ? formatTime(act.delayNs, language) : '';
      const bit = act.kind === 'flip' ? act.bit : 0;
      return t(`hands.did.${act.kind}`, { name, time, bit });
    }
    case 'setWeather':
      return t('hands.did.weather', { link: command.link, weather: weatherWords(t, command.weather) });
    case 'setLink': {
      const { delayNs, rateBps, queuePackets } = command.settings;
      const rate = rateBps === 0 ? t('app.weather.unlimited') : formatRate(rateBps);
      return t('hands.did.link', {
        link: command.link,
        delay: formatTime(delayNs, language),
        rate,
        queue: queuePackets,
      });
    }
    case 'cutLink':
    case 'restoreLink':
      return t(`hands.did.${command.kind}`, { link: command.link });
    case 'closePort': {
      const { host, transport, port } = command;
      return t('hands.did.closePort', { host, port, transport: t(`panels.lane.${transport}`) });
    }
    case 'powerOff':
    case 'stopReading':
    case 'resumeReading':
      return t(`hands.did.${command.kind}`, { host: command.host });
  }
}

/** What the weather of a link is like, the calm parts left out. */
function weatherWords(t: TFunction, weather: Weather): string {
  const fates = ['loss', 'reorder', 'duplicate', 'corrupt'] as const;
  const bad = fates.filter((fate) => weather[fate] > 0);
  const named = bad.map((fate) => `${t(`app.weather.${fate}`)} ${formatShare(weather[fate])}`);
  return named.length > 0 ? named.join(', ') : t('hands.clear');
}

/** The short name that the packet has wherever it exists, else what its maker meant it to be. */
function touchedName(t: TFunction, name: PacketName, runs: readonly Run[]): string {
  for (const run of runs) {
    const ref = findPacket(run, name);
    const label = ref && packetLabelOf(run, ref);
    if (label) return packetName(t, label);
  }
  const { role, number, from } = name;
  return t(`hands.packet.${role}`, { number: number + 1, from });
}
