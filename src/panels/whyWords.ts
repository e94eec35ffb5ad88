import type { TFunction } from 'i18next';
import { changesOf } from '../trace/changes';
import { type Timer, TIMERS } from '../trace/event';
import { eventPlace } from '../trace/eventPlace';
import { isMessageRun } from '../trace/messageRun';
import { packetEvents } from '../trace/packetBytesAt';
import type { PacketRef, Run } from '../trace/run';
import type { ConnectionSnapshot, Phase, Variable } from '../trace/snapshot';
import { townIndex } from '../trace/townIndex';
import type { WhyQuestion } from '../trace/why';
import type { StepRole, WhyStep } from '../trace/whyStep';
import { ASKED_VARIABLES, type AskedVariable } from '../trace/whyChanges';
import { type FormatLanguage, formatBytes, formatMoment, formatTime } from '../ui/format';
import { interventionWords } from './interventionWords';
import { packetLabelOf } from './packetLabel';
import { packetName } from './packetName';
import { reasonWords } from './reasonWords';

/** A step in words: whose it is, what happened, and by which rule, where that says more. */
export interface StepWords {
  /** Short name of the packet, empty where the step is about none. */
  readonly name: string;
  readonly text: string;
  readonly reason: string;
}

interface Words {
  readonly t: TFunction;
  readonly language: FormatLanguage;
}

/** Steps whose own sentence leaves out why. */
const REASONED: ReadonlySet<StepRole> = new Set<StepRole>([
  'lost',
  'dropped',
  'corrupted',
  'sent',
  'resent',
  'arrived',
  'appTold',
  'changed',
]);

/** ssthresh before the first loss: arbitrarily high (RFC 5681 §3.1). */
const ARBITRARILY_HIGH = 0x3fff_ffff;

/** What a step of an explanation says. */
export function stepWords(words: Words, run: Run, step: WhyStep): StepWords {
  const { t } = words;
  const reason = step.change?.reason ?? step.event.reason;
  return {
    name: step.packet ? nameOf(t, run, step.packet) : '',
    text: textOf(words, run, step),
    // That a segment arrived has been said by then.
    reason: REASONED.has(step.role) && reason.kind !== 'segmentArrived' ? reasonWords(t, reason) : '',
  };
}

/** The question in plain words. */
export function questionWords(words: Words, run: Run, question: WhyQuestion): string {
  const { t } = words;
  const trace = run.traces[question.lane]!;
  switch (question.kind) {
    case 'silence':
      return isMessageRun(run.experiment)
        ? t('why.question.silence', { lane: t(`panels.lane.${trace.lane}`) })
        : t('why.question.silenceInTown');
    case 'changed':
      return changedQuestion(words, run, question);
    case 'sent':
      return sentQuestion(t, run, question);
    case 'ended': {
      const end = packetEvents(trace, question.packet).map((event) => trace.kindAt(event));
      const kind = end.includes('packetLost') ? 'lost' : 'dropped';
      return t(`why.question.${kind}`, { name: nameOf(t, run, question) });
    }
  }
}

function sentQuestion(t: TFunction, run: Run, ref: PacketRef): string {
  const label = packetLabelOf(run, ref);
  if (!label) return '';
  const { piece, again, sort } = label;
  if (label.isDouble) return t('why.question.copied', { name: packetName(t, { ...label, isDouble: false }) });
  const kind = again > 0 ? 'resent' : 'sent';
  if (piece >= 0 && (sort === 'data' || sort === 'datagram')) {
    return t(`why.question.${kind}Piece`, { number: piece + 1 });
  }
  return t(`why.question.${kind}`, { name: packetName(t, { ...label, again: 0 }) });
}

function changedQuestion(
  words: Words,
  run: Run,
  { lane, event: number, variable }: Extract<WhyQuestion, { kind: 'changed' }>,
): string {
  const { t } = words;
  const trace = run.traces[lane]!;
  const event = trace.event(number);
  const asked = ASKED_VARIABLES.find((one) => one === variable);
  if (event.kind !== 'connectionChanged' || !asked) return t('why.title');
  const change = changesOf(trace, event).find((one) => one.variable === variable);
  const host = townIndex(run.experiment).nodes[event.place] ?? '';
  const to = valueWords(words, asked, change?.to ?? null);
  if (asked === 'state') return t('why.question.changedState', { host, to });
  const from = valueWords(words, asked, change?.from ?? null);
  return t('why.question.changed', { host, to, from, variable: t(`why.variable.${asked}`) });
}

/** The value of a variable as a person reads it. */
export function valueWords(
  { t, language }: Words,
  variable: AskedVariable,
  value: ConnectionSnapshot[Variable] | null,
): string {
  if (typeof value === 'object') return t('why.none');
  switch (variable) {
    case 'state':
      return String(value);
    case 'phase':
      return t(`why.phase.${value as Phase}`);
    case 'rtoNs':
      return formatTime(Number(value), language);
    default:
      return Number(value) >= ARBITRARILY_HIGH ? t('why.unlimited') : formatBytes(Number(value));
  }
}

/** The packet's name, or nothing while the trace does not have it. */
function nameOf(t: TFunction, run: Run, ref: PacketRef): string {
  const label = packetLabelOf(run, ref);
  return label ? packetName(t, label) : '';
}

function textOf(words: Words, run: Run, step: WhyStep): string {
  const { t, language } = words;
  const { event, role } = step;
  const where = whereOf(run, step);
  const until = step.untilNs === null ? '' : formatMoment(step.untilNs, language);
  switch (role) {
    case 'command': {
      const command = event.kind === 'commandApplied' ? run.experiment.commands[event.command] : undefined;
      return t('why.step.command', { what: command ? interventionWords(words, command, [run]) : '' });
    }
    case 'appWrote':
      return t('why.step.appWrote', { ...where, number: event.kind === 'appWrote' ? event.piece + 1 : 0 });
    case 'timerSet':
      return t('why.step.timerSet', {
        ...where,
        timer: timerName(t, step),
        until: event.kind === 'timerSet' ? formatMoment(event.deadlineNs, language) : until,
      });
    case 'timerExpired':
      return t('why.step.timerExpired', { ...where, timer: timerName(t, step) });
    case 'appTold':
      return t(event.reason.kind === 'appGaveUp' ? 'why.step.appGaveUp' : 'why.step.appTold', where);
    case 'waitsForTimer':
      return t('why.step.waitsForTimer', { ...where, timer: timerName(t, step), until });
    case 'waitsForByte':
      return t('why.step.waitsForByte', { ...where, number: step.number ?? 0 });
    case 'waitsForApp':
    case 'waitsForNext':
      return t(`why.step.${role}`, { ...where, until });
    case 'waitsForAnswer': {
      const number = event.kind === 'appWrote' ? event.piece + 1 : 0;
      return t('why.step.waitsForAnswer', { ...where, until, number });
    }
    case 'delayed':
      return t('why.step.delayed', {
        ...where,
        time: event.kind === 'packetDelayed' ? formatTime(event.delayNs, language) : '',
      });
    case 'underWay':
      return until ? t('why.step.underWayUntil', { ...where, until }) : t('why.step.underWay', where);
    case 'repeatedAck':
      return repeatedAckText(t, run, step);
    case 'answerLost':
      return t(event.kind === 'packetDropped' ? 'why.step.answerDropped' : 'why.step.answerLost', where);
    case 'changed':
      return changeText(words, run, step);
    default:
      return t(`why.step.${role}`, where);
  }
}

function repeatedAckText(t: TFunction, run: Run, step: WhyStep): string {
  const { place } = whereOf(run, step);
  return step.because
    ? t('why.step.repeatedAck', { place, because: nameOf(t, run, step.because) })
    : t('why.step.repeatedAckAlone', { place });
}

function changeText(words: Words, run: Run, step: WhyStep): string {
  const { place } = whereOf(run, step);
  const { change } = step;
  const variable = ASKED_VARIABLES.find((asked) => asked === change?.variable);
  if (!change || !variable) return words.t('why.step.changedSomehow', { place });
  return words.t('why.step.changed', {
    place,
    variable: words.t(`why.variable.${variable}`),
    from: valueWords(words, variable, change.from),
    to: valueWords(words, variable, change.to),
  });
}

function timerName(t: TFunction, { event }: WhyStep): string {
  const timer: Timer = ('timer' in event ? TIMERS[event.timer] : undefined) ?? 'retransmission';
  return t(`why.timer.${timer}`);
}

/** The names of the place: of a node, or of both ends of a road, where `place` is where it begins. */
function whereOf(run: Run, { event }: WhyStep): { place: string; from: string; to: string } {
  const places = townIndex(run.experiment);
  const where = eventPlace(event);
  if (where?.kind === 'way') {
    const { from, to } = places.way(where.way);
    return { place: from, from, to };
  }
  const place = where ? (places.nodes[where.node] ?? '') : '';
  return { place, from: place, to: place };
}
