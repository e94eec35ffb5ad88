import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { homeBehindNat } from '../experiment/presets/homeBehindNat';
import { oneRoom } from '../experiment/presets/oneRoom';
import { portScan } from '../experiment/presets/portScan';
import { threePrograms } from '../experiment/presets/threePrograms';
import type { Preset } from '../experiment/presets/town';
import { townExperiment } from '../experiment/townFile';
import { doorsAt, type DoorView } from './doors';
import { natTableAt } from './natMappings';
import type { Run } from './run';
import { scanSheetsAt } from './scanSheet';
import { townIndex } from './townIndex';

const MS = 1_000_000;
const SECOND = 1000 * MS;
const runOf = ({ town }: Preset): Run => simulateAll(townExperiment(town));
const line = ({ transport, port, state, app, visitors }: DoorView): string =>
  [transport, port, state, app ?? '-', ...(visitors.length > 0 ? [visitors.length] : [])].join(' ');
const doorsOf = (run: Run, host: string, timeNs: number): readonly string[] =>
  doorsAt(run, 0, townIndex(run.experiment).node(host), timeNs).map(line);

describe('the doors of a host', () => {
  it('are one for each program, apart by transport and number (RFC 6335 §6)', () => {
    const run = runOf(threePrograms);
    expect(doorsOf(run, 'C', 100 * MS)).toEqual([
      'tcp 10010 calling send 1',
      'udp 8090 open receive',
      'udp 21000 open receive',
    ]);
    // Somebody has asked for a room where nobody is.
    expect(doorsOf(run, 'C', SECOND)).toContain('udp 9999 closed -');
  });

  it('hold many visitors behind one number (RFC 9293 §3.4.1)', () => {
    const run = runOf(oneRoom);
    expect(doorsOf(run, 'S', 300 * MS)).toEqual(['tcp 443 open receive 4']);
  });

  it('are closed where somebody has knocked in vain, and filtered where a firewall stands', () => {
    const run = runOf(portScan);
    expect(doorsOf(run, 'S', 0)).toEqual([
      'tcp 80 open webServer',
      'tcp 3306 filtered -',
      'udp 7 open echo',
      'udp 8090 open receive',
    ]);
    expect(doorsOf(run, 'S', SECOND)).toEqual([
      'tcp 23 closed -',
      'tcp 80 open webServer',
      'tcp 3306 filtered -',
      'udp 7 open echo',
      'udp 8090 open receive',
      'udp 9000 closed -',
    ]);
    expect(doorsOf(run, 'C', 250 * MS).every((door) => door.includes('- '))).toBe(true);
  });
});

describe('the sheet of a scan', () => {
  it('fills as the answers come', () => {
    const run = runOf(portScan);
    const at = (timeNs: number): readonly (string | undefined)[] =>
      scanSheetsAt(run, 0, timeNs)[0]!.doors.map(({ found }) => found?.kind);
    expect(at(0)).toEqual(Array.from({ length: 6 }, () => undefined));
    expect(at(320 * MS)).toEqual(['doorOpen', 'doorClosed', undefined, undefined, undefined, undefined]);
    expect(at(20 * SECOND)).toEqual([
      'doorOpen',
      'doorClosed',
      'doorClosed',
      'doorFiltered',
      'doorOpen',
      'doorSilent',
    ]);
  });
});

describe('a NAT table', () => {
  it('has a fixed row from the beginning, and rows that run down since they were used', () => {
    const run = runOf(homeBehindNat);
    const place = townIndex(run.experiment).node('GW');
    const at = (timeNs: number): readonly string[] =>
      natTableAt(run.traces[0]!, place, timeNs).map(({ mapping, deadlineNs, packets }) => {
        const lasts = deadlineNs === Infinity ? 'stays' : `ends ${deadlineNs / SECOND}`;
        return `${mapping.inside.port} as ${mapping.outside.port}, ${lasts}, ${packets} packets`;
      });
    expect(at(0)).toEqual(['80 as 8080, stays, 0 packets']);
    const late = at(300 * MS);
    expect(late).toHaveLength(3);
    expect(late[1]).toMatch(/^50000 as 50000, ends 120\.1\d*, 4 packets$/u);
    expect(late[2]).toMatch(/^50000 as 50002, ends 120\.15\d*, 4 packets$/u);
    expect(at(200 * SECOND)).toHaveLength(1);
  });
});
