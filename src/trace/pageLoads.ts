import type { Nanoseconds } from '../experiment/experiment';
import type { EventOf } from './event';
import { follow } from './follow';
import { criticalPath } from './criticalPath';
import type { Trace } from './trace';
import type { PageFailure, WebReason } from './webReason';

/** What a page load waits for: a name, a connection, its keys, streams (connection and keys at once), an answer. */
export type LoadStepKind = 'name' | 'connect' | 'secure' | 'streams' | 'request';

export interface LoadStep {
  readonly kind: LoadStepKind;
  /** What was asked for; empty but for requests. */
  readonly target: string;
  /** Which of several addresses a connection goes to; empty where one was tried. */
  readonly address: string;
  /** It came to nothing: the address failed, or another answered first. */
  readonly isVain: boolean;
  readonly fromNs: Nanoseconds;
  /** Null while it lasts. */
  readonly untilNs: Nanoseconds | null;
  /** How often the client had to wait for an answer on the way to its end; 0 while it lasts. */
  readonly roundTrips: number;
  /** The packets that its end waited for, in order: those that led from its beginning to its end. */
  readonly packets: readonly number[];
}

export interface PageLoad {
  readonly load: number;
  readonly url: string;
  /** The host that asked. */
  readonly place: number;
  readonly fromNs: Nanoseconds;
  readonly untilNs: Nanoseconds | null;
  /** On the whole way from the question to the page; steps that ran side by side count once. */
  readonly roundTrips: number;
  readonly bytes: number;
  readonly reusedConnection: boolean;
  readonly failure: PageFailure | null;
  readonly steps: readonly LoadStep[];
}

interface OpenStep {
  kind: LoadStepKind;
  target: string;
  address: string;
  isVain: boolean;
  /** Local port of a connection, else -1. */
  readonly port: number;
  fromNs: Nanoseconds;
  start: number;
  untilNs: Nanoseconds | null;
  roundTrips: number;
  packets: readonly number[];
}

type GrowingLoad = { -readonly [K in Exclude<keyof PageLoad, 'steps'>]: PageLoad[K] } & {
  steps: OpenStep[];
  start: number;
  /** The address that its newest connection goes to. */
  address: string;
};

type Told = EventOf<'appTold'>;
type NextAddress = Extract<WebReason, { kind: 'addressSilent' | 'addressFailed' }>;

const loads = follow<Map<number, GrowingLoad>, null>(() => new Map(), takeIn);

/** All page loads of a trace in the order of their numbers, each with the steps that it took so far. */
export function pageLoadsOf(trace: Trace): readonly PageLoad[] {
  return [...loads(trace, null).values()].toSorted((a, b) => a.load - b.load);
}

function takeIn(index: Map<number, GrowingLoad>, trace: Trace, number: number): void {
  if (trace.kindAt(number) !== 'appTold') return;
  const event = trace.event(number);
  if (event.kind !== 'appTold') return;
  const { reason } = event;
  if (reason.kind === 'connected') return connected(index, trace, event);
  if (reason.kind === 'pageAsked') index.set(reason.load, newLoad(event, reason));
  const load = 'load' in reason ? index.get(reason.load) : undefined;
  if (load) advance(load, trace, event);
}

function newLoad(event: Told, { load, url }: { readonly load: number; readonly url: string }): GrowingLoad {
  const { place, timeNs, index } = event;
  const empty = { untilNs: null, roundTrips: 0, bytes: 0, reusedConnection: false, failure: null };
  return { ...empty, load, url, place, fromNs: timeNs, steps: [], start: index, address: '' };
}

function advance(load: GrowingLoad, trace: Trace, event: Told): void {
  const { reason, timeNs } = event;
  switch (reason.kind) {
    case 'nameFound':
      load.address = reason.address;
      begin(load, 'name', load.fromNs, load.start);
      return end(load, trace, event, 'name');
    case 'connectionOpening':
      return opening(load, event);
    case 'addressSilent':
    case 'addressFailed':
      return nextAddress(load, trace, event, reason);
    case 'addressLeft':
      return endInVain(load, event);
    case 'connectionReused':
      load.reusedConnection = true;
      return;
    case 'streamsReady':
      return end(load, trace, event, 'streams');
    case 'tlsFinished':
      return end(load, trace, event, 'secure');
    case 'requestSent':
      return begin(load, 'request', timeNs, event.index, { target: reason.target });
    case 'responseReceived':
      return end(load, trace, event, 'request', reason.target);
    case 'pageLoaded':
    case 'pageFailed':
      if (reason.kind === 'pageLoaded') load.bytes = reason.bytes;
      else load.failure = reason.failure;
      load.untilNs = timeNs;
      load.roundTrips = criticalPath(trace, event.index, load.start, load.place).roundTrips;
      return;
    default:
    // The server's side, and what is told of packets.
  }
}

/** TCP's word names no page load: it is that of the load whose newest connection has this port. */
function connected(index: Map<number, GrowingLoad>, trace: Trace, event: Told): void {
  const load = [...index.values()].findLast(
    ({ place, steps }) => place === event.place && steps.some(({ port }) => port === event.port),
  );
  if (!load) return;
  end(load, trace, event, 'connect');
  if (load.url.startsWith('https:')) begin(load, 'secure', event.timeNs, event.index);
}

function opening(load: GrowingLoad, { timeNs, index, port }: Told): void {
  const kind = load.url.startsWith('h3:') ? 'streams' : 'connect';
  const isAnother = load.steps.some((one) => one.kind === kind && one.address !== '');
  begin(load, kind, timeNs, index, { port, address: isAnother ? load.address : '' });
}

/** A further connection is going to be tried: from here on both say where they go to. */
function nextAddress(load: GrowingLoad, trace: Trace, event: Told, next: NextAddress): void {
  const step = load.steps.find(({ port }) => port === event.port);
  if (step && step.address === '') step.address = load.address;
  load.address = next.address;
  if (!step || next.kind === 'addressSilent') return;
  endInVain(load, event);
  // Its refusal had to be waited for; what another overtook had not.
  const { roundTrips, packets } = criticalPath(trace, event.index, step.start, load.place);
  step.roundTrips = roundTrips;
  step.packets = packets;
}

function endInVain(load: GrowingLoad, { port, timeNs }: Told): void {
  const step = load.steps.find((one) => one.port === port && one.untilNs === null);
  if (!step) return;
  step.untilNs = timeNs;
  step.isVain = true;
}

function begin(
  load: GrowingLoad,
  kind: LoadStepKind,
  fromNs: Nanoseconds,
  start: number,
  { target = '', port = -1, address = '' } = {},
): void {
  const empty = { isVain: false, untilNs: null, roundTrips: 0, packets: [] };
  load.steps.push({ kind, target, port, address, fromNs, start, ...empty });
}

function end(load: GrowingLoad, trace: Trace, event: Told, kind: LoadStepKind, target = ''): void {
  const step = load.steps.findLast(
    (one) =>
      one.kind === kind &&
      one.target === target &&
      one.untilNs === null &&
      (one.port === -1 || one.port === event.port),
  );
  if (!step) return;
  step.untilNs = event.timeNs;
  const { roundTrips, packets } = criticalPath(trace, event.index, step.start, load.place);
  step.roundTrips = roundTrips;
  step.packets = packets;
}
