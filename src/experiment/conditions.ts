import type { Command } from './command';
import type { LinkId, Nanoseconds, NodeId, Transport } from './experiment';

/** What commands have made of a host by some time. */
export interface HostCondition {
  readonly isOff: boolean;
  readonly isReading: boolean;
}

/** Whether the link is cut at `timeNs`. */
export function isCut(commands: readonly Command[], link: LinkId, timeNs: Nanoseconds): boolean {
  const last = commands.findLast(
    (command) =>
      (command.kind === 'cutLink' || command.kind === 'restoreLink') &&
      command.link === link &&
      command.atNs <= timeNs,
  );
  return last?.kind === 'cutLink';
}

/** What a host and its receiving app are at `timeNs`. */
export function hostCondition(
  commands: readonly Command[],
  host: NodeId,
  timeNs: Nanoseconds,
): HostCondition {
  const past = commands.filter(
    (command) => command.atNs <= timeNs && 'host' in command && command.host === host,
  );
  const lastRead = past.findLast(({ kind }) => kind === 'stopReading' || kind === 'resumeReading');
  return {
    isOff: past.some(({ kind }) => kind === 'powerOff'),
    isReading: lastRead?.kind !== 'stopReading',
  };
}

/** Whether a hand has closed the port by `timeNs`. */
export function isPortClosed(
  commands: readonly Command[],
  { host, transport, port }: { readonly host: NodeId; readonly transport: Transport; readonly port: number },
  timeNs: Nanoseconds,
): boolean {
  return commands.some(
    (command) =>
      command.kind === 'closePort' &&
      command.atNs <= timeNs &&
      command.host === host &&
      command.transport === transport &&
      command.port === port,
  );
}
