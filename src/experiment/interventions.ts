import type { Command } from './command';
import type { Street, StreetCommand } from './street';

/** The street, or a town's experiment, with one more command, in order of time. What it says anew is replaced. */
export function addCommand<T extends { readonly commands: readonly StreetCommand[] }>(
  street: T,
  command: Command,
): T {
  const kept = street.commands.filter((other) => !isReplaced(other, command));
  const at = kept.findLastIndex(({ atNs }) => atNs <= command.atNs) + 1;
  return { ...street, commands: kept.toSpliced(at, 0, command) };
}

/** The street with command number `number` the other way round: off if it is on, on if it is off. */
export function turnCommand(street: Street, number: number): Street {
  return {
    ...street,
    commands: street.commands.map((command, i) => (i === number ? turn(command) : command)),
  };
}

/** The street without command number `number`. */
export function removeCommand(street: Street, number: number): Street {
  return { ...street, commands: street.commands.toSpliced(number, 1) };
}

/** The command switched off if it is on, on if it is off. */
export function turn(command: StreetCommand): StreetCommand {
  if (!command.isOff) return { ...command, isOff: true };
  const { isOff: _, ...rest } = command;
  return rest;
}

/** Weather and settings hold until they are said anew, and then a new future begins; a hand does the same thing once. */
function isReplaced(other: StreetCommand, command: Command): boolean {
  const isRoadChange = command.kind === 'setWeather' || command.kind === 'setLink';
  if (isRoadChange && other.kind === command.kind && other.link === command.link) {
    return other.atNs >= command.atNs;
  }
  return subjectOf(other) === subjectOf(command);
}

function subjectOf(command: StreetCommand): string {
  const { isOff: _, ...said } = command;
  return JSON.stringify(said.kind === 'touchPacket' ? { ...said, act: said.act.kind } : said);
}
