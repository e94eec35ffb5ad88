import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { quizOf } from './quiz';
import type { QuizAct } from './quizOptions';

const run = simulateAll(streetExperiment(defaultStreet('en')));

function words(act: QuizAct): string {
  return 'number' in act ? `${act.kind} ${act.number}` : act.kind;
}

describe('the game on the first screen', () => {
  it('lets the receiver acknowledge in order, behind a hole and when it is filled', () => {
    const questions = quizOf(run, 'receiver');
    expect(questions).toHaveLength(10);
    const right = questions.map(({ options, right: nth }) => words(options[nth]!.act));
    expect(right.slice(0, 5)).toEqual(['ack 1', 'ack 2', 'ack 3', 'ack 3', 'ack 3']);
    expect(right.at(-1)).toBe('ack 14');
    const behindHole = questions.find(({ reason }) => reason.kind === 'duplicateAck')!;
    const ideas = behindHole.options.map(({ misconception }) => misconception ?? 'none');
    expect(ideas.toSorted((one, other) => one.localeCompare(other))).toEqual(['M18', 'M18', 'M19', 'none']);
  });

  it('lets the sender send, wait for the third duplicate ACK, and send again', () => {
    const questions = quizOf(run, 'sender');
    const right = questions.map(({ options, right: nth }) => words(options[nth]!.act));
    expect(right).toContain('new 11');
    expect(right).toContain('resend 3');
    expect(right).toContain('resend 7');
    expect(right).toContain('wait');
    const rules = questions.map(({ source }) => `${source?.rfc} §${source?.section}`);
    expect(rules).toContain('5681 §3.2');
    expect(rules).toContain('6298 §5');
  });

  it('has no question for a run without TCP', () => {
    const udp = simulateAll(streetExperiment(defaultStreet('en'), ['udp']));
    expect(quizOf(udp, 'receiver')).toEqual([]);
  });
});
