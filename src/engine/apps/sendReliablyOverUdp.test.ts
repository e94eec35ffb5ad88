import { describe, expect, it } from 'vitest';
import { defaultStreet, filePayload, type Street, streetExperiment } from '../../experiment/street';
import { CLEAR_WEATHER } from '../../experiment/town';
import type { Rule } from '../../experiment/experiment';
import { packetSort } from '../../trace/packetSort';
import { simulateAll } from '../simulate';

const MS = 1_000_000;
const link = { delayNs: 12.5 * MS, rateBps: 0, queuePackets: 20 };

function rule(nth: number, verdict: Rule['verdict']): Rule {
  return { link: 'R2-R3', direction: 0, role: 'piece', nth, verdict };
}

/** Lesson L18: ten pieces due 20 ms apart, 50 ms one way; the 3rd is lost, the 6th 110 ms late, the 8th comes twice. */
const STREET: Street = {
  ...defaultStreet('en'),
  payload: filePayload(
    'ten',
    'application/octet-stream',
    new Uint8Array(10 * 996).map((_, i) => i),
  ),
  pieceBytes: 1000,
  weather: CLEAR_WEATHER,
  link,
  timing: { everyNs: 20 * MS, leadNs: null, otherLinks: link, keepsOpen: true },
  lanes: ['udp'],
  reliability: { kind: 'stopAndWait', timerNs: 150 * MS },
  rules: [rule(3, { kind: 'drop' }), rule(6, { kind: 'delay', delayNs: 110 * MS }), rule(8, { kind: 'dup' })],
};

function sent(street: Street) {
  const run = simulateAll(streetExperiment(street));
  const trace = run.traces[0]!;
  const lines: string[] = [];
  for (let index = 0; index < trace.eventCount; index += 1) {
    const event = trace.event(index);
    if (event.kind !== 'packetSent') continue;
    const { piece, copy, role, bytes } = trace.packet(event.packet);
    expect(packetSort(bytes)).toBe('datagram');
    if (role !== 'control')
      lines.push(`${event.timeNs / MS} #${piece + 1}${copy > 0 ? ` again ${copy}` : ''}`);
  }
  return { lane: run.result!.lanes[0]!, trace, lines };
}

describe('reliability of an app over UDP', () => {
  it('brings everything, one piece a round trip, with one needless resend (lesson L18)', () => {
    const { lane, lines, trace } = sent(STREET);
    expect(lines).toEqual([
      '0 #1',
      '100 #2',
      '200 #3',
      '350 #3 again 1',
      '450 #4',
      '550 #5',
      '650 #6',
      // The first copy is only late, but the timer cannot know that.
      '800 #6 again 1',
      '860 #7',
      '960 #8',
      '1060 #9',
      '1160 #10',
    ]);
    expect(lane).toMatchObject({ intact: true, retransmissions: 2, repeatedPieces: [], missingPieces: [] });
    expect(lane.finishNs).toBe(1210 * MS);
    expect(trace.endNs).toBe(1260 * MS);
  });

  it('filters doubles: the network’s, and its own', () => {
    const { trace } = sent(STREET);
    const filtered: string[] = [];
    for (let index = 0; index < trace.eventCount; index += 1) {
      const { kind, reason, timeNs } = trace.event(index);
      if (kind === 'packetSent' && reason.kind === 'appFilteredDouble') {
        filtered.push(`${timeNs / MS} #${reason.block + 1}`);
      }
    }
    expect(filtered).toEqual(['850 #6', '1010 #8']);
  });

  it('goes on however often a piece is lost', () => {
    const { lane } = sent({ ...STREET, rules: [], weather: { ...CLEAR_WEATHER, loss: 0.4 } });
    expect(lane).toMatchObject({ intact: true, repeatedPieces: [] });
    expect(lane.retransmissions).toBeGreaterThan(3);
  });

  it('gives up after half a minute without a word', () => {
    const { lane, lines, trace } = sent({ ...STREET, commands: [{ kind: 'powerOff', atNs: 0, host: 'S' }] });
    expect(lane).toMatchObject({ isCutOff: false, senderTold: 'appGaveUp' });
    expect(lines.at(-1)).toBe('29850 #1 again 199');
    const last = trace.event(trace.eventCount - 1);
    expect(last).toMatchObject({ kind: 'appTold', timeNs: 30_000 * MS, reason: { kind: 'appGaveUp' } });
    expect(trace.event(last.cause)).toMatchObject({ kind: 'appWrote', timeNs: 29_850 * MS });
  });
});
