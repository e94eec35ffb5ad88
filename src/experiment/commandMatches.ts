import { bindsPort } from './appSockets';
import type { Command } from './command';
import type { Experiment } from './experiment';
import type { Problem } from './problem';

/** What a command names that this town does not have; `where` is the command itself. */
export function* commandMatches(
  command: Command,
  { town, apps }: Experiment,
  where: string,
): Generator<Problem> {
  const isOneOf = (nodes: readonly { readonly id: string }[], id: string): boolean =>
    nodes.some((node) => node.id === id);
  if ('link' in command && !isOneOf(town.links, command.link)) {
    yield { kind: 'unknownPlace', where: `${where}.link` };
  }
  if ('host' in command && !isOneOf(town.hosts, command.host)) {
    yield { kind: 'unknownPlace', where: `${where}.host` };
  }
  switch (command.kind) {
    case 'touchPacket':
      if (isOneOf([...town.hosts, ...town.routers], command.packet.from)) return;
      return yield { kind: 'unknownPlace', where: `${where}.packet.from` };
    case 'closePort':
      // Its lane need not be among those of this run.
      if (apps.some((app) => app.host === command.host && bindsPort(app, command.transport, command))) return;
      return yield { kind: 'noApp', where: `${where}.port` };
    case 'stopReading':
    case 'resumeReading':
      if (apps.some(({ kind, host }) => kind === 'receive' && host === command.host)) return;
      return yield { kind: 'noApp', where: `${where}.host` };
    case 'setWeather':
    case 'setLink':
    case 'cutLink':
    case 'restoreLink':
    case 'powerOff':
  }
}
