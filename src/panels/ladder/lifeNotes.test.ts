import { describe, expect, it } from 'vitest';
import { HandMade, handMadeExperiment, ms } from '../../../tests/handMade';
import { simulateAll } from '../../engine/simulate';
import { defaultStreet, streetExperiment } from '../../experiment/street';
import { TIMERS } from '../../trace/event';
import { lifeNotesOf } from './lifeNotes';

const { town } = handMadeExperiment({});

describe('lifeNotesOf', () => {
  it('follows both ends from opening to closing', () => {
    const run = simulateAll(streetExperiment(defaultStreet('ko')));
    const { notes } = lifeNotesOf(run.traces[0]!, run.experiment.town);
    const statesOf = (side: number) =>
      notes.flatMap((note) => (note.kind === 'state' && note.side === side ? [note.state] : []));
    expect(statesOf(0).slice(0, 3)).toEqual(['SYN-SENT', 'ESTABLISHED', 'FIN-WAIT-1']);
    expect(statesOf(1).slice(0, 4)).toEqual(['SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT', 'LAST-ACK']);
    expect(lifeNotesOf(run.traces[1]!, run.experiment.town).notes).toEqual([]);
  });

  it('draws a timer from its setting until it is set anew, is cancelled or runs out', () => {
    const made = new HandMade('tcp');
    const { trace } = made;
    const facts = { place: made.node('C'), connection: 0, timer: TIMERS.indexOf('retransmission') };
    const set = (timeNs: number, deadlineNs: number) =>
      trace.record(timeNs, 'timerSet', { ...facts, deadlineNs }, -1, { kind: 'segmentSent' });
    set(ms(0), ms(100));
    set(ms(30), ms(130));
    trace.record(ms(130), 'timerExpired', facts, 1, { kind: 'timerExpired' });
    set(ms(130), ms(330));
    const { notes, spans } = lifeNotesOf(trace, town);
    expect(spans).toEqual([
      { place: 0, side: 0, startNs: ms(0), endNs: ms(30), ending: 'cancelled' },
      { place: 0, side: 0, startNs: ms(30), endNs: ms(130), ending: 'expired' },
      { place: 0, side: 0, startNs: ms(130), endNs: Number.POSITIVE_INFINITY, ending: 'running' },
    ]);
    expect(notes).toEqual([
      { timeNs: ms(130), place: 0, side: 0, kind: 'timer', timer: 'retransmission', afterNs: ms(100) },
    ]);
    trace.record(ms(200), 'timerCancelled', facts, 1, { kind: 'allAcknowledged' });
    expect(lifeNotesOf(trace, town).spans.at(-1)).toMatchObject({ endNs: ms(200), ending: 'cancelled' });
  });
});
