import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunResult } from '../trace/run';
import { shell as cli } from './shellBench';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packet-town-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);

async function result(...args: string[]): Promise<RunResult> {
  const { status, out, complaints } = await cli('run', '--json', ...args);
  expect(complaints).toEqual([]);
  expect(status).toBe(0);
  return JSON.parse(out) as RunResult;
}

describe('run', () => {
  it('gives the first screen\u2019s experiment, the same each time', async () => {
    const first = await result();
    expect(first.lanes.map(({ transport }) => transport)).toEqual(['tcp', 'udp']);
    expect(await result()).toEqual(first);
    expect((await result('--seed', '6')).traceSha256).not.toBe(first.traceSha256);
  });

  it('sends the message over the lane that is asked for', async () => {
    const { lanes } = await result('--transport', 'udp', '--message', '안녕', '--loss', '0');
    expect(lanes).toMatchObject([{ transport: 'udp', sentBytes: 6, deliveredBytes: 6, intact: true }]);
  });

  it('sends a file in numbered blocks, and a text that begins with @', async () => {
    writeFileSync(path('cat.png'), new Uint8Array(3000).fill(9));
    const file = await result('--message', `@${path('cat.png')}`, '--loss', '0', '--transport', 'udp');
    expect(file.lanes[0]).toMatchObject({ sentBytes: 3000, intact: true, packetsSent: 3 });
    const text = await result('--message', '@@cat', '--loss', '0', '--transport', 'udp');
    expect(text.lanes[0]).toMatchObject({ sentBytes: 4, packetsSent: 4 });
  });

  it('lets the queue of the road mark what allows it', async () => {
    writeFileSync(path('long.bin'), new Uint8Array(200_000));
    const flags = [
      'run',
      '--transport',
      'tcp',
      '--message',
      `@${path('long.bin')}`,
      '--loss',
      '0',
      '--mark',
      '5',
    ];
    const marked = async (...more: string[]): Promise<boolean> => {
      const { out } = await cli(...flags, '--transcript', ...more);
      return out.includes('marked on R2-R3');
    };
    expect(await marked('--set', 'ecn=true')).toBe(true);
    expect(await marked()).toBe(false);
  });

  it('takes only the weather that flags name, and the first screen\u2019s without any', async () => {
    expect((await result('--dup', '1', '--transport', 'udp')).lanes[0]).toMatchObject({
      missingPieces: [],
      repeatedPieces: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    });
    expect((await result('--transport', 'udp')).lanes[0]!.missingPieces).not.toEqual([]);
  });

  it('shows what breaks without a mechanism, and with another setting', async () => {
    const damaged = ['--corrupt', '0.6', '--transport', 'tcp', '--seed', '3'];
    expect((await result(...damaged)).lanes[0]).toMatchObject({ intact: true });
    expect((await result(...damaged, '--without', 'checksum')).lanes[0]).toMatchObject({ intact: false });
    const eager = await result('--loss', '0.3', '--transport', 'tcp', '--set', 'rtoMinNs=5000000');
    const patient = await result('--loss', '0.3', '--transport', 'tcp');
    expect(eager.lanes[0]!.finishNs!).toBeLessThan(patient.lanes[0]!.finishNs!);
  });

  it('meets a closed port', async () => {
    const { lanes } = await result('--port', '9999', '--loss', '0');
    expect(lanes.map(({ senderTold, deliveredBytes }) => [senderTold, deliveredBytes])).toEqual([
      ['connectionRefused', 0],
      ['portUnreachable', 0],
    ]);
  });

  it('prints one line per lane, and a transcript in order of time', async () => {
    const summary = await cli('run', '--message', 'hi', '--loss', '0');
    expect(summary.out.split('\n')).toHaveLength(3);
    expect(summary.out).toMatch(/^TCP: intact/m);
    const { out } = await cli('run', '--transcript');
    const times = out.split('\n').map((line) => Number.parseFloat(line));
    expect(times.length).toBeGreaterThan(40);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(out).toMatch(/IP 192\.0\.2\.10\.50000 > 198\.51\.100\.20\.80: Flags \[S\]/);
  });

  it('says of each page how long it took and how many round trips', async () => {
    const { out } = await cli('run', 'https');
    expect(out.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^TCP: \d+ packets of \d+ bytes$/),
      expect.stringMatching(/^page 1 http:\S+: 2500 bytes in \d+\.\d ms, 2 round trips$/),
      expect.stringMatching(/^page 2 https:\S+: 2500 bytes in \d+\.\d ms, 3 round trips$/),
      expect.stringMatching(/^page 3 https:\S+: .*, 1 round trip, connection reused$/),
    ]);
  });

  it('prints the lines of the transcript that a filter lets pass', async () => {
    const { out } = await cli('run', '--transcript', '--filter', 'loss and udp');
    const all = (await cli('run', '--transcript')).out.split('\n');
    const lost = all.filter((line) => line.includes('[lost on') && line.includes(': UDP'));
    expect(lost.length).toBeGreaterThan(0);
    expect(out.split('\n').filter(Boolean)).toEqual(lost);
  });

  it('runs an experiment that it saved', async () => {
    const first = await result('--seed', '9', '--message', '패킷', '--save', path('mine.json'));
    expect(await result(path('mine.json'))).toEqual(first);
    expect((await result(path('mine.json'), '--transport', 'tcp')).lanes).toEqual([first.lanes[0]]);
  });

  it('runs an experiment with hands in it, and names them in the transcript', async () => {
    await result('--loss', '0', '--save', path('mine.json'));
    const saved = JSON.parse(readFileSync(path('mine.json'), 'utf8')) as Record<string, unknown>;
    const packet = { transport: 'udp', from: 'C', role: 'piece', number: 2, copy: 0, double: 0 };
    const commands = [
      { kind: 'touchPacket', atNs: 0, packet, link: 'R2-R3', direction: 0, act: { kind: 'drop' } },
      { kind: 'cutLink', atNs: 150_000_000, link: 'R1-R2' },
    ];
    writeFileSync(path('hands.json'), JSON.stringify({ ...saved, commands }));
    const { out } = await cli('run', path('hands.json'), '--transcript');
    expect(out).toContain('# udp command 1: touchPacket drop piece 2 of C on R2-R3 way 0');
    expect(out).toContain('[lost on R2-R3 by command 1]');
    expect(out).toContain('# tcp command 2: cutLink R1-R2');
    expect(out).toContain('[lost on R1-R2: linkCut]');
    const unknown = { kind: 'powerOff', atNs: 0, host: 'X' };
    writeFileSync(path('bad.json'), JSON.stringify({ ...saved, commands: [unknown] }));
    const { complaints } = await cli('run', path('bad.json'));
    expect(complaints.join()).toContain('commands[0].host names a place that the town does not have');
  });

  it('writes a capture whole', async () => {
    await result('--pcapng', path('a.pcapng'), '--at', 'links');
    expect(readFileSync(path('a.pcapng')).includes('R1-R2')).toBe(true);
    await cli('run', 'ping', '--pcapng', path('a.pcapng'));
    expect(readFileSync(path('a.pcapng')).includes('R1-R2')).toBe(true);
    await result('--pcapng', path('a.pcapng'));
    expect(readFileSync(path('a.pcapng')).includes('R1-R2')).toBe(false);
    await result('--pcapng', path('a.pcapng'), '--at', 'R2-R3');
    expect(readFileSync(path('a.pcapng')).includes('R2-R3')).toBe(true);
    expect(readFileSync(path('a.pcapng')).includes('R1-R2')).toBe(false);
    await result('--pcapng', path('a.pcapng'), '--at', 'server');
    expect(readdirSync(folder)).toEqual(['a.pcapng']);
    expect(readFileSync(path('a.pcapng')).readUInt32LE(0)).toBe(0x0a0d0d0a);
  });
});

describe('bad input', () => {
  it.each([
    [['fly'], /"fly" is no verb/],
    [[], /a verb is missing/],
    [['constructor'], /is no verb/],
    [['run', '--loss', '2'], /--loss: must be a number from 0 to 1, not "2"/],
    [['run', '--loss', ''], /--loss: must be a number/],
    [['run', '--loss', '-1'], /--loss/],
    [['run', '--rate', '5'], /--rate: must be 0 or bits per second/],
    [['run', '--rate', '1X'], /--rate/],
    [['run', '--seed', '4294967296'], /--seed: must be a whole number/],
    [['run', '--seed'], /--seed/],
    [['run', '--transport', 'quic'], /--transport: must be tcp or udp or both/],
    [['run', '--queue', '1.5'], /--queue/],
    [['run', '--mark', '-1'], /--mark/],
    [['run', '--delay-ms', '10001'], /--delay-ms/],
    [['run', '--piece', '1401'], /--piece/],
    [['run', '--piece', '1', '--message', 'a'.repeat(20_001)], /--message is too big, the limit is 20000/],
    [['run', '--without', 'checksum,luck'], /^--without: "luck" is no mechanism, they are checksum, /],
    [
      ['run', '--set', 'luck=1'],
      /^--set: "luck=1" is no KEY=VALUE with a key out of initialWindowSegments, /,
    ],
    [['run', '--set', 'nagle'], /^--set: "nagle" is no KEY=VALUE/],
    [['run', '--set', 'nagle=1'], /^--set: nagle=1 has the wrong type of value$/],
    [['run', '--set', 'windowScale=15'], /^--set: windowScale=15 is out of range, the limit is 14$/],
    [['run', '--set', 'rtoMaxNs=1000000'], /tcp.rtoMaxNs is out of range/],
    [['run', '--set', 'receiveBufferBytes=100'], /tcp.receiveBufferBytes is out of range, the limit is 128/],
    [['run', '--preset', 'bsd'], /--preset: must be classroom or rfc or linux/],
    [['run', '--colour'], /Unknown option '--colour'/],
    [['run', '--pcapng', 'a.pcapng', '--at', 'R9'], /^--at: must be client, .* links C-R1, .*, not "R9"$/],
    [['run', '--at', 'server'], /--at: says where --pcapng FILE captures/],
    [['run', '--json', '--transcript'], /only one/],
    [['run', '--filter', 'loss'], /^--filter: chooses lines of a --transcript$/],
    [['run', '--transcript', '--filter', 'tcp and'], /^--filter: something is missing after "and"; it is/],
    [['run', '--transcript', '--filter', 'port http'], /^--filter: "http" is no port number; it is/],
    [['run', 'a', 'b'], /one experiment at a time/],
    [['run', 'a.json', '--loss', '0'], /--loss: changes the first screen's experiment/],
    [['run', 'nowhere.json'], /nowhere\.json: no such file/],
    [['run', '--message', '@nowhere.png'], /nowhere\.png: no such file/],
    [['run', '--message', '@'], /file name/],
    [['run', '--pcapng', '/nowhere/a.pcapng'], /\/nowhere\/a\.pcapng: no such file or folder/],
    [['run', '--pcapng', '/'], /\/: is a folder/],
  ] as const)('%j', async (args, line) => {
    const { status, out, complaints } = await cli(...args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(line);
    expect(complaints[0]).not.toContain('\n');
  });

  it('says where an experiment is wrong', async () => {
    await result('--save', path('good.json'));
    const json = JSON.parse(readFileSync(path('good.json'), 'utf8')) as { seed: unknown };
    writeFileSync(path('bad.json'), JSON.stringify({ ...json, seed: 'seven' }));
    const { status, complaints } = await cli('run', path('bad.json'));
    expect(status).toBe(2);
    expect(complaints).toEqual([`${path('bad.json')}: seed has the wrong type of value`]);
    writeFileSync(path('bad.json'), '{');
    expect((await cli('run', path('bad.json'))).complaints).toEqual([`${path('bad.json')} is not JSON`]);
  });

  it('refuses a device without end', async () => {
    const { status, complaints } = await cli('run', '--message', '@/dev/zero');
    expect([status, complaints]).toEqual([2, ['/dev/zero: is larger than 1048576 bytes']]);
  });

  it('checks an experiment for the lanes that flags choose', async () => {
    await result('--save', path('tcp.json'), '--transport', 'tcp');
    const json = JSON.parse(readFileSync(path('tcp.json'), 'utf8')) as { apps: unknown[] };
    const second = { kind: 'receive', host: 'S', port: { tcp: 81, udp: 9000 } };
    writeFileSync(path('tcp.json'), JSON.stringify({ ...json, apps: [...json.apps, second] }));
    expect((await cli('run', path('tcp.json'))).status).toBe(0);
    const { status, complaints } = await cli('run', path('tcp.json'), '--transport', 'udp');
    expect([status, complaints]).toEqual([2, [`${path('tcp.json')}: apps[2].port is taken already`]]);
  });

  it('refuses a message beyond 1 MiB before reading it', async () => {
    writeFileSync(path('big.bin'), new Uint8Array(1_048_577));
    const { status, complaints } = await cli('run', '--message', `@${path('big.bin')}`);
    expect([status, complaints]).toEqual([2, [`${path('big.bin')}: is larger than 1048576 bytes`]]);
  });
});

describe('--help', () => {
  it('names every flag', async () => {
    const { status, out } = await cli('--help');
    expect(status).toBe(0);
    for (const flag of [
      'message',
      'loss',
      'reorder-ms',
      'rate',
      'pcapng',
      'at',
      'transcript',
      'json',
      'save',
    ]) {
      expect(out).toContain(`--${flag}`);
    }
  });
});

describe('packetdrill', () => {
  const SYN = '0 < S 0:0(0) win 1000 <mss 1000>\n';

  it('tells of each script how it ended', async () => {
    writeFileSync(path('good.pkt'), `${SYN}+0 > R. 0:0(0) ack 1\n`);
    writeFileSync(path('bad.pkt'), `${SYN}+0 > S. 0:0(0) ack 1 <...>\n`);
    writeFileSync(path('other.pkt'), '0 > SE 0:0(0)\n');
    expect(await cli('packetdrill', path('good.pkt'), path('other.pkt'))).toEqual({
      status: 0,
      out: `ok ${path('good.pkt')}\nSKIP ECN (${path('other.pkt')})\n1 passed, 0 failed, 1 skipped`,
      complaints: [],
    });
    const { status, out } = await cli('packetdrill', path('good.pkt'), path('bad.pkt'));
    expect(status).toBe(1);
    expect(out).toContain('\nFAIL line 2: expected S. 0:0(0) ack 1 <...> got R. 0:0(0) ack 1 win 0 (');
    expect(out.endsWith('\n1 passed, 1 failed, 0 skipped')).toBe(true);
  });

  it('refuses what is no script in one line', async () => {
    expect(await cli('packetdrill', path('gone.pkt'))).toEqual({
      status: 2,
      out: '',
      complaints: [`${path('gone.pkt')}: no such file or folder`],
    });
    expect((await cli('packetdrill')).status).toBe(2);
  });
});
