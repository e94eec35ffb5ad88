import { describe, expect, it } from 'vitest';
import { type CapturedPacket, writePcapng } from './pcapng';

interface Block {
  readonly type: number;
  readonly body: DataView;
}

/** Splits a file into blocks and checks that each length is there twice and a multiple of 4. */
function blocksOf(file: Uint8Array<ArrayBuffer>): readonly Block[] {
  const view = new DataView(file.buffer);
  const blocks: Block[] = [];
  for (let at = 0; at < file.length;) {
    const length = view.getUint32(at + 4, true);
    expect(length % 4).toBe(0);
    expect(view.getUint32(at + length - 4, true)).toBe(length);
    blocks.push({ type: view.getUint32(at, true), body: new DataView(file.buffer, at + 8, length - 12) });
    at += length;
  }
  return blocks;
}

const packet = (changes: Partial<CapturedPacket>): CapturedPacket => ({
  at: 0,
  timeNs: 0,
  direction: 'outbound',
  bytes: Uint8Array.of(0x45, 1, 2, 3, 4),
  comment: '',
  ...changes,
});

const textOf = ({ body }: Block): string =>
  new TextDecoder().decode(body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength));

describe('writePcapng', () => {
  it('begins with a section header and one raw IP interface in nanoseconds', () => {
    const [section, description, ...packets] = blocksOf(
      writePcapng({ interfaces: [{ name: 'C', kind: 'ip' }], packets: [] }),
    );
    expect(section!.type).toBe(0x0a0d0d0a);
    expect(section!.body.getUint32(0, true)).toBe(0x1a2b3c4d);
    expect(description!.type).toBe(1);
    expect(description!.body.getUint16(0, true)).toBe(101);
    // if_name (code 2, 1 byte, padded), then if_tsresol (code 9, 1 byte) of 9.
    expect(description!.body.getUint32(8, true)).toBe((1 << 16) | 2);
    expect(description!.body.getUint8(12)).toBe('C'.charCodeAt(0));
    expect(description!.body.getUint32(16, true)).toBe((1 << 16) | 9);
    expect(description!.body.getUint8(20)).toBe(9);
    expect(packets).toEqual([]);
  });

  it('describes an Ethernet interface with its check sequences, and says which one each packet passed', () => {
    const interfaces = [
      { name: 'C', kind: 'ip' },
      { name: 'C-R1', kind: 'ethernet' },
    ] as const;
    const file = writePcapng({ interfaces, packets: [packet({ at: 1 })] });
    const [, , description, block] = blocksOf(file);
    expect(description!.body.getUint16(0, true)).toBe(1);
    // if_fcslen (code 13, 1 byte) of 4, behind a name of 4 bytes and the resolution.
    expect(description!.body.getUint32(24, true)).toBe((1 << 16) | 13);
    expect(description!.body.getUint8(28)).toBe(4);
    expect(block!.body.getUint32(0, true)).toBe(1);
  });

  it('splits a time beyond 32 bits of nanoseconds into two halves', () => {
    const timeNs = 5 * 2 ** 32 + 7;
    const [, , block] = blocksOf(
      writePcapng({ interfaces: [{ name: 'C', kind: 'ip' }], packets: [packet({ timeNs })] }),
    );
    expect(block!.type).toBe(6);
    expect([block!.body.getUint32(4, true), block!.body.getUint32(8, true)]).toEqual([5, 7]);
  });

  it('gives the length of a packet without its padding', () => {
    const [, , block] = blocksOf(
      writePcapng({ interfaces: [{ name: 'C', kind: 'ip' }], packets: [packet({})] }),
    );
    expect([block!.body.getUint32(12, true), block!.body.getUint32(16, true)]).toEqual([5, 5]);
    expect(Array.from({ length: 8 }, (_, i) => block!.body.getUint8(20 + i))).toEqual([
      0x45, 1, 2, 3, 4, 0, 0, 0,
    ]);
  });

  it('keeps comments as UTF-8 and leaves empty ones out', () => {
    const said = packet({ comment: '서울 lost', direction: 'inbound' });
    const [, , commented, silent] = blocksOf(
      writePcapng({ interfaces: [{ name: 'C', kind: 'ip' }], packets: [said, packet({})] }),
    );
    expect(textOf(commented!)).toContain('서울 lost');
    expect(commented!.body.getUint16(28, true)).toBe(1);
    expect(commented!.body.getUint16(30, true)).toBe(11);
    // Without a comment the first option is the flags: code 2, 4 bytes, outbound.
    expect(silent!.body.getUint16(28, true)).toBe(2);
    expect(silent!.body.getUint32(32, true)).toBe(2);
  });
});
