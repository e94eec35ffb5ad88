import { flowsOf } from '../experiment/pieces';
import type { EventKind } from './event';
import { readerOf } from './flowReader';
import type { ReasonKind } from './reason';
import type { FlowResult, Run } from './run';

/** So many came about of so many that were tried. */
export interface Tally {
  readonly done: number;
  readonly of: number;
}

/** What came of everything that a town's apps tried; null for what none of them tried. */
export interface TownSummary {
  readonly echoes: Tally | null;
  readonly names: Tally | null;
  readonly pages: Tally | null;
  /** Messages that were read as they were sent, of those to an app that reads them or to nobody; an echo or a web server makes something else of them. */
  readonly messages: Tally | null;
  readonly packets: number;
  readonly lost: number;
  /** It was too long to be simulated to its end. */
  readonly isCutOff: boolean;
}

const FAILED_LOOKUPS: readonly ReasonKind[] = ['nameAbsent', 'dataAbsent', 'lookupFailed', 'lookupTimedOut'];
const summaries = new WeakMap<Run, TownSummary>();

/** The end of a town's run as numbers; null while it is still being computed. */
export function townSummary(run: Run): TownSummary | null {
  if (!run.result) return null;
  let summary = summaries.get(run);
  if (!summary) summaries.set(run, (summary = summarise(run)));
  return summary;
}

function summarise(run: Run): TownSummary {
  const { events, reasons } = countsOf(run);
  const told = (kind: ReasonKind): number => reasons.get(kind) ?? 0;
  const lanes = run.result?.lanes ?? [];
  const messages = messagesOf(run);
  const absent = FAILED_LOOKUPS.reduce((sum, kind) => sum + told(kind), 0);
  const loaded = told('pageLoaded');
  return {
    echoes: tally(told('echoReplied'), told('echoAsked')),
    names: tally(told('nameLookedUp'), told('nameLookedUp') + absent),
    pages: tally(loaded, Math.max(told('pageAsked'), loaded + told('pageFailed'))),
    messages: tally(messages.filter(({ intact }) => intact).length, messages.length),
    packets: events.get('packetSent') ?? 0,
    lost: (events.get('packetLost') ?? 0) + told('queueFull'),
    isCutOff: lanes.some((lane) => lane.isCutOff),
  };
}

function messagesOf({ result, experiment }: Run): readonly FlowResult[] {
  const senders = flowsOf(experiment);
  return (result?.lanes ?? []).flatMap(({ flows, transport }) =>
    flows.filter((_, flow) => {
      const reader = readerOf(experiment, transport, senders[flow]!);
      return !reader || reader.kind === 'receive';
    }),
  );
}

function tally(done: number, of: number): Tally | null {
  return of === 0 ? null : { done, of };
}

/** How many events of each kind there are, and how many of each reason among those that tell of an attempt. */
function countsOf({ traces }: Run) {
  const events = new Map<EventKind, number>();
  const reasons = new Map<ReasonKind, number>();
  for (const trace of traces) {
    for (let number = 0; number < trace.eventCount; number += 1) {
      const kind = trace.kindAt(number);
      events.set(kind, (events.get(kind) ?? 0) + 1);
      if (kind !== 'appTold' && kind !== 'packetSent' && kind !== 'packetDropped') continue;
      const reason = trace.event(number).reason.kind;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  return { events, reasons };
}
