import { follow } from './follow';
import { findPacket } from './packetNames';
import type { Run } from './run';
import type { Trace } from './trace';

/**
 * What became of a command. `met`: it did something. `noPacket`: this future has no packet of that name. `noEffect`:
 * the packet was past, went another way or needed no help. `pending`: the engine has not got so far.
 */
export interface CommandOutcome {
  readonly kind: 'met' | 'noPacket' | 'noEffect' | 'pending';
  /** The lanes in which it did something. */
  readonly lanes: readonly number[];
}

/** Numbers of commands that a trace speaks of: a hand may be applied and find nothing to touch. */
interface Spoken {
  readonly applied: Set<number>;
  readonly touched: Set<number>;
}

const spokenOf = follow<Spoken, null>(
  () => ({ applied: new Set(), touched: new Set() }),
  (spoken, trace, number) => {
    switch (trace.kindAt(number)) {
      case 'commandApplied':
      case 'packetLost':
      case 'packetCorrupted':
      case 'packetDuplicated':
      case 'packetDelayed':
      case 'packetHeld':
      case 'packetRescued':
        addSpoken(spoken, trace, number);
        return;
      default:
    }
  },
);

/** One outcome for each command of the experiment, in its order. */
export function commandOutcomes(run: Run): readonly CommandOutcome[] {
  const { experiment, traces, result } = run;
  return experiment.commands.map((command, number) => {
    const isTouch = command.kind === 'touchPacket';
    const lanes = traces.flatMap((trace, lane) => {
      const { applied, touched } = spokenOf(trace, null);
      return (isTouch ? touched : applied).has(number) ? [lane] : [];
    });
    if (lanes.length > 0) return { kind: 'met', lanes };
    if (result === null) return { kind: 'pending', lanes };
    const isLost = isTouch && findPacket(run, command.packet) === null;
    return { kind: isLost ? 'noPacket' : 'noEffect', lanes };
  });
}

function addSpoken({ applied, touched }: Spoken, trace: Trace, number: number): void {
  const event = trace.event(number);
  if (event.kind === 'commandApplied') applied.add(event.command);
  else if (event.reason.kind === 'byHand') touched.add(event.reason.command);
}
