import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { QUIZ_LENGTH, type QuizQuestion, quizOf } from '../../src/trace/quiz';
import { type QuizAct, sameAct } from '../../src/trace/quizOptions';
import type { Run } from '../../src/trace/run';
import { sequenceBaseOf } from '../../src/trace/sequenceBases';
import { segmentOf } from '../../src/trace/sentRanges';
import { experiment } from './arbitraries';

const RUNS = { numRuns: 100, verbose: fc.VerbosityLevel.Verbose };

/** What the end did at that moment by the log alone: its first packet after the event and before the next one it heard of. */
function didBy(run: Run, { lane, event: number, role, state }: QuizQuestion): QuizAct | null {
  const trace = run.traces[lane]!;
  const called = trace.event(number);
  const place = 'place' in called ? called.place : -1;
  for (let next = number + 1; next < trace.eventCount; next += 1) {
    if (trace.timeAt(next) > called.timeNs) return null;
    const event = trace.event(next);
    if (!('place' in event) || event.place !== place) continue;
    if (event.kind === 'packetAccepted' || event.kind === 'timerExpired') return null;
    const header = event.kind === 'packetSent' ? segmentOf(trace, event.packet)?.header : undefined;
    if (!header) continue;
    if (role === 'receiver') {
      const { bytes } = trace.packet('packet' in event ? event.packet : -1);
      const { peerInitialSequence = 0 } = sequenceBaseOf(trace, bytes) ?? {};
      return { kind: 'ack', number: (header.acknowledgment - peerInitialSequence) >>> 0 };
    }
    const sequence = (header.sequence - state.initialSendSequence) >>> 0;
    const isAgain = sequence < (state.highestSent - state.initialSendSequence) >>> 0;
    return { kind: isAgain ? 'resend' : 'new', number: sequence };
  }
  return null;
}

describe('every question of the game', () => {
  it('has one right answer, which is what the engine did, and others that differ from it', () => {
    const asked = { receiver: 0, sender: 0 };
    const kinds = new Set<string>();
    fc.assert(
      fc.property(experiment(), (input) => {
        const run = simulateAll(input);
        for (const role of ['receiver', 'sender'] as const) {
          const questions = quizOf(run, role);
          expect(questions.length).toBeLessThanOrEqual(QUIZ_LENGTH);
          questions.forEach((question, nth) => {
            const { options, right, atNs, stopNs, answer, lane } = question;
            const trace = run.traces[lane]!;
            const { act } = options[right]!;
            const did = didBy(run, question);
            if (did) expect(sameAct(act, did), `${JSON.stringify(act)} ${JSON.stringify(did)}`).toBe(true);
            else expect(['wait', 'full']).toContain(act.kind);
            options.forEach((option, one) =>
              options.slice(one + 1).forEach((other) => expect(sameAct(option.act, other.act)).toBe(false)),
            );
            expect(options.length, JSON.stringify(question)).toBe(4);
            expect(options.every(({ misconception }, one) => one !== right || misconception === null)).toBe(
              true,
            );
            // Nothing of the answer is to be seen yet, and time goes forward from question to question.
            if (answer >= 0) expect(trace.timeAt(trace.packet(answer).madeBy)).toBeGreaterThan(stopNs);
            expect(atNs).toBeGreaterThan(questions[nth - 1]?.atNs ?? 0);
            asked[role] += 1;
            kinds.add(act.kind);
          });
        }
      }),
      RUNS,
    );
    expect(asked.receiver).toBeGreaterThan(RUNS.numRuns * 2);
    expect(asked.sender).toBeGreaterThan(RUNS.numRuns * 2);
    expect([...kinds].toSorted()).toEqual(['ack', 'full', 'new', 'resend', 'wait']);
  });
});
