import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import type { Command, PacketAct } from '../experiment/command';
import type { Rule, RuleVerdict } from '../experiment/experiment';
import { defaultStreet, type Street, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { decodeIpv4 } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { captureOf, type CapturePoint } from './captureOf';
import type { CapturedPacket } from './pcapng';

/** UDP of "abc" in clear weather, with something done to its second piece. */
function captured(at: CapturePoint, verdict?: RuleVerdict, changes: Partial<Street> = {}) {
  const rule: Rule[] = verdict ? [{ link: 'R2-R3', direction: 0, role: 'piece', nth: 2, verdict }] : [];
  const street = { ...defaultStreet('en'), payload: textPayload('abc'), weather: CLEAR_WEATHER, rules: rule };
  return captureOf(simulateAll(streetExperiment({ ...street, ...changes }, ['udp'])), [0], at);
}

function timeToLive({ bytes }: CapturedPacket): number {
  const decoded = decodeIpv4(bytes);
  if (isMalformed(decoded)) throw new Error(decoded.malformed);
  return decoded.header.timeToLive;
}

const commentsAt = (at: CapturePoint, verdict?: RuleVerdict, changes?: Partial<Street>): readonly string[] =>
  captured(at, verdict, changes).packets.map(({ comment }) => comment);

describe('captureOf', () => {
  it('shows what a host sent when it was made, and what it received three routers later', () => {
    const client = captured('client');
    const server = captured('server');
    expect(client.interfaces).toEqual([{ name: 'C', kind: 'ip' }]);
    expect(client.packets.map(({ direction }) => direction)).toEqual(['outbound', 'outbound', 'outbound']);
    expect(client.packets.map(({ timeNs }) => timeNs)).toEqual([0, 20_000_000, 40_000_000]);
    expect(client.packets.map(timeToLive)).toEqual([64, 64, 64]);
    expect(server.interfaces).toEqual([{ name: 'S', kind: 'ip' }]);
    expect(server.packets.map(({ direction }) => direction)).toEqual(['inbound', 'inbound', 'inbound']);
    expect(server.packets[0]!.timeNs).toBeGreaterThan(60_000_000);
    expect(server.packets.map(timeToLive)).toEqual([61, 61, 61]);
  });

  it('says nothing of packets to which nothing happened', () => {
    expect(commentsAt('client')).toEqual(['', '', '']);
  });

  it('says that a packet was lost, and by whom', () => {
    const lost = 'lost between R2 and R3 by a rule of the experiment';
    expect(commentsAt('client', { kind: 'drop' })).toEqual(['', lost, '']);
    expect(commentsAt('server', { kind: 'drop' })).toEqual(['', '']);
  });

  it('shows damage where it can be seen: whole at the client, inverted at the server', () => {
    const verdict = { kind: 'flip', bit: 224 } as const;
    const words = 'bit 224 inverted between R2 and R3; discarded by the UDP checksum at S';
    const [client, server] = [captured('client', verdict), captured('server', verdict)];
    expect(client.packets[1]!.comment).toBe(words);
    expect(client.packets[1]!.bytes[28]).toBe('b'.charCodeAt(0));
    expect(server.packets[1]!.comment).toBe(words);
    expect(server.packets[1]!.bytes[28]).toBe('b'.charCodeAt(0) ^ 0x80);
  });

  it('tells the two of a doubled packet apart', () => {
    expect(commentsAt('client', { kind: 'dup' })).toEqual(['', 'doubled between R2 and R3', '']);
    expect(commentsAt('server', { kind: 'dup' })).toEqual([
      '',
      'doubled between R2 and R3',
      'second copy made between R2 and R3',
      '',
    ]);
  });

  it('names a held packet and the ICMP answer of a closed port', () => {
    expect(commentsAt('client', { kind: 'delay', delayNs: 5_000_000 })[1]).toBe(
      'held 5 ms longer between R2 and R3',
    );
    const { packets } = captured('client', undefined, { ports: { tcp: 9999, udp: 9999 } });
    expect(packets.filter(({ direction }) => direction === 'inbound').length).toBeGreaterThan(0);
  });

  it('names a hand, a cut and a power cut', () => {
    const road = 'between R2 and R3';
    const touch = (number: number, act: PacketAct): Command => ({
      kind: 'touchPacket',
      atNs: 0,
      packet: { transport: 'udp', from: 'C', role: 'piece', number, copy: 0, double: 0 },
      link: 'R2-R3',
      direction: 0,
      act,
    });
    const commands = [
      touch(0, { kind: 'drop' }),
      touch(1, { kind: 'hold', delayNs: 5_000_000 }),
      touch(2, { kind: 'dup' }),
      { kind: 'cutLink', atNs: 50_000_000, link: 'R2-R3' } as const,
    ];
    expect(commentsAt('client', undefined, { commands: commands.slice(0, 3) })).toEqual([
      `lost ${road} by command 1`,
      `held 5 ms longer ${road} by command 2`,
      `doubled ${road} by command 3`,
    ]);
    const cut = commentsAt('client', undefined, { commands: commands.slice(3) });
    expect(cut).toContain(`lost ${road} by a cut of the link`);
  });

  it('merges lanes in order of time', () => {
    const run = simulateAll(streetExperiment({ ...defaultStreet('en'), seed: 5 }));
    const lanes = [0, 1].map((lane) => captureOf(run, [lane], 'client').packets.length);
    const both = captureOf(run, [0, 1], 'client').packets;
    expect(both).toHaveLength(lanes[0]! + lanes[1]!);
    const times = both.map(({ timeNs }) => timeNs);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });
});
