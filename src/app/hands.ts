import type { Command } from '../experiment/command';
import type { Comparison } from '../experiment/comparison';
import type { Experiment } from '../experiment/experiment';
import { addCommand, removeCommand, turnCommand } from '../experiment/interventions';
import { LIMITS } from '../experiment/limits';
import type { Street } from '../experiment/street';
import { MECHANISMS, type Mechanism } from '../experiment/tcpOptions';
import type { TcpPreset } from '../experiment/tcpPresets';
import { townProblem, type TownFile } from '../experiment/townFile';
import { streetProblem } from '../experiment/validate';
import type { HandActions } from '../panels/hands/handActions';
import { notice } from './notice';
import type { Session } from './session';
import { isTown } from './subject';

/** What hands do to a session: each thing can be undone, and keeps the future without it. */
export function handsOn(session: Session): HandActions {
  const street = (): Street => session.experiment.getState().street;
  return {
    undo: () => session.undo(),
    redo: () => session.redo(),
    perform: (commands) =>
      perform(
        session,
        commands.map((command) => stamped(session, command)),
      ),
    turn: (number) => session.changeTo(turnCommand(street(), number), { kind: 'one', command: number }),
    remove: (number) => session.changeTo(removeCommand(street(), number)),
    compare: (comparison: Comparison) => session.compare(comparison),
    swap: () => session.swapFutures(),
    setMechanism: (mechanism, isOn) =>
      session.changeTo(withMechanism(street(), mechanism, isOn), { kind: 'mechanisms' }),
    setTcp: (tcp: TcpPreset) => session.changeTo({ ...street(), tcp }),
  };
}

/** What is done to a road or a host holds from now on, whatever run is still in sight; what is done to a packet, when it comes by. */
function stamped(session: Session, command: Command): Command {
  return command.kind === 'touchPacket' ? command : { ...command, atNs: session.nowNs() };
}

function perform(session: Session, commands: readonly Command[]): void {
  const { street, town } = session.experiment.getState();
  if (commands.some(({ atNs }) => atNs > LIMITS.timeNs)) return session.notify(notice('commandTooLate'));
  const changed = town ? withCommandsInTown(town, commands) : commands.reduce(addCommand<Street>, street);
  const { length } = isTown(changed) ? changed.experiment.commands : changed.commands;
  if (length > LIMITS.commands) return session.notify(notice('tooManyCommands'));
  if (isTown(changed) ? townProblem(changed) : streetProblem(changed)) {
    return session.notify(notice('commandRefused'));
  }
  session.changeFromNow(changed);
}

function withCommandsInTown(town: TownFile, commands: readonly Command[]): TownFile {
  return { ...town, experiment: commands.reduce(addCommand<Experiment>, town.experiment) };
}

function withMechanism(street: Street, mechanism: Mechanism, isOn: boolean): Street {
  const { without = [], ...changes } = street.tcpChanges;
  const off = MECHANISMS.filter((one) => (one === mechanism ? !isOn : without.includes(one)));
  return { ...street, tcpChanges: off.length > 0 ? { ...changes, without: off } : changes };
}
