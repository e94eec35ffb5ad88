import { describe, expect, it } from 'vitest';
import { bytesOf, datagram } from '../../../tests/handMade';
import { createI18n } from '../../../tests/createI18n';
import { byteTexts } from './byteTexts';
import { fieldText } from './fieldText';
import { shownLayers } from './shownLayers';

const { t } = createI18n('en');
const PLAIN = { isFrame: false, hasBlockNumber: false };
const NUMBERED = { isFrame: false, hasBlockNumber: true };

describe('shownLayers', () => {
  it('names each field of all layers by a key of its own', () => {
    const layers = shownLayers(datagram(bytesOf('HI')), PLAIN);
    expect(layers.map(({ protocol }) => protocol)).toEqual(['ipv4', 'udp', 'data']);
    const keys = layers.flatMap(({ fields }) => fields.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('shows the block number that the app put in front, by its own name', () => {
    const payload = Uint8Array.of(0, 0, 1, 2, 0xff, 0xfe);
    const [block, rest] = shownLayers(datagram(payload), NUMBERED).at(-1)!.fields;
    expect(block).toMatchObject({ name: 'data.blockNumber', value: 258, startBit: 224, endBit: 256 });
    expect(rest).toMatchObject({ name: 'data.payload', value: 'fffe', startBit: 256, endBit: 272 });
  });

  it('has nothing to split where the data is shorter than a block number', () => {
    const [only] = shownLayers(datagram(bytesOf('HI')), NUMBERED).at(-1)!.fields;
    expect(only).toMatchObject({ name: 'data.payload', value: 'HI' });
  });
});

describe('fieldText', () => {
  it('writes each kind of value as people read it', () => {
    const fields = shownLayers(datagram(bytesOf('HI')), PLAIN).flatMap((layer) => layer.fields);
    const text = (name: string): string =>
      fieldText(
        t,
        fields.find((field) => field.name === name)!,
      );
    expect(text('ipv4.source')).toBe('192.0.2.10');
    expect(text('ipv4.timeToLive')).toBe('64');
    expect(text('ipv4.identification')).toBe('0x0001');
    expect(text('udp.destinationPort')).toBe('9000');
    expect(text('data.payload')).toBe('“HI”');
  });

  it('names the flags and cuts what is long', () => {
    const field = { name: 'tcp.flags', key: '', startBit: 0, endBit: 8 } as const;
    expect(fieldText(t, { ...field, value: 0x12, display: 'flags' })).toBe('SYN, ACK');
    expect(fieldText(t, { ...field, value: 0, display: 'flags' })).toBe('–');
    const bytes = { ...field, name: 'data.payload', value: 'ab'.repeat(20), display: 'bytes' } as const;
    expect(fieldText(t, bytes)).toBe('ab ab ab ab ab ab ab ab …');
  });
});

describe('byteTexts', () => {
  it('puts a letter of several bytes at its first byte', () => {
    const bytes = new TextEncoder().encode('A안!');
    expect(byteTexts(bytes)).toEqual(['A', '안', '', '', '!']);
  });

  it('shows a dot for what is no text', () => {
    expect(byteTexts(Uint8Array.of(0, 0x7f, 0xec, 0x41, 0xff, 0xec, 0x95))).toEqual([
      '·',
      '·',
      '·',
      'A',
      '·',
      '·',
      '·',
    ]);
  });
});
