import type { Command } from '../experiment/command';
import type { Nanoseconds } from '../experiment/experiment';
import { pieceDueNs, senderOf } from '../experiment/pieces';
import type { TraceEvent } from './event';
import { follow } from './follow';
import type { Run } from './run';
import { townIndex } from './townIndex';
import type { Trace } from './trace';
import { eventOfPacket } from './whyCauses';
import type { Steps } from './whyResend';

const commandEvents = follow<Map<number, number>, null>(
  () => new Map(),
  (events, trace, number) => {
    if (trace.kindAt(number) !== 'commandApplied') return;
    const event = trace.event(number);
    if (event.kind === 'commandApplied') events.set(event.command, number);
  },
);

/** Adds, for each step that a person's command made possible, that command: the weather, the cut, the hand. */
export function addCommands(steps: Steps, run: Run, trace: Trace): void {
  if (run.experiment.commands.length === 0) return;
  for (const [number, { role }] of steps) {
    const event = trace.event(number);
    const command =
      role === 'notReading'
        ? hostCommand(run, event, 'stopReading')
        : 'packet' in event
          ? commandBehind(run, trace, event)
          : -1;
    const applied = commandEvents(trace, null).get(command) ?? -1;
    if (applied >= 0 && applied < number) steps.set(applied, {});
  }
}

type Befallen = Extract<TraceEvent, { readonly packet: number }>;

/** The number of the command behind what befell a packet, -1 for none. */
function commandBehind(run: Run, trace: Trace, event: Befallen): number {
  switch (event.reason.kind) {
    case 'byHand':
      return event.reason.command;
    case 'linkCut':
      return lastCommand(run, event.timeNs, ({ kind, ...at }) => kind === 'cutLink' && isAt(run, at, event));
    case 'poweredOff':
      // What waited in the host's queue is lost at the head of its link way.
      if (event.kind === 'packetLost') return commandOf(trace, event.cause);
      return hostCommand(run, event, 'powerOff');
    case 'weather': {
      const metNs = weatherNs(run, trace, event);
      return lastCommand(run, metNs, ({ kind, ...at }) => kind === 'setWeather' && isAt(run, at, event));
    }
    default:
      return -1;
  }
}

/** The number of the command that event `number` applies. */
function commandOf(trace: Trace, number: number): number {
  const event = trace.event(number);
  return event.kind === 'commandApplied' ? event.command : -1;
}

/** The last command of that kind to the host where something happened. */
function hostCommand(run: Run, event: TraceEvent, kind: 'stopReading' | 'powerOff'): number {
  const host = 'place' in event ? townIndex(run.experiment).nodes[event.place] : undefined;
  return lastCommand(run, event.timeNs, (command) => command.kind === kind && command.host === host);
}

function lastCommand(
  { experiment }: Run,
  timeNs: Nanoseconds,
  isMeant: (command: Command) => boolean,
): number {
  return experiment.commands.findLastIndex((command) => command.atNs <= timeNs && isMeant(command));
}

function isAt({ experiment }: Run, at: object, { place }: Befallen): boolean {
  return 'link' in at && at.link === townIndex(experiment).way(place).link.id;
}

/** Pieces meet the weather of the moment they were due, everything else that of the moment it meets the link. */
function weatherNs({ experiment }: Run, trace: Trace, { packet, index }: Befallen): Nanoseconds {
  const { role, piece } = trace.packet(packet);
  const sender = senderOf(experiment);
  if (role === 'piece' && sender) return pieceDueNs(sender, piece);
  return trace.timeAt(eventOfPacket(trace, packet, 'linkEntered', index) ?? index);
}
