import { describe, expect, it } from 'vitest';
import { ms } from '../../tests/handMade';
import { simulateAll } from '../engine/simulate';
import type { ClosePort, PowerOff } from '../experiment/command';
import type { Rule } from '../experiment/experiment';
import { CLOSED_PORT, defaultStreet, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { connectionsOf } from './connectionEnds';
import { type Socket, socketsAt } from './sockets';
import { STATE_ARROWS, statePath } from './stateDiagram';
import { TCP_STATES } from './snapshot';

const street = {
  ...defaultStreet('en'),
  weather: CLEAR_WEATHER,
  payload: textPayload('abc'),
  pieceBytes: 1,
};
const runOf = (change: Partial<typeof street> = {}, rules: readonly Rule[] = []) =>
  simulateAll({ ...streetExperiment({ ...street, ...change }), rules });

/** `C:50000 > 198.51.100.20:80 ESTABLISHED` */
const line = ({ place, localPort, remote, state }: Socket): string =>
  `${['C', 'S'][place]}:${localPort} > ${remote ? `${remote.address}:${remote.port}` : '*'} ${state}`;

describe('the sockets of all hosts', () => {
  const [tcp, udp] = runOf().traces;

  it('are a room that listens and one end of a connection at each host, as it comes and goes', () => {
    const at = (timeMs: number): readonly string[] => socketsAt(tcp!, ms(timeMs)).map(line);
    expect(at(-1)).toEqual([]);
    expect(at(1)).toEqual(['C:50000 > 198.51.100.20:80 SYN-SENT', 'S:80 > * LISTEN']);
    expect(at(100)).toEqual([
      'C:50000 > 198.51.100.20:80 SYN-SENT',
      'S:80 > * LISTEN',
      'S:80 > 192.0.2.10:50000 SYN-RECEIVED',
    ]);
    // The connection is over, the room still listens.
    expect(at(400_000)).toEqual([
      'C:50000 > 198.51.100.20:80 CLOSED',
      'S:80 > * LISTEN',
      'S:80 > 192.0.2.10:50000 CLOSED',
    ]);
  });

  it('go when a person closes a room or cuts the power', () => {
    const after = (command: ClosePort | PowerOff): readonly string[] =>
      simulateAll({ ...streetExperiment(street), commands: [command] }).traces.flatMap((trace) =>
        socketsAt(trace, ms(250)).map(line),
      );
    const atNs = ms(200);
    expect(after({ kind: 'closePort', atNs, host: 'S', transport: 'tcp', port: 80 })).not.toContain(
      'S:80 > * LISTEN',
    );
    const dark = after({ kind: 'powerOff', atNs, host: 'S' });
    expect(dark.filter((one) => one.startsWith('S:') && !one.endsWith('CLOSED'))).toEqual([]);
    expect(dark).toContain('C:50000 > * bound');
  });

  it('are bound ports over UDP, and no more', () => {
    expect(socketsAt(udp!, ms(100)).map(line)).toEqual(['C:50000 > * bound', 'S:9000 > * bound']);
  });
});

describe('the path through the state diagram', () => {
  it('is that of RFC 9293 figure 5, for every way to begin and to end', () => {
    const drop = { kind: 'drop' } as const;
    const syn: Rule = { link: 'R2-R3', direction: 0, role: 'control', nth: 1, verdict: drop };
    const runs = [runOf(), runOf({}, [syn]), runOf({ seed: 9, weather: { ...CLEAR_WEATHER, loss: 0.3 } })];
    const known = new Set(STATE_ARROWS.map(({ from, to }) => `${from} ${to}`));
    for (const run of runs) {
      const trace = run.traces[0]!;
      for (const { opener, peer } of connectionsOf(trace)) {
        for (const end of [opener, peer!]) {
          const path = statePath(trace, end, trace.endNs);
          for (const [i, { from, to, source }] of path.entries()) {
            expect(known).toContain(`${from} ${to}`);
            expect(source).not.toBeNull();
            if (i > 0) expect(from).toBe(path[i - 1]!.to);
          }
          expect(path.at(-1)!.to).toBe('CLOSED');
        }
      }
    }
  });

  it('ends at once where the room is closed', () => {
    const trace = runOf({ ports: { tcp: CLOSED_PORT, udp: CLOSED_PORT } }).traces[0]!;
    const path = statePath(trace, connectionsOf(trace)[0]!.opener, trace.endNs);
    expect(path.map(({ to }) => to)).toEqual(['SYN-SENT', 'CLOSED']);
    expect(path.at(-1)!.reason.kind).toBe('connectionRefused');
  });

  it('has all eleven states in the diagram', () => {
    const drawn = new Set(STATE_ARROWS.flatMap(({ from, to }) => [from, to]));
    expect(drawn).toEqual(new Set(TCP_STATES));
  });
});
