import { describe, expect, it } from 'vitest';
import { inconsistencyOf } from '../experiment/consistency';
import type { ReceiveApp, SendApp, Town } from '../experiment/experiment';
import { textPayload } from '../experiment/street';
import { type Socket, socketsAt } from '../trace/sockets';
import { simulateAll } from './simulate';
import { eventsOf, house, inTown, road } from './townBench';

const MS = 1_000_000;
const TOWN: Town = {
  hosts: [house('A', '192.0.2.10', 'A-B'), house('B', '192.0.2.20', 'A-B')],
  routers: [],
  links: [road('A', 'B')],
};
const open = (transport: 'tcp' | 'udp'): ReceiveApp => ({
  kind: 'receive',
  host: 'B',
  transport,
  port: { tcp: 53, udp: 53 },
});
const ask: SendApp = {
  kind: 'send',
  host: 'A',
  transport: 'udp',
  port: 50_000,
  to: { address: '192.0.2.20', port: { tcp: 53, udp: 53 } },
  payload: textPayload('ab'),
  pieceBytes: 1,
  startNs: 0,
  everyNs: 100 * MS,
};
const line = ({ place, transport, localPort, state }: Socket): string =>
  `${['A', 'B'][place]} ${transport} ${localPort} ${state}`;

describe('both transports in one lane', () => {
  const town = inTown(TOWN, [open('tcp'), open('udp'), ask], { lanes: ['tcp'] });

  it('have rooms of their own behind the same number (RFC 6335 §6)', () => {
    expect(inconsistencyOf(town)).toBeNull();
    const run = simulateAll(town);
    expect(socketsAt(run.traces[0]!, MS).map(line)).toEqual([
      'A udp 50000 bound',
      'B tcp 53 LISTEN',
      'B udp 53 bound',
    ]);
    expect(run.result?.lanes[0]?.intact).toBe(true);
  });

  it('lose only the room that a person closes', () => {
    const closed = { kind: 'closePort', atNs: 50 * MS, host: 'B', transport: 'udp', port: 53 } as const;
    const asked = { ...town, commands: [closed] };
    expect(inconsistencyOf(asked)).toBeNull();
    const run = simulateAll(asked);
    expect(socketsAt(run.traces[0]!, 60 * MS).map(line)).toEqual(['A udp 50000 bound', 'B tcp 53 LISTEN']);
    expect(eventsOf(run, 'packetDropped').map(({ reason }) => reason.kind)).toEqual(['portClosed']);
  });

  it('cannot be bound twice', () => {
    expect(inconsistencyOf({ ...town, apps: [open('udp'), open('udp')] })).toEqual({
      kind: 'duplicate',
      where: 'apps[1].port',
    });
  });
});
