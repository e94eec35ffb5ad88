import type { Experiment, Nanoseconds, Transport } from '../experiment/experiment';
import { commandText } from './commandText';
import { summaryOf } from '../wire/summary';
import { type EventOf, TIMERS, type TraceEvent } from './event';
import { packetTransport, toldTransport } from './eventTransport';
import { follow } from './follow';
import { isMessageRun } from './messageRun';
import { packetBytesAt } from './packetBytesAt';
import type { Reason } from './reason';
import type { Run } from './run';
import { sequenceBaseOf } from './sequenceBases';
import type { TcpState } from './snapshot';
import { type TownIndex, townIndex } from './townIndex';
import type { Trace } from './trace';
import { isDnsReason } from './dnsReasonSource';
import { dnsToldText } from './dnsToldText';
import { isDoorReason } from './doorReasonSource';
import { doorToldText } from './doorToldText';
import { isWebReason } from './webReasonSource';
import { webToldText } from './webToldText';

/** One line of the transcript, not yet written out. */
export interface TranscriptEntry {
  readonly timeNs: Nanoseconds;
  readonly lane: number;
  /** Index of the event in its lane's trace. */
  readonly event: number;
}

export interface TranscriptLine extends TranscriptEntry {
  readonly text: string;
}

interface TranscriptIndex {
  readonly events: number[];
  /** For a change of state: the state before, by event. */
  readonly before: Map<number, TcpState>;
  readonly states: Map<string, TcpState>;
}

const transcriptIndex = follow<TranscriptIndex, null>(
  () => ({ events: [], before: new Map(), states: new Map() }),
  addEntry,
);

/** The lines of all lanes in order of time (on a tie the first lane first), without their text. */
export function transcriptEntries(run: Run): readonly TranscriptEntry[] {
  const lanes = run.traces.map((trace) => transcriptIndex(trace, null).events);
  const entries = lanes.flatMap((events, lane) =>
    events.map((event) => ({ timeNs: run.traces[lane]!.timeAt(event), lane, event })),
  );
  return lanes.length < 2 ? entries : entries.toSorted((a, b) => a.timeNs - b.timeNs);
}

/**
 * One line in tcpdump's manner: seconds with six decimals, then the packet, then in brackets what became of it; lines
 * on apps, connections and commands begin with `#`.
 */
export function transcriptText(run: Run, { timeNs, lane, event: number }: TranscriptEntry): string {
  const trace = run.traces[lane]!;
  const seconds = (Math.floor(timeNs / 1000) / 1e6).toFixed(6);
  const event = trace.event(number);
  const places = placesOf(run.experiment);
  const note = noteOf(trace, event, places);
  if (note === null) return `${seconds} # ${remarkOf(run, trace, event, places)}`;
  const packet = shownPacket(event);
  const bytes = packetBytesAt(trace, packet, event.index);
  const summary = summaryOf(bytes, sequenceBaseOf(trace, bytes), namesOf(run.experiment));
  return note === '' ? `${seconds} ${summary}` : `${seconds} ${summary} [${note}]`;
}

type Names = (address: string) => string;

const names = new WeakMap<Experiment, Names>();
const PLAIN: Names = (address) => address;

/** Where many hosts speak to each other addresses are hard to keep apart: there nodes are called by their names. */
function namesOf(experiment: Experiment): Names {
  let known = names.get(experiment);
  if (!known) {
    const { hosts, routers } = experiment.town;
    const ids = new Map([...routers, ...hosts].map(({ id, address }) => [address, id]));
    known = isMessageRun(experiment) ? PLAIN : (address) => ids.get(address) ?? address;
    names.set(experiment, known);
  }
  return known;
}

/** The packet that a line shows: of a cut, the fragment that it made. */
function shownPacket(event: TraceEvent): number {
  if (event.kind === 'packetFragmented') return event.fragment;
  return 'packet' in event ? event.packet : -1;
}

/** The whole transcript, each line written when it is asked for. */
export function* transcriptOf(run: Run): Generator<TranscriptLine, void> {
  for (const entry of transcriptEntries(run)) yield { ...entry, text: transcriptText(run, entry) };
}

const indexes = new WeakMap<Experiment, TownIndex>();

function placesOf(experiment: Experiment): TownIndex {
  const known = indexes.get(experiment) ?? townIndex(experiment);
  indexes.set(experiment, known);
  return known;
}

function addEntry(index: TranscriptIndex, trace: Trace, number: number): void {
  switch (trace.kindAt(number)) {
    case 'packetSent':
    case 'packetLost':
    case 'packetDropped':
    case 'packetCorrupted':
    case 'packetDuplicated':
    case 'packetDelayed':
    case 'packetMarked':
    case 'packetHeld':
    case 'packetRescued':
    case 'packetFragmented':
    case 'packetReassembled':
    case 'packetDetoured':
    case 'packetRewritten':
    case 'mappingMade':
    case 'mappingExpired':
    case 'bytesDelivered':
    case 'appStarted':
    case 'appTold':
    case 'timerExpired':
    case 'commandApplied':
    case 'appResumed':
    case 'cacheFilled':
    case 'cacheExpired':
      index.events.push(number);
      return;
    case 'connectionChanged':
      addState(index, trace, number);
      return;
    default:
  }
}

/** Only a change of the RFC state is worth a line; windows and timers change with every segment. */
function addState(index: TranscriptIndex, trace: Trace, number: number): void {
  const event = trace.event(number);
  if (event.kind !== 'connectionChanged') return;
  const connection = `${event.place}:${event.connection}`;
  const before = index.states.get(connection) ?? 'CLOSED';
  const { state } = trace.snapshot(event.snapshot);
  index.states.set(connection, state);
  if (state === before) return;
  index.before.set(number, before);
  index.events.push(number);
}

/** What the brackets behind a packet say; empty for a plain sending, null for an event that is not about a packet. */
function noteOf(trace: Trace, event: TraceEvent, places: TownIndex): string | null {
  switch (event.kind) {
    case 'packetSent': {
      const { role, copy } = trace.packet(event.packet);
      return role === 'retransmission' ? `retransmission ${copy}` : '';
    }
    case 'packetLost':
      return `lost on ${wayName(places, event.place)}${byWhom(event.reason)}`;
    case 'packetDropped':
      return `dropped ${dropName(places, event)}: ${event.reason.kind}`;
    case 'packetCorrupted':
      return `bit ${event.bit} inverted on ${wayName(places, event.place)}${byWhom(event.reason)}`;
    case 'packetDuplicated':
      return `doubled on ${wayName(places, event.place)}${byWhom(event.reason)}`;
    case 'packetDelayed':
      return `delayed by ${event.delayNs / 1e6} ms on ${wayName(places, event.place)}${byWhom(event.reason)}`;
    case 'packetMarked':
      return `marked on ${wayName(places, event.place)}, ${event.queueLength} waiting`;
    case 'packetHeld':
      return `held on ${wayName(places, event.place)} until the next has passed${byWhom(event.reason)}`;
    case 'packetRescued':
      return `rescued on ${wayName(places, event.place)}${byWhom(event.reason)}`;
    case 'packetFragmented':
      return `cut at ${places.nodes[event.place]}, from byte ${event.offset} on`;
    case 'packetDetoured':
      return `sent round by ${wayName(places, event.taken)}, not ${wayName(places, event.place)}`;
    case 'packetRewritten':
      return `translated at ${places.nodes[event.place]}, row ${event.mapping + 1}`;
    case 'packetReassembled':
      return `the last of ${event.fragments} fragments at ${places.nodes[event.place]}`;
    default:
      return null;
  }
}

/** Weather and rules are not named; hands are, by the number of their command. */
function byWhom(reason: Reason): string {
  if (reason.kind === 'byHand') return ` by command ${reason.command + 1}`;
  return reason.kind === 'linkCut' || reason.kind === 'poweredOff' ? `: ${reason.kind}` : '';
}

function wayName(places: TownIndex, place: number): string {
  const { from, to } = places.way(place);
  return `${from}-${to}`;
}

/** A full queue is a place on a link, every other drop happens in a machine. */
function dropName(places: TownIndex, { place, reason }: EventOf<'packetDropped'>): string {
  return reason.kind === 'queueFull' ? `on ${wayName(places, place)}` : `at ${places.nodes[place]}`;
}

function remarkOf(run: Run, trace: Trace, event: TraceEvent, places: TownIndex): string {
  if (event.kind === 'commandApplied') return `${trace.lane} command ${commandName(run, event.command)}`;
  const where = 'place' in event ? (places.nodes[event.place] ?? '') : '';
  const transport = transportOf(run, trace, event);
  const who = transport === null ? where : `${where} ${transport}`;
  switch (event.kind) {
    case 'appStarted':
      return event.port === 0 ? `${who} app started` : `${who} app started on port ${event.port}`;
    case 'bytesDelivered':
      return `${who} app read ${event.length} bytes`;
    case 'appTold':
      return `${who} app told: ${toldText(event.reason)}`;
    case 'appResumed':
      return `${who} app reads again`;
    case 'cacheFilled':
      return `${who} cache keeps ${toldText(event.reason)}`;
    case 'cacheExpired':
      return `${who} cache forgets ${toldText(event.reason)}`;
    case 'mappingMade':
      return `${who} NAT row ${event.mapping + 1} made: ${toldText(event.reason)}`;
    case 'mappingExpired':
      return `${who} NAT row ${event.mapping + 1} expired`;
    case 'timerExpired':
      return `${who} ${TIMERS[event.timer]} timer expired`;
    case 'connectionChanged': {
      const before = transcriptIndex(trace, null).before.get(event.index);
      const { localPort, state } = trace.snapshot(event.snapshot);
      return `${who} port ${localPort}: ${before} -> ${state}`;
    }
    default:
      return `${who} ${event.kind}`;
  }
}

/** The transport that a remark is about: the lane's, but where many share one lane only what is known. */
function transportOf({ experiment }: Run, trace: Trace, event: TraceEvent): Transport | null {
  if (isMessageRun(experiment)) return trace.lane;
  switch (event.kind) {
    case 'connectionChanged':
    case 'timerExpired':
      return 'tcp';
    case 'bytesDelivered':
      return packetTransport(trace, event.packet);
    case 'appTold':
      return toldTransport(trace, event);
    default:
      return null;
  }
}

/** What ping and traceroute found out has figures; all else is a word. */
function toldText(reason: Reason): string {
  const ms = 'roundTripNs' in reason ? ` in ${reason.roundTripNs / 1e6} ms` : '';
  switch (reason.kind) {
    case 'echoReplied':
      return `echo ${reason.sequence}${ms}`;
    case 'echoFailed':
      return `no echo ${reason.sequence}, says ${reason.address}`;
    case 'hopFound':
      return `hop ${reason.hop} is ${reason.address}${ms}`;
    case 'hopSilent':
      return `hop ${reason.hop} is silent`;
    case 'rawArrived':
      return `packet ${reason.nth} came, ${reason.text === '' ? `${reason.bytes} bytes` : `"${reason.text}"`}`;
    case 'pathEnds':
      return `hop ${reason.hop} is the destination${ms}`;
    case 'pathBroken':
      return `hop ${reason.hop} is the last, says ${reason.address}`;
    default:
      if (isDnsReason(reason)) return dnsToldText(reason);
      if (isDoorReason(reason)) return doorToldText(reason);
      if (reason.kind === 'streamPacketLost') return `packet ${reason.number} counts as lost (${reason.by})`;
      return isWebReason(reason) ? webToldText(reason) : reason.kind;
  }
}

function commandName(run: Run, number: number): string {
  const command = run.experiment.commands[number];
  return command ? `${number + 1}: ${commandText(command)}` : String(number + 1);
}
