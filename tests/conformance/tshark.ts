import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Capture, writePcapng } from '../../src/capture/pcapng';

const TSHARK = process.env['TSHARK_PATH'] ?? 'tshark';

/** Whether Wireshark's command line can be run here. */
export const isTsharkHere = spawnSync(TSHARK, ['--version']).status === 0;
/** CI installs it and may not do without. */
export const isTsharkDemanded = process.env['CI'] === 'true';
if (!isTsharkHere && !isTsharkDemanded)
  process.stderr.write('tshark is not installed: captures are not checked against Wireshark.\n');

/** Each packet by itself: the town's messages are no HTTP, though they go to port 80, and are not to be put together. */
const ALONE = ['-o', 'tcp.desegment_tcp_streams:FALSE'];
const CHECKS = ['ip', 'tcp', 'udp'].flatMap((name) => ['-o', `${name}.check_checksum:TRUE`]);
const FORMAT = ['-n', '-T', 'fields', '-E', 'separator=/t', '-E', 'occurrence=f'];

/** What Wireshark's dissectors say of each packet of a capture, field by field; empty where a packet has no such field. */
export function readWithTshark<F extends string>(
  capture: Capture,
  fields: readonly F[],
): readonly Readonly<Record<F, string>>[] {
  return readFileWithTshark(writePcapng(capture), fields);
}

/** The same of a capture file of any kind; `preferences` are further options of tshark. */
export function readFileWithTshark<F extends string>(
  contents: Uint8Array,
  fields: readonly F[],
  preferences: readonly string[] = [],
): readonly Readonly<Record<F, string>>[] {
  const asked = [...CHECKS, ...ALONE, ...preferences, ...FORMAT, ...fields.flatMap((field) => ['-e', field])];
  return linesOfTshark(contents, asked).map((line) => {
    const values = line.split('\t');
    return Object.fromEntries(fields.map((field, i) => [field, values[i] ?? ''])) as Record<F, string>;
  });
}

/** What Wireshark as it is installed, no preference changed, calls malformed: the number of each such packet and why. */
export function complaintsOfTshark(contents: Uint8Array): readonly string[] {
  const fields = ['frame.number', '_ws.expert.message', '_ws.malformed'].flatMap((field) => ['-e', field]);
  return linesOfTshark(contents, ['-n', '-T', 'fields', '-Y', '_ws.malformed', ...fields]);
}

function linesOfTshark(contents: Uint8Array, args: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'packet-town-'));
  try {
    const file = join(folder, 'capture.pcapng');
    writeFileSync(file, contents);
    const { status, stdout, stderr } = spawnSync(TSHARK, ['-r', file, ...args], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`tshark failed: ${stderr}`);
    // The last line ends too; a packet without any of the fields is a line of separators.
    return stdout.split('\n').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
