import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webPacket } from '../../tests/arbitraryWeb';
import { dnsPacket } from '../../tests/arbitraryDns';
import { arpMessage, ipv4Header, packet, payload, tcpPacket } from '../../tests/arbitraryPackets';
import { encodeArp } from './arp';
import { encodeEthernet, ETHER_TYPE } from './ethernet';
import { FIELD_NAMES, type Field, frameLayersOf, type Layer, layersOf } from './fields';
import { encodeIcmp } from './icmp';
import { encodeIpv4, flipBit, type Ipv4Header, PROTOCOL } from './ipv4';
import { encodeTcp, FLAG } from './tcp';
import { encodeUdp } from './udp';

const CLIENT = 0xc000020a;
const SERVER = 0xc6336414;
const IP: Ipv4Header = {
  typeOfService: 0,
  identification: 1,
  dontFragment: true,
  moreFragments: false,
  fragmentOffset: 0,
  timeToLive: 61,
  protocol: PROTOCOL.udp,
  source: CLIENT,
  destination: SERVER,
  options: new Uint8Array(0),
};
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const hello = (words = 'HELLO!'): Uint8Array<ArrayBuffer> =>
  encodeIpv4(IP, encodeUdp({ sourcePort: 50_000, destinationPort: 9000 }, text(words), CLIENT, SERVER));
const protocolsOf = (layers: readonly Layer[]): readonly string[] => layers.map((layer) => layer.protocol);
const named = (layers: readonly Layer[], name: string): Field | undefined =>
  layers.flatMap((layer) => layer.fields).find((field) => field.name === name);

/** Where bits belong to no field or to two, fields lie outside their layer, or have a name that is not listed. */
function flawsOf(bytes: Uint8Array): readonly string[] {
  const flaws: string[] = [];
  let bit = 0;
  for (const layer of layersOf(bytes)) {
    if (layer.start * 8 !== bit)
      flaws.push(`${layer.protocol} starts at byte ${layer.start}, not bit ${bit}`);
    for (const { name, startBit, endBit } of layer.fields) {
      if (startBit !== bit || endBit <= bit)
        flaws.push(`${name} is ${startBit} to ${endBit}, not from ${bit}`);
      if (!FIELD_NAMES.includes(name)) flaws.push(`${name} is not listed`);
      bit = endBit;
    }
    if (layer.end * 8 !== bit) flaws.push(`${layer.protocol} ends at byte ${layer.end}, not bit ${bit}`);
  }
  if (bit !== bytes.length * 8) flaws.push(`the fields end at bit ${bit} of ${bytes.length * 8}`);
  return flaws;
}

const HOP = { destination: 2, source: 1, etherType: ETHER_TYPE.ipv4 };

describe('the fields of a packet', () => {
  it('hold every bit exactly once, and no damage where there is none', () => {
    fc.assert(
      fc.property(packet(), (bytes) => {
        expect(flawsOf(bytes)).toEqual([]);
        const layers = layersOf(bytes);
        expect(layers[0]).toMatchObject({ protocol: 'ipv4', start: 0 });
        const top = layers.slice(0, 2).flatMap((layer) => layer.fields);
        expect(top.some((field) => field.valid === false)).toBe(false);
        expect(named(layers, 'tcp.option.malformed')).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('hold every bit exactly once of any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        expect(flawsOf(bytes)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('hold every bit exactly once of packets cut short and damaged', () => {
    const flips = fc.array(fc.nat(), { maxLength: 4 });
    fc.assert(
      fc.property(fc.oneof(packet(), dnsPacket, webPacket), fc.nat(), flips, (whole, cut, bits) => {
        const short = whole.slice(0, cut % (whole.length + 1));
        const damaged = bits.reduce(
          (bytes, bit) => (bytes.length === 0 ? bytes : flipBit(bytes, bit % (bytes.length * 8))),
          short,
        );
        expect(flawsOf(damaged)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('hold every bit exactly once of fragments and of protocols unknown here', () => {
    fc.assert(
      fc.property(ipv4Header(), payload(), (header, data) => {
        expect(flawsOf(encodeIpv4(header, data))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the list of field names', () => {
  it('holds what packets, whole and damaged, can show, and nothing else', () => {
    const damaged = fc
      .tuple(packet(), fc.nat())
      .map(([bytes, bit]) => flipBit(bytes, bit % (bytes.length * 8)));
    const framed = (bytes: Uint8Array) => frameLayersOf(encodeEthernet(HOP, bytes));
    const samples = fc.sample(
      fc.oneof(packet(), damaged, arpMessage().map(encodeArp), dnsPacket, webPacket),
      {
        seed: 1,
        numRuns: 2000,
      },
    );
    const names = samples.flatMap((bytes) => framed(bytes).flatMap((layer) => layer.fields));
    expect(new Set(names.map(({ name }) => name))).toEqual(new Set(FIELD_NAMES));
  });
});

describe('a dissected datagram', () => {
  it('shows what each header says', () => {
    const layers = layersOf(hello());
    expect(protocolsOf(layers)).toEqual(['ipv4', 'udp', 'data']);
    expect(named(layers, 'ipv4.timeToLive')).toEqual({
      name: 'ipv4.timeToLive',
      startBit: 64,
      endBit: 72,
      value: 61,
      display: 'decimal',
    });
    expect(named(layers, 'ipv4.dontFragment')).toMatchObject({ startBit: 49, endBit: 50, value: 1 });
    expect(named(layers, 'ipv4.source')).toMatchObject({ value: CLIENT, display: 'address' });
    expect(named(layers, 'ipv4.checksum')).toMatchObject({ valid: true, display: 'hex' });
    expect(named(layers, 'udp.checksum')).toMatchObject({ startBit: 208, value: 0x4954, valid: true });
    expect(named(layers, 'data.payload')).toMatchObject({ value: 'HELLO!', display: 'text' });
  });

  it('shows a payload as text only when it is one', () => {
    expect(named(layersOf(hello('안녕')), 'data.payload')).toMatchObject({ value: '안녕', display: 'text' });
    const cutLetter = encodeIpv4(
      IP,
      encodeUdp({ sourcePort: 1, destinationPort: 2 }, text('안').subarray(0, 2), CLIENT, SERVER),
    );
    expect(named(layersOf(cutLetter), 'data.payload')).toMatchObject({ value: 'ec95', display: 'bytes' });
    expect(named(layersOf(hello('\u0000')), 'data.payload')).toMatchObject({ value: '00', display: 'bytes' });
  });

  it('tells which checksum the damage broke', () => {
    const inPayload = layersOf(flipBit(hello(), 230));
    expect(named(inPayload, 'ipv4.checksum')).toMatchObject({ valid: true });
    expect(named(inPayload, 'udp.checksum')).toMatchObject({ valid: false });
    const inHeader = layersOf(flipBit(hello(), 64));
    expect(named(inHeader, 'ipv4.checksum')).toMatchObject({ valid: false });
    expect(named(inHeader, 'udp.checksum')).toMatchObject({ valid: true });
  });

  it('has no verdict on a checksum nobody computed, or whose bytes are not all there', () => {
    const without = hello();
    without.fill(0, 26, 28);
    expect(named(layersOf(without), 'udp.checksum')).toMatchObject({ value: 0 });
    expect(named(layersOf(without), 'udp.checksum')).not.toHaveProperty('valid');
    expect(named(layersOf(hello().subarray(0, 30)), 'udp.checksum')).not.toHaveProperty('valid');
  });

  it('leaves what a receiver would not read as the rest', () => {
    const padded = layersOf(Uint8Array.of(...hello(), 1, 2));
    expect(protocolsOf(padded)).toEqual(['ipv4', 'udp', 'data', 'data']);
    expect(named(padded, 'data.rest')).toMatchObject({ value: '0102', display: 'bytes' });
    const otherVersion = layersOf(flipBit(hello(), 0));
    expect(protocolsOf(otherVersion)).toEqual(['ipv4', 'data']);
    expect(named(otherVersion, 'data.rest')).toMatchObject({ startBit: 160, endBit: 34 * 8 });
  });
});

describe('a dissected segment', () => {
  it('shows each option in a field of its own', () => {
    const options = [
      { kind: 'maxSegmentSize', bytes: 3 },
      { kind: 'nop' },
      { kind: 'windowScale', shift: 7 },
      { kind: 'sackPermitted' },
      { kind: 'endOfList' },
    ] as const;
    const header = { sourcePort: 50_000, destinationPort: 80, sequence: 100, acknowledgment: 0 };
    const syn = { ...header, flags: FLAG.syn, window: 65_535, urgentPointer: 0, options };
    const bytes = encodeTcp(syn, new Uint8Array(0), CLIENT, SERVER);
    const layers = layersOf(encodeIpv4({ ...IP, protocol: PROTOCOL.tcp }, bytes));
    expect(protocolsOf(layers)).toEqual(['ipv4', 'tcp']);
    expect(layers[1]?.fields.slice(10).map(({ name, value, startBit }) => [name, value, startBit])).toEqual([
      ['tcp.option.maxSegmentSize', 3, 320],
      ['tcp.option.nop', '', 352],
      ['tcp.option.windowScale', 7, 360],
      ['tcp.option.sackPermitted', '', 384],
      ['tcp.option.endOfList', '', 400],
      ['tcp.option.padding', '00', 408],
    ]);
    expect(named(layers, 'tcp.flags')).toMatchObject({ value: FLAG.syn, display: 'flags' });
  });

  it('is found again in the quote of an ICMP error, as far as it is quoted', () => {
    fc.assert(
      fc.property(tcpPacket(), (lost) => {
        const headerLength = ((lost[0] ?? 0) & 15) * 4;
        const quote = lost.subarray(0, headerLength + 8);
        const error = encodeIcmp({ kind: 'timeExceeded', code: 0, quote });
        const layers = layersOf(encodeIpv4({ ...IP, protocol: PROTOCOL.icmp }, error));
        expect(protocolsOf(layers)).toEqual(['ipv4', 'icmp', 'ipv4', 'tcp']);
        expect(layers[3]?.fields.map(({ name }) => name)).toEqual([
          'tcp.sourcePort',
          'tcp.destinationPort',
          'tcp.sequence',
        ]);
        expect(layers[2]?.fields.every((field) => field.valid !== false)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
