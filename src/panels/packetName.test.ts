import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, handMadeExperiment, ms, unfinished } from '../../tests/handMade';
import { createI18n } from '../../tests/createI18n';
import { packetLabelOf } from './packetLabel';
import { packetName } from './packetName';

function nameOf(text: string, pieceBytes: number, piece: number, identity = {}): string {
  const town = new HandMade('udp');
  const packet = town.sends(ms(1), piece, bytesOf('A'), identity);
  const run = unfinished(handMadeExperiment({ text, pieceBytes }, ['udp']), [town.trace]);
  return packetName(createI18n('ko').t, packetLabelOf(run, { lane: 0, packet })!);
}

describe('packetName', () => {
  it('shows the number of the piece, counted from 1, and its letters', () => {
    expect(nameOf('HELLO', 1, 2)).toBe('3 · L');
    expect(nameOf('안녕', 3, 1)).toBe('2 · 녕');
    expect(nameOf('A B', 1, 1)).toBe('2 · 빈칸');
  });

  it('shows only the number when the piece cuts a letter', () => {
    expect(nameOf('안녕', 2, 1)).toBe('2');
  });

  it('marks a retransmission and a copy of the network', () => {
    expect(nameOf('HELLO', 1, 0, { role: 'retransmission', copy: 1 })).toBe('재 1 · H');
    expect(nameOf('HELLO', 1, 0, { duplicateOf: 0 })).toBe('1 · H ×2');
  });

  it('is not there for a packet the trace does not have', () => {
    const run = unfinished(handMadeExperiment({ text: 'A' }), [new HandMade('udp').trace]);
    expect(packetLabelOf(run, { lane: 0, packet: 0 })).toBeUndefined();
    expect(packetLabelOf(run, { lane: 7, packet: 0 })).toBeUndefined();
  });
});
