import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, handMadeExperiment, ms, unfinished } from '../../tests/handMade';
import { applicationViewAt } from './applicationView';

describe('applicationViewAt', () => {
  it('splits a TCP read at the boundaries of the pieces', () => {
    const town = new HandMade('tcp');
    const run = unfinished(handMadeExperiment({ text: 'ABCDE', pieceBytes: 2 }, ['tcp']), [town.trace]);
    town.reads(ms(80), 3, bytesOf('AB'));
    town.reads(ms(200), 7, bytesOf('CDE'));
    expect(applicationViewAt(run, 0, ms(79)).received).toEqual([]);
    expect(applicationViewAt(run, 0, ms(80)).bytes).toEqual(bytesOf('AB'));
    expect(applicationViewAt(run, 0, ms(200)).received).toEqual([
      { piece: 0, start: 0, length: 2, timeNs: ms(80), packet: 3 },
      { piece: 1, start: 2, length: 2, timeNs: ms(200), packet: 7 },
      { piece: 2, start: 4, length: 1, timeNs: ms(200), packet: 7 },
    ]);
  });

  it('counts a TCP piece only when its last byte is there', () => {
    const town = new HandMade('tcp');
    const run = unfinished(handMadeExperiment({ text: 'ABCD', pieceBytes: 4 }, ['tcp']), [town.trace]);
    town.reads(ms(10), 0, bytesOf('AB'));
    town.reads(ms(20), 1, bytesOf('CD'));
    expect(applicationViewAt(run, 0, ms(10))).toEqual({ received: [], bytes: bytesOf('AB') });
    expect(applicationViewAt(run, 0, ms(20)).received).toEqual([
      { piece: 0, start: 0, length: 4, timeNs: ms(20), packet: 1 },
    ]);
  });

  it('keeps UDP in the order of arrival, doubles included', () => {
    const town = new HandMade('udp');
    const run = unfinished(handMadeExperiment({ text: 'AB' }, ['udp']), [town.trace]);
    const a = town.sends(0, 0, bytesOf('A'));
    const b = town.sends(ms(1), 1, bytesOf('B'));
    town.reads(ms(60), b, bytesOf('B'));
    town.reads(ms(70), a, bytesOf('A'));
    town.reads(ms(80), b, bytesOf('B'));
    const view = applicationViewAt(run, 0, ms(100));
    expect(view.received.map(({ piece }) => piece)).toEqual([1, 0, 1]);
    expect(view.bytes).toEqual(bytesOf('BAB'));
    expect(applicationViewAt(run, 0, ms(75)).bytes).toEqual(bytesOf('BA'));
  });

  it('takes the block numbers off in both lanes', () => {
    const blocks = Uint8Array.of(0, 0, 0, 0, 65, 66, 0, 0, 0, 1, 67);
    const payload = {
      kind: 'file',
      name: 'a',
      mediaType: '',
      bytes: bytesOf('ABC'),
      numbered: true,
    } as const;
    const experiment = handMadeExperiment({ payload, pieceBytes: 6 });
    const tcp = new HandMade('tcp');
    const udp = new HandMade('udp');
    const run = unfinished(experiment, [tcp.trace, udp.trace]);
    tcp.reads(ms(1), 0, blocks.slice(0, 3));
    tcp.reads(ms(2), 0, blocks.slice(3));
    const last = udp.sends(0, 1, blocks.slice(6));
    udp.reads(ms(1), last, blocks.slice(6));
    expect(applicationViewAt(run, 0, ms(2)).bytes).toEqual(bytesOf('ABC'));
    expect(applicationViewAt(run, 0, ms(2)).received.map(({ start }) => start)).toEqual([0, 2]);
    expect(applicationViewAt(run, 1, ms(2))).toEqual({
      received: [{ piece: 1, start: 0, length: 1, timeNs: ms(1), packet: last }],
      bytes: bytesOf('C'),
    });
  });

  it('answers with the same object as long as nothing was read', () => {
    const town = new HandMade('tcp');
    const run = unfinished(handMadeExperiment({ text: 'AB' }, ['tcp']), [town.trace]);
    town.reads(ms(10), 0, bytesOf('A'));
    town.reads(ms(30), 0, bytesOf('B'));
    expect(applicationViewAt(run, 0, ms(11))).toBe(applicationViewAt(run, 0, ms(29)));
    expect(applicationViewAt(run, 0, ms(30))).not.toBe(applicationViewAt(run, 0, ms(29)));
  });
});
