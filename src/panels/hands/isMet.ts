import type { StreetCommand } from '../../experiment/street';
import { follow } from '../../trace/follow';
import type { Run } from '../../trace/run';

/** Commands of the experiment that did something to a packet. */
const commandsThatActed = follow<Set<number>, null>(
  () => new Set(),
  (acted, trace, number) => {
    const { reason } = trace.event(number);
    if (reason.kind === 'byHand') acted.add(reason.command);
  },
);

/** Whether the packet that command number `number` of the street means was there to be touched; true for what touches no packet. */
export function isMet(run: Run, commands: readonly StreetCommand[], number: number): boolean {
  const command = commands[number];
  if (command?.kind !== 'touchPacket' || command.isOff) return true;
  // The experiment numbers only what is in force.
  const inForce = commands.slice(0, number).filter(({ isOff }) => !isOff).length;
  return run.traces.some((trace) => commandsThatActed(trace, null).has(inForce));
}
