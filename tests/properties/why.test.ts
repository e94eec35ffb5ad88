import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import type { Command } from '../../src/experiment/command';
import type { Experiment } from '../../src/experiment/experiment';
import { createI18n } from '../createI18n';
import { stepWords } from '../../src/panels/whyWords';
import type { Run } from '../../src/trace/run';
import type { Trace } from '../../src/trace/trace';
import { whyOf, type WhyQuestion } from '../../src/trace/why';
import type { StepRole, WhyStep } from '../../src/trace/whyStep';
import { experimentWithHands } from './aimedHands';
import { weather } from './arbitraries';

const RUNS = { numRuns: 150, verbose: fc.VerbosityLevel.None };

/** An app's call or its silence, a person's command, the setting of a timer. */
const INPUTS: ReadonlySet<StepRole> = new Set<StepRole>([
  'appStarted',
  'appWrote',
  'appResumed',
  'notReading',
  'command',
  'timerSet',
]);

const WORDS = [
  { t: createI18n('ko').t, language: 'ko' as const },
  { t: createI18n('en').t, language: 'en' as const },
];

const anyRun = (): fc.Arbitrary<Experiment> =>
  fc
    .record({
      input: experimentWithHands(),
      commands: fc.array(fc.record({ atMs: fc.integer({ min: 1, max: 3000 }), weather: weather() }), {
        maxLength: 2,
      }),
      pauses: fc.option(fc.record({ fromMs: fc.nat(2000), forMs: fc.integer({ min: 1, max: 4000 }) }), {
        nil: null,
      }),
      isClosed: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    })
    .map(({ input, commands, pauses, isClosed }) => ({
      ...input,
      commands: [
        ...input.commands,
        ...commands.map((one): Command => ({
          kind: 'setWeather',
          atNs: one.atMs * 1_000_000,
          link: 'R2-R3',
          weather: one.weather,
        })),
      ].toSorted((a, b) => a.atNs - b.atNs),
      apps: input.apps.map((app) => {
        if (app.kind === 'send')
          return isClosed ? { ...app, to: { ...app.to, port: { tcp: 9999, udp: 9999 } } } : app;
        const fromNs = (pauses?.fromMs ?? 0) * 1_000_000;
        const toNs = fromNs + (pauses?.forMs ?? 0) * 1_000_000;
        return pauses ? { ...app, pauses: [{ fromNs, toNs }] } : app;
      }),
    }));

/** What the answer must explain: every retransmission, RST, drop, loss and change of state. */
function questionsOf(trace: Trace, lane: number): readonly WhyQuestion[] {
  const questions: WhyQuestion[] = [];
  for (let number = 0; number < trace.eventCount; number += 1) {
    const event = trace.event(number);
    if (event.kind === 'packetSent') questions.push({ kind: 'sent', lane, packet: event.packet });
    if (event.kind === 'packetLost' || event.kind === 'packetDropped')
      questions.push({ kind: 'ended', lane, packet: event.packet });
    if (event.kind !== 'connectionChanged') continue;
    const changed = new Set(trace.changeReasons(event.snapshot).map(({ variable }) => variable));
    for (const variable of ['state', 'cwnd'] as const) {
      if (changed.has(variable)) questions.push({ kind: 'changed', lane, event: number, variable });
    }
  }
  return questions;
}

function isRoot({ role, event }: WhyStep): boolean {
  return INPUTS.has(role) || event.reason.kind === 'weather' || event.reason.kind === 'rule';
}

/** What is wrong with an answer. */
function faultsOf(run: Run, question: WhyQuestion, steps: readonly WhyStep[]): readonly string[] {
  const root = steps[0];
  const faults: string[] = [];
  if (!root) return ['no step'];
  if (question.kind !== 'silence' && !isRoot(root)) faults.push(`begins with ${root.role}`);
  if (question.kind !== 'silence' && new Set(steps.map(({ event }) => event.index)).size < steps.length) {
    faults.push('repeats itself');
  }
  if (steps.some(({ timeNs }, nth) => nth > 0 && timeNs < steps[nth - 1]!.timeNs)) faults.push('goes back');
  if (steps.length > 24) faults.push(`takes ${steps.length} steps`);
  for (const step of steps) {
    for (const words of WORDS) {
      const { text, reason } = stepWords(words, run, step);
      if (text === '' || /why\.|panels\.|\{\{|undefined/u.test(text + reason)) faults.push(`says “${text}”`);
    }
  }
  return faults;
}

/** Long transfers ask the same questions over and over. */
const MOST_QUESTIONS = 120;

describe('every why', () => {
  it('begins with an input, never goes back, never repeats itself, and has words', () => {
    let asked = 0;
    fc.assert(
      fc.property(anyRun(), fc.nat(), (input, offset) => {
        const run = simulateAll(input);
        run.traces.forEach((trace, lane) => {
          const questions = questionsOf(trace, lane);
          const stride = Math.ceil(questions.length / MOST_QUESTIONS);
          for (let nth = offset % stride; nth < questions.length; nth += stride) {
            const question = questions[nth]!;
            const faults = faultsOf(run, question, whyOf(run, question));
            expect(faults, JSON.stringify(question)).toEqual([]);
            asked += 1;
          }
        });
      }),
      RUNS,
    );
    expect(asked).toBeGreaterThan(RUNS.numRuns * 10);
  });

  it('tells of any moment what everyone waits for', () => {
    fc.assert(
      fc.property(anyRun(), fc.nat({ max: 5000 }), (input, milliseconds) => {
        const run = simulateAll(input);
        run.traces.forEach((_trace, lane) => {
          const question = { kind: 'silence', lane, timeNs: milliseconds * 1_000_000 } as const;
          expect(faultsOf(run, question, whyOf(run, question)), JSON.stringify(question)).toEqual([]);
        });
      }),
      RUNS,
    );
  });
});
