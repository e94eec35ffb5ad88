import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, handMadeExperiment, ms } from '../../tests/handMade';
import { fatesOf } from './fates';
import { laneResults } from './result';
import type { Run } from './run';

const experiment = handMadeExperiment({ text: 'AB' });

function finished(tcp: HandMade, udp: HandMade): Run {
  const traces = [tcp.trace, udp.trace];
  return { experiment, traces, result: laneResults(experiment, traces, new Set()) };
}

describe('fatesOf', () => {
  it('tells what met a piece when it was first sent, and in which packets', () => {
    const [tcp, udp] = [new HandMade('tcp'), new HandMade('udp')];
    for (const town of [tcp, udp]) {
      const lost = town.sends(ms(1), 0, bytesOf('A'));
      town.enters(ms(20), lost);
      town.loses(ms(35), lost);
      const again = town.sends(ms(90), 0, bytesOf('A'), { role: 'retransmission', copy: 1, original: lost });
      town.enters(ms(100), again);
    }
    const [first, second] = fatesOf(finished(tcp, udp));
    expect(first).toMatchObject({ piece: 0, loss: true, delayNs: 0, byRule: false, unsettled: false });
    expect(first).toMatchObject({
      sentNs: ms(1),
      metNs: ms(35),
      packets: [
        { lane: 0, packet: 0 },
        { lane: 1, packet: 0 },
      ],
    });
    expect(second).toMatchObject({ piece: 1, loss: false, sentNs: null, metNs: null, packets: [] });
  });

  it('is unsettled where the lanes met different weather on the same link', () => {
    const [tcp, udp] = [new HandMade('tcp'), new HandMade('udp')];
    const lost = udp.sends(0, 0, bytesOf('A'));
    udp.enters(ms(20), lost);
    udp.loses(ms(35), lost);
    tcp.enters(ms(80), tcp.sends(ms(60), 0, bytesOf('A')));
    expect(fatesOf(finished(tcp, udp))[0]?.unsettled).toBe(true);
    expect(fatesOf({ ...finished(tcp, udp), result: null })[0]?.unsettled).toBe(false);
  });

  it('does not ask a lane whose packet never reached that link', () => {
    const [tcp, udp] = [new HandMade('tcp'), new HandMade('udp')];
    const lost = udp.sends(0, 0, bytesOf('A'));
    udp.enters(ms(20), lost);
    udp.loses(ms(35), lost);
    tcp.sends(0, 0, bytesOf('A'));
    expect(fatesOf(finished(tcp, udp))[0]).toMatchObject({ loss: true, unsettled: false });
  });

  it('knows a delay, a double and damage from each other, and a rule from the dice', () => {
    const [tcp, udp] = [new HandMade('tcp'), new HandMade('udp')];
    const packet = udp.sends(0, 0, bytesOf('A'));
    udp.enters(ms(1), packet);
    const place = udp.way('R2-R3');
    const { trace } = udp;
    trace.record(ms(1), 'packetDelayed', { place, packet, delayNs: ms(60) }, 0, { kind: 'rule', rule: 0 });
    trace.record(ms(1), 'packetDuplicated', { place, packet, copy: 1 }, 0, { kind: 'rule', rule: 0 });
    expect(fatesOf(finished(tcp, udp))[0]).toMatchObject({
      delayNs: ms(60),
      duplicate: true,
      corrupt: false,
      loss: false,
      byRule: true,
    });
  });

  it('is not unsettled where a hand was on it in one lane only', () => {
    const [tcp, udp] = [new HandMade('tcp'), new HandMade('udp')];
    const touched = tcp.sends(0, 0, bytesOf('A'));
    tcp.enters(ms(20), touched);
    tcp.trace.record(ms(25), 'packetLost', { place: 4, packet: touched, fraction: 0.2 }, -1, {
      kind: 'byHand',
      command: 0,
    });
    udp.enters(ms(20), udp.sends(0, 0, bytesOf('A')));
    expect(fatesOf(finished(tcp, udp))[0]).toMatchObject({ loss: true, byHand: true, unsettled: false });
  });
});
